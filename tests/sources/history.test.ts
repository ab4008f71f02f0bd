// When files were last changed, from the output of `git log`.
import { describe, expect, test } from 'vitest';
import { readHistory } from '../../src/sources/history.ts';

const NEWEST = Date.parse('2025-06-30T12:00:00Z') / 1000;
const DAY = 86_400;
/** A commit as `git log -z --name-only` prints it. */
const commit = (seconds: number, author: string, ...paths: readonly string[]) =>
  `\x02${seconds}\x1f${author}\0${paths.map((path, index) => `${index === 0 ? '\n' : ''}${path}\0`).join('')}`;

const LOG = [
  commit(NEWEST, 'Ann', 'a.md'),
  commit(NEWEST - DAY, 'Bob', 'a.md', 'docs/ä b.md'),
  commit(NEWEST - 8 * DAY, 'Eve\x1b[31m'),
  commit(NEWEST - 400 * DAY, 'Old', 'old.md', 'a.md'),
].join('');

describe('readHistory(paths, newest)', () => {
  test.each([1, 7, 10_000])('takes the newest commit of each file, in pieces of %i bytes', (size) => {
    const reader = readHistory(['a.md', 'docs/ä b.md', 'old.md', 'never.md'], NEWEST);
    const bytes = Buffer.from(LOG);
    for (let at = 0; at < bytes.length; at += size) reader.take(bytes.subarray(at, at + size));
    const { changed, weeks } = reader.history();
    expect(changed).toEqual({
      'a.md': { at: '2025-06-30T12:00:00.000Z', by: 'Ann' },
      'docs/ä b.md': { at: '2025-06-29T12:00:00.000Z', by: 'Bob' },
      'old.md': { at: '2024-05-26T12:00:00.000Z', by: 'Old' },
    });
    expect(weeks).toHaveLength(52);
    expect(weeks.slice(-3)).toEqual([0, 1, 2]);
    expect(weeks.reduce((sum, one) => sum + one)).toBe(3);
  });

  test('has enough when every file is dated and the year is over', () => {
    const reader = readHistory(['a.md'], NEWEST);
    expect(reader.take(Buffer.from(commit(NEWEST, 'Ann', 'a.md')))).toBe(false);
    expect(reader.take(Buffer.from(commit(NEWEST - 400 * DAY, 'Old')))).toBe(true);
  });

  test('keeps no character of an author that a terminal would obey, and no name without end', () => {
    const reader = readHistory(['a.md'], NEWEST);
    reader.take(Buffer.from(commit(NEWEST, `\u202eA\x1b[31m${'x'.repeat(500)}`, 'a.md')));
    expect(reader.history().changed['a.md']?.by).toMatch(/^ A \[31mx{90,95}$/);
  });
});
