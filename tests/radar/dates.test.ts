import { describe, expect, test } from 'vitest';
import { isInRelease, newestRelease, parseDate } from '../../src/radar/dates.ts';

describe('parseDate', () => {
  test.each([
    ['2026-03', '2026-03'],
    ['2026-03-01', '2026-03-01'],
    ['2026.05', '2026-05'],
    ['2026/05/31', '2026-05-31'],
    [' 2026-03 ', '2026-03'],
    [2026.05, '2026-05'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2020-08-06T00:00:00.000Z', '2020-08-06'],
    ['2020-08-06 23:59:00+02:00', '2020-08-06'],
  ])('reads %j', (written, date) => {
    expect(parseDate(written)).toBe(date);
  });

  test.each([
    2026,
    '2026',
    2026.1,
    '2026-13',
    '2026-00',
    '2026-3',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-03-00',
    '2026-03.01',
    'March 2026',
    '',
    null,
    undefined,
    true,
    ['2026-03'],
  ])('does not guess what %j means', (written) => {
    expect(parseDate(written)).toBeNull();
  });
});

describe('newestRelease', () => {
  test.each([
    [[], null],
    [['2026-03', '2025-09'], '2026-03'],
    [['2026-03-01', '2026-03-15'], '2026-03-15'],
    [['2026-03', '2026-03-15'], '2026-03'],
    [['2026-03', '2026-04-15'], '2026-04-15'],
  ])('of %j is %j', (dates, release) => {
    expect(newestRelease(dates)).toBe(release);
  });
});

describe('isInRelease', () => {
  test.each([
    ['2026-03', '2026-03', true],
    ['2026-03-15', '2026-03', true],
    ['2026-03', '2026-03-15', false],
    [null, '2026-03', false],
    ['2026-03', null, false],
    [null, null, false],
  ])('%j in %j: %j', (date, release, expected) => {
    expect(isInRelease(date, release)).toBe(expected);
  });
});
