import { describe, expect, test } from 'vitest';
import { lines, renderPage } from '../fixture.ts';

const render = async (markdown: string) => (await renderPage(markdown)).html.replace(/\n/g, '');

describe('blocks with indented content', () => {
  test.each([
    [
      'Windows line ends',
      '!!! note\r\n    a\r\n\r\nb',
      '<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div><p>b</p>',
    ],
    ['tabs', '!!! tip\n\ta\n\n\t- b', '<div class="admonition tip"><p class="admonition-title">Tip</p><p>a</p><ul><li>b</li></ul></div>'],
    [
      'text behind a block in a block, which belongs to the outer one',
      '!!! note\n    === "T"\n\n        a\n\n    b',
      '<div class="admonition note"><p class="admonition-title">Note</p><div class="tabs"><section class="tab"><p class="tab-title">T</p><p>a</p></section></div><p>b</p></div>',
    ],
    ['nothing in it', '!!! note', '<div class="admonition note"><p class="admonition-title">Note</p></div>'],
    [
      'content that is not indented far enough',
      '!!! note\n   a',
      '<div class="admonition note"><p class="admonition-title">Note</p></div><p>a</p>',
    ],
    [
      'a line that CommonMark would take into the paragraph',
      '!!! note\n    a\nb',
      '<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div><p>b</p>',
    ],
    [
      'the same in a quote in a block',
      '!!! note\n    > a\nb',
      '<div class="admonition note"><p class="admonition-title">Note</p><blockquote><p>a</p></blockquote></div><p>b</p>',
    ],
    [
      'a block in a quote',
      '> !!! note\n>     a\n',
      '<blockquote><div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div></blockquote>',
    ],
    [
      'quotes in a title',
      '!!! note "a "b" c"  \n    d',
      '<div class="admonition note"><p class="admonition-title">a "b" c</p><p>d</p></div>',
    ],
    [
      'a title without words',
      '??? "Only"\n    d',
      '<details class="admonition note"><summary class="admonition-title">Only</summary><p>d</p></details>',
    ],
    ['no space before the word', '!!!note\n    a', '<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div>'],
    [
      'a definition in it that is used outside',
      '[x]\n\n!!! note\n    [x]: https://example.com',
      '<p><a href="https://example.com" class="external" rel="noopener">x</a></p><div class="admonition note"><p class="admonition-title">Note</p></div>',
    ],
  ])('%s', async (_name, markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });

  test.each([
    '!!!',
    '!!! ',
    '!! note',
    '!!! note: text',
    '!!! "a',
    '!!! "',
    '???',
    '=== tab',
    '=== "a" b',
    '==="',
    'a !!! note',
    '\\!!! note',
  ])('%j is text', async (markdown) => {
    expect(await render(markdown)).toMatch(/^<p>.*<\/p>$/);
  });

  test('three equal signs below a line are still a heading', async () => {
    expect(await render('Title\n===')).toMatch(/^<h1/);
  });

  test('problems in a block say where they are', async () => {
    const result = await renderPage('!!! note "[x](a.md)"\n    text\n\n    - [y](b.md)\n');
    expect(lines(result).map((line) => line.split(' ')[0])).toEqual(['docs/index.md:1:11', 'docs/index.md:4:7']);
  });
});
