import { describe, expect, test } from 'vitest';
import { createNames, toSlug, toTitle } from '../../../scripts/bench/names.ts';

describe('createNames', () => {
  test('gives no name twice, whatever its case, even when the words are used up', () => {
    const names = createNames();
    const drawn = ['team', 'Team', 'team', 'TEAM'].map((name) => names.fresh(() => name));
    expect(new Set(drawn.map((name) => name.toLowerCase())).size).toBe(4);
    expect(drawn[0]).toBe('team');
  });
});

describe('toTitle', () => {
  test.each([
    ['order-matching-api', 'Order matching API'],
    ['ledger-db', 'Ledger DB'],
    ['payments', 'Payments'],
  ])('%s becomes %s', (name, title) => {
    expect(toTitle(name)).toBe(title);
  });
});

describe('toSlug', () => {
  test.each([
    ['Retries and timeouts', 'retries-and-timeouts'],
    ['C# in use', 'c-in-use'],
    [' A  b ', 'a-b'],
  ])('%s becomes %s', (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });
});
