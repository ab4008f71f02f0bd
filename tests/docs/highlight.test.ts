import { describe, expect, test } from 'vitest';
import { createHighlighter } from '../../src/docs/highlight.ts';
import { TOKEN_CLASSES } from '../../src/docs/token-classes.ts';

const highlighter = createHighlighter();
await highlighter.load(['yaml', 'json', 'graphql', 'protobuf', 'ts', 'no-such-language']);
const strip = (html: string) => html.replace(/<[^>]*>/g, '');

describe('highlight', () => {
  test('marks lines and gives tokens classes', () => {
    expect(highlighter.highlight('# c\na: "b"\nport: 1', 'yaml')).toBe(
      '<span class="line"><span class="tk-comment"># c</span></span>\n' +
        '<span class="line"><span class="tk-property">a</span><span class="tk-operator">: </span><span class="tk-string">&quot;b&quot;</span></span>\n' +
        '<span class="line"><span class="tk-property">port</span><span class="tk-operator">: </span><span class="tk-constant">1</span></span>',
    );
  });

  test.each([
    ['json', '{"a": [1, true, "x\\n"]}', ['tk-property', 'tk-constant', 'tk-string', 'tk-escape']],
    ['graphql', 'type Query { user(id: ID!): User }', ['tk-keyword', 'tk-type', 'tk-property']],
    ['protobuf', 'message A { string b = 1; }', ['tk-keyword', 'tk-type', 'tk-constant']],
    ['ts', 'const f = async (x: number) => new Foo(`a${x}`); // c', ['tk-keyword', 'tk-function', 'tk-type', 'tk-comment']],
  ])('%s has the classes that its grammar knows, and all of them are in the table', (language, code, classes) => {
    const html = highlighter.highlight(code, language);
    const found = new Set([...html.matchAll(/class="(tk-[a-z]+)"/g)].map((match) => match[1]));
    expect([...found]).toEqual(expect.arrayContaining(classes));
    expect(Object.keys(TOKEN_CLASSES)).toEqual(expect.arrayContaining([...found]));
    expect(html).not.toContain('style=');
  });

  test.each([
    ['an unknown language', 'no-such-language'],
    ['a language that is not loaded', 'rust'],
    ['no language', null],
    ['a name that objects have by themselves', 'constructor'],
  ])('%s is plain text, escaped', (_name, language) => {
    expect(highlighter.highlight('<b>&"', language)).toBe('<span class="line">&lt;b&gt;&amp;&quot;</span>');
  });

  test('code that is too long stays plain, and a line that is too long stays whole', () => {
    expect(highlighter.highlight('a: b\n'.repeat(50_000), 'yaml')).not.toContain('tk-');
    const line = `a: ${'b'.repeat(5000)}`;
    expect(strip(highlighter.highlight(line, 'yaml'))).toBe(line);
  });

  test('marks lines, numbers them and gives them ids', () => {
    expect(highlighter.highlight('a\nb', null, { highlighted: new Set([2]), numbersFrom: 9, lineIds: 'L' })).toBe(
      '<span class="line" id="L1" data-line="9">a</span>\n<span class="line highlighted" id="L2" data-line="10">b</span>',
    );
  });

  test('loses no character', () => {
    const code = 'a: |\n\ttab\r\n  "q" \'s\' <x> &amp; ü 😀\n';
    const text = strip(highlighter.highlight(code, 'yaml'));
    expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(
      code.replaceAll('\r\n', '\n'),
    );
  });
});
