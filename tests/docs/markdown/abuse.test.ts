import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { MARKDOWN } from '../../../src/docs/markdown/pipeline.ts';
import { renderSnippet } from '../../../src/docs/markdown/render.ts';

type Work = (text: string) => unknown;

const render: Work = (text) => renderSnippet(text, { base: '/' });
const parseWithMath: Work = (text) => MARKDOWN.math.parse(new VFile({ value: text }));

/** Milliseconds of computing that a text takes, whatever else the machine does; the better of two. */
function duration(work: Work, text: string): number {
  const times = [1, 2].map(() => {
    const before = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

function growsWithLength(work: Work, part: string): void {
  const few = part.repeat(Math.ceil(1_500 / part.length));
  duration(work, few);
  expect(duration(work, few.repeat(8))).toBeLessThan(Math.max(100, duration(work, few) * 32));
}

describe('time that a text takes grows with its length, not with the square of it', () => {
  test.each([
    ['marks that never close', '^^a '],
    ['marks that close at once', '==a== '],
    ['marks that could open and close', '(==('],
    ['raised characters', '^a^'],
    ['remarks that never close', '{++a'],
    ['remarks of several sorts', '{++{--'],
    ['replacements without a second text', '{~~a~}'],
    ['keys', '++a'],
    ['quoted keys', '++"a'],
    ['symbols', '(c)--'],
    ['colons', ':a'],
    ['icons', ':material-account:'],
    ['abbreviations', 'X\n\n*[X]: x\n\n'],
    ['half an abbreviation', '*[a'],
    ['blocks', '/// note\n///\n'],
    ['blocks that never close', '/// note\n'],
    ['elements with Markdown', '<div markdown>\n</div>\n'],
    ['elements with Markdown in each other', '<div markdown>\n<p markdown>\n'],
    ['elements with Markdown on one line', '<div markdown>x'],
    ['scissors', '--8<--\n'],
    ['scissors around names', '--8<--\na\n'],
  ])('%s', { timeout: 60_000 }, (_name, part) => growsWithLength(render, part));

  test.each([
    ['dollars', '$a '],
    ['dollars that close', '$a$ '],
    ['two dollars', '$$a'],
    ['brackets that never close', '\\(a'],
    ['lines of formulas', '$$\na\n'],
    ['formulas that are broken off', '$$\na\n\n'],
    ['environments', '\\begin{a}\n'],
  ])('%s', { timeout: 60_000 }, (_name, part) => growsWithLength(parseWithMath, part));

  test('blocks are only nested so far', () => {
    const opening = Array.from({ length: 300 }, (_, depth) => `${'/'.repeat(depth + 3)} note\n`).join('');
    const html = renderSnippet(`${opening}\ntext`, { base: '/' });
    expect(html.split('class="admonition note"')).toHaveLength(11);
  });
});
