// What was left out, as problems.
import { describe, expect, test } from 'vitest';
import { problemsOfSkipped } from '../../src/sources/skipped.ts';

describe('problemsOfSkipped(source, plan)', () => {
  test('makes one problem for each named file and one for the rest', () => {
    const skipped = [
      { rule: 'source/link', path: 'a', other: null },
      { rule: 'source/name-clash', path: 'b', other: 'B' },
    ] as const;
    expect(problemsOfSkipped('x', { skipped, counts: { 'source/link': 8, 'source/name-clash': 1 } })).toMatchObject([
      { rule: 'source/link', severity: 'info', place: { source: 'x', path: 'a' } },
      { rule: 'source/name-clash', severity: 'warning', message: expect.stringContaining('"B"'), place: { source: 'x', path: 'b' } },
      { rule: 'source/link', message: '7 more are left out for the same reason.' },
    ]);
  });
});
