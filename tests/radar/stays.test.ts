import { describe, expect, test } from 'vitest';
import { staysBySegment } from '../../src/radar/stays.ts';
import type { RadarEntry } from '../../src/radar/types.ts';

/** Returns the stays of an entry whose decisions are given newest first. */
function staysOf(...decisions: readonly (readonly [date: string | null, ring: string])[]) {
  const history = decisions.map(([date, ring]) => ({
    date,
    ring: ring || null,
    said: ring || 'archive',
    text: '',
    moved: 'none' as const,
  }));
  const entry = { id: 'go', quadrant: 'q', history, moved: 'none' } as unknown as RadarEntry;
  return Object.fromEntries(staysBySegment([entry], ['a', 'b', 'c']));
}

const stay = (since: string, until: string | null) => ({ id: 'go', since, until });

describe('staysBySegment', () => {
  test.each([
    ['one decision', [['2026-03', 'a']], { 'q/a': [stay('2026-03', null)] }],
    ['no date', [[null, 'a']], { 'q/a': [stay('', null)] }],
    [
      'a move',
      [
        ['2026-03', 'a'],
        ['2025-03', 'b'],
      ],
      { 'q/a': [stay('2026-03', null)], 'q/b': [stay('2025-03', '2026-03')] },
    ],
    [
      'a decision that changes nothing',
      [
        ['2026-03', 'a'],
        ['2025-03', 'a'],
        [null, 'b'],
      ],
      { 'q/a': [stay('2025-03', null)], 'q/b': [stay('', '2025-03')] },
    ],
    [
      'a way back',
      [
        ['2026-03', 'a'],
        ['2025-03', 'b'],
        ['2024-03', 'a'],
      ],
      { 'q/a': [stay('2026-03', null), stay('2024-03', '2025-03')], 'q/b': [stay('2025-03', '2026-03')] },
    ],
    [
      'a move within a day',
      [
        ['2026-03', 'a'],
        ['2026-03', 'b'],
      ],
      { 'q/a': [stay('2026-03', null)] },
    ],
    [
      'leaving the radar and coming back',
      [
        ['2026-03', 'b'],
        ['2025-03', ''],
        ['2024-03', 'b'],
      ],
      { 'q/b': [stay('2026-03', null), stay('2024-03', '2025-03')] },
    ],
    [
      'leaving the radar',
      [
        ['2025-03', ''],
        ['2024-03', 'b'],
      ],
      { 'q/b': [stay('2024-03', '2025-03')] },
    ],
    [
      'dates against the order',
      [
        ['2025-03', 'a'],
        ['2026-03', 'b'],
        ['2024-03', 'c'],
      ],
      { 'q/a': [stay('2025-03', null)], 'q/c': [stay('2024-03', '2025-03')] },
    ],
  ] as const)('of %s', (_, decisions, stays) => {
    expect(staysOf(...decisions)).toEqual(stays);
  });

  test.each([
    ['in', { 'q/b': [stay('~', null)], 'q/c': [stay('', '~')] }],
    ['out', { 'q/b': [stay('~', null)], 'q/a': [stay('', '~')] }],
    ['new', { 'q/b': [stay('~', null)] }],
    ['none', { 'q/b': [stay('', null)] }],
  ] as const)('takes an entry without history that is said to be %s for the last to come', (moved, stays) => {
    const history = [{ date: null, ring: 'b', said: 'B', text: '', moved }];
    const entry = { id: 'go', quadrant: 'q', history, moved } as unknown as RadarEntry;
    expect(Object.fromEntries(staysBySegment([entry], ['a', 'b', 'c']))).toEqual(stays);
  });
});
