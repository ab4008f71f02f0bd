import { describe, expect, test } from 'vitest';
import { type Step, movementInRelease } from '../../src/radar/movement.ts';

const step = (date: string | null, ring: number): Step => ({ date, ring });

describe('movementInRelease', () => {
  test.each([
    ['no decision', [], 'none'],
    ['the first decision', [step('2026-03', 1)], 'new'],
    ['two decisions in its first release', [step('2026-03-15', 0), step('2026-03-01', 1)], 'new'],
    ['a ring further in', [step('2026-03', 0), step('2025-09', 1)], 'in'],
    ['a ring further out', [step('2026-03', 3), step('2025-09', 1)], 'out'],
    ['the same ring again', [step('2026-03', 1), step('2025-09', 1)], 'none'],
    ['out and back within the release', [step('2026-03-20', 1), step('2026-03-10', 3), step('2025-09', 1)], 'none'],
    ['a ring that was known before, undated', [step('2026-03', 0), step(null, 2)], 'in'],
    ['a decision before the release', [step('2025-09', 0), step('2025-03', 2)], 'none'],
    ['no date', [step(null, 0)], 'none'],
  ] as const)('of %s is %s', (_, history, movement) => {
    expect(movementInRelease(history, '2026-03')).toBe(movement);
  });

  test('is none in a radar without dates', () => {
    expect(movementInRelease([step(null, 0)], null)).toBe('none');
  });
});
