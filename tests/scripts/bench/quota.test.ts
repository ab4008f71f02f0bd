import { describe, expect, test } from 'vitest';
import { KINDS, MIN_ENTITIES, SHARES, divide } from '../../../scripts/bench/quota.ts';

describe('divide', () => {
  test.each([MIN_ENTITIES, 11, 99, 1000, 5000, 12_345])('gives %i entities to the kinds, at least one to each', (entities) => {
    const counts = KINDS.map((kind) => divide(entities)[kind]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(entities);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  });

  test('keeps the shares of real catalogs', () => {
    const counts = divide(100_000);
    const total = KINDS.reduce((sum, kind) => sum + SHARES[kind], 0);
    for (const kind of KINDS) expect(counts[kind] / 100_000).toBeCloseTo(SHARES[kind] / total, 3);
  });
});
