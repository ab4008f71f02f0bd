import { describe, expect, test } from 'vitest';
import { cutParts, firstKeys, partsFor } from '../../../src/portal/search/sorted-parts.ts';

const rows = ['alpha', 'beta', 'beta', 'betamax', 'delta', 'gamma', 'gamut'].map((key) => [key] as const);
const parts = cutParts(rows, 2);
const first = firstKeys(parts);

describe('partsFor(first, start)', () => {
  test('finds every row that begins with a text in the parts it names', () => {
    for (const start of ['a', 'alpha', 'b', 'beta', 'betamax', 'd', 'ga', 'gam', 'gamut', 'zz', '0']) {
      const wanted = rows.filter(([key]) => key.startsWith(start)).map(([key]) => key);
      const found = partsFor(first, start).flatMap((part) => parts[part] ?? []);
      expect(
        found.map(([key]) => key).filter((key) => key.startsWith(start)),
        start,
      ).toEqual(wanted);
    }
  });

  test('loads two parts at most, and none for nothing', () => {
    const many = Array.from({ length: 50 }, (_, index) => `a${String(index).padStart(2, '0')}`);
    expect(partsFor(many, 'a')).toHaveLength(2);
    expect(partsFor(first, '')).toEqual([]);
    expect(partsFor([], 'a')).toEqual([]);
  });
});
