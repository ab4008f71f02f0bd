import { describe, expect, test } from 'vitest';
import { valueField } from '../../src/radar/field.ts';
import { readLinks } from '../../src/radar/links.ts';

function linksOf(url: unknown): readonly string[] {
  const field = valueField([{ url, title: 'x' }], { source: 's', path: 'p' });
  return readLinks(field, () => {}).map(({ url }) => url);
}

describe('readLinks', () => {
  test.each(['https://kotlinlang.org', 'http://intranet/wiki?a=b#c', 'mailto:guild@acme.example', '/docs/default/component/ledger/', '/'])(
    'keeps %j',
    (url) => {
      expect(linksOf(url)).toEqual([url]);
    },
  );

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://',
    'kotlinlang.org',
    '#',
    '',
    null,
    { a: 1 },
  ])('leaves out %j', (url) => {
    expect(linksOf(url)).toEqual([]);
  });
});
