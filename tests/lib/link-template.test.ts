// Templates of links: filled, encoded, and refused when the result may not be followed.
import { expect, test } from 'vitest';
import { fillTemplate, unknownWords } from '../../src/lib/link-template.ts';

const WORDS = { value: 'a b/c', name: 'web', namespace: 'default', kind: 'component', title: 'Web', ref: 'component:default/web' };

test.each<[string, string, string | null]>([
  ['https://ci.example/{name}', 'x', 'https://ci.example/web'],
  ['https://ci.example/?q={value}&n={name}', 'a b/c', 'https://ci.example/?q=a%20b%2Fc&n=web'],
  ['/docs/{namespace}/{kind}/{name}/', 'x', '/docs/default/component/web/'],
  ['{value}', 'https://a.example/x?y=1', 'https://a.example/x?y=1'],
  ['{value}/edit', 'https://a.example/x', 'https://a.example/x/edit'],
  ['mailto:{value}', 'a@b.example', 'mailto:a%40b.example'],
  ['{value}', 'javascript:alert(1)', null],
  ['{value}', ' JaVaScRiPt:alert(1)', null],
  ['{value}', 'data:text/html,x', null],
  ['{value}', '//evil.example', null],
  ['{value}', '/\\evil.example', null],
  ['{value}', 'no address', null],
  ['/{value}', '/evil.example', '/%2Fevil.example'],
])('%j with %j gives %j', (template, value, expected) => {
  expect(fillTemplate(template, { ...WORDS, value })).toBe(expected);
});

test('unknownWords(template) lists what is no word', () => {
  expect(unknownWords('https://a.example/{name}/{nam}/{}')).toEqual(['nam', '']);
});
