import { describe, expect, test } from 'vitest';
import { cutSnippet, parseSnippetName } from '../../../src/docs/markdown/snippet-text.ts';
import { lines, renderPage } from '../fixture.ts';

const FILES = {
  'inc/terms.md': '*[SLO]: Service Level Objective\n\n[ref]: https://example.com',
  'inc/parts.md': 'one\n<!-- --8<-- [start:two] -->\n\n**two** [own] [ref]\n\n<!-- --8<-- [end:two] -->\nthree',
  'inc/part.yaml': 'b: 2\nc: 3\n',
  'inc/deep.md': '> --8<-- "inc/parts.md:two"',
  'inc/loop.md': 'loop\n\n--8<-- "inc/loop.md"',
  'docs/beside.md': 'beside',
};
const render = async (markdown: string, files = {}) => {
  const result = await renderPage(markdown, { ...FILES, ...files });
  return { html: result.html.replace(/\n/g, ''), problems: lines(result) };
};

describe('snippets', () => {
  test.each([
    ['a file', '--8<-- "inc/parts.md:4:4"', '<p><strong>two</strong> [own] [ref]</p>'],
    ['single quotes, other scissors', "-8<--- 'beside.md'", '<p>beside</p>'],
    ['several files', '--8<--\nbeside.md\n\n; inc/gone.md\ndocs/beside.md\n--8<--', '<p>beside</p><p>beside</p>'],
    ['in a list', '- a\n\n    --8<-- "beside.md"', '<ul><li><p>a</p><p>beside</p></li></ul>'],
    ['below a paragraph', 'a\n--8<-- "beside.md"\nb', '<p>a</p><p>beside</p><p>b</p>'],
    ['in each other', '--8<-- "inc/deep.md"', '<blockquote><p><strong>two</strong> [own] [ref]</p></blockquote>'],
    [
      'definitions in both directions',
      '[a][ref]\n\n--8<-- "inc/terms.md"\n--8<-- "inc/parts.md:two"\n\n[own]: https://own.example',
      '<p><a href="https://example.com" class="external" rel="noopener">a</a></p><p><strong>two</strong> <a href="https://own.example" class="external" rel="noopener">own</a> <a href="https://example.com" class="external" rel="noopener">ref</a></p>',
    ],
    ['abbreviations', 'SLO\n\n--8<-- "inc/terms.md"', '<p><abbr title="Service Level Objective">SLO</abbr></p>'],
    ['with a semicolon', ';--8<-- "beside.md"', '<p>--8&#x3C;-- "beside.md"</p>'],
  ])('%s', async (_name, markdown, html) => {
    expect(await render(markdown)).toEqual({ html, problems: [] });
  });

  test('are text in a block of code', async () => {
    const { html } = await render('```\na: 1\n  --8<-- "inc/part.yaml"\n;--8<-- "shown.md"\n```');
    expect(html.replace(/<[^>]+>/g, '|')).toContain('|a: 1||  b: 2||  c: 3||--8&lt;-- &quot;shown.md&quot;|');
  });

  test.each(['--8<-- x', '8<--', '--8<--', '--8<--\nbeside.md', '--8<-- "', '--8<-- ""', 'a --8<-- "beside.md"'])(
    '%j is text',
    async (markdown) => {
      const { html, problems } = await render(markdown);
      expect(problems).toEqual([]);
      expect(html).not.toContain('<p>beside</p>');
    },
  );

  test.each([
    ['inc/gone.md', 'does not exist'],
    ['../../../etc/passwd', 'leaves the repository'],
    ['/etc/passwd', 'leaves the repository'],
    ['https://evil.example/x.md', 'lies on another host, from which nothing is read'],
    ['inc/parts.md:three', 'has no section "three"'],
    ['img.png', 'is not valid UTF-8 text'],
  ])('%s is told with its line and left as written', async (name, why) => {
    const { html, problems } = await render(`text\n\n--8<-- "${name}"`, { 'img.png': new Uint8Array([0xff, 0xd8, 0]) });
    expect(problems).toEqual([`docs/index.md:3:1 docs/missing-snippet The snippet "${name}" ${why}.`]);
    expect(html).toContain(`<p>--8&#x3C;-- "${name}"</p>`);
  });

  test('in a circle end', async () => {
    const { html, problems } = await render('--8<-- "inc/loop.md"');
    expect(problems).toEqual(['docs/index.md:1:1 docs/missing-snippet The snippet "inc/loop.md" brings itself in.']);
    expect(html).toBe('<p>loop</p><p>--8&#x3C;-- "inc/loop.md"</p>');
  });

  test('that multiply end', async () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`inc/${n}.md`, `x\n\n--8<-- "inc/${n + 1}.md"\n`.repeat(20)]));
    const start = performance.now();
    const { problems } = await render('--8<-- "inc/0.md"', files);
    expect(problems.filter((line) => line.includes('is one too many for a page'))).toHaveLength(1);
    expect(problems.length).toBeLessThan(1_000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('bring HTML in that is sanitised', async () => {
    const { html } = await render('--8<-- "inc/x.md"', { 'inc/x.md': '<script>alert(1)</script><b onclick="x">b</b>' });
    expect(html).toBe('<b>b</b>');
  });
});

describe('parseSnippetName', () => {
  test.each([
    ['a.md', 'a.md', null, []],
    ['a.md:part', 'a.md', 'part', []],
    ['a.md:4:6', 'a.md', null, [[4, 6]]],
    ['a.md:4', 'a.md', null, [[4, Infinity]]],
    ['a.md::6', 'a.md', null, [[1, 6]]],
    [
      'a.md:1:2,4:5',
      'a.md',
      null,
      [
        [1, 2],
        [4, 5],
      ],
    ],
  ])('%s', (text, path, section, ranges) => {
    expect(parseSnippetName(text)).toEqual({ path, section, ranges });
  });
});

describe('cutSnippet', () => {
  test.each([
    ['a.md::2', '1\n2'],
    ['a.md:-2', '4\n5'],
    ['a.md:4:99', '4\n5'],
    ['a.md:1:1,5:5', '1\n5'],
    ['a.md', '1\n2\n3\n4\n5'],
  ])('%s', (name, text) => {
    expect(cutSnippet('1\n2\n3\n4\n5\n', parseSnippetName(name))).toBe(text);
  });
});
