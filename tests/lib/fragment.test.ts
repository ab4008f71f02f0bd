import { describe, expect, test } from 'vitest';
import { fragmentOf } from '../../src/lib/fragment.ts';

describe('fragmentOf', () => {
  test.each([
    ['#setup', 'setup'],
    ['setup', 'setup'],
    ['#na%C3%AFve', 'naïve'],
    ['#100%25', '100%'],
    ['#100%', '100%'],
    ['#%E0%A4%A', '%E0%A4%A'],
    ['##a', '#a'],
    ['', ''],
  ])('%j names "%s"', (hash, id) => {
    expect(fragmentOf(hash)).toBe(id);
  });
});
