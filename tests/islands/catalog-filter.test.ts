import { describe, expect, test } from 'vitest';
import { countValues, readWanted, selectRows, toggleValue } from '../../src/islands/catalog/filter.ts';
import { catalogIndex } from '../../src/portal/catalog-view.ts';
import { SHOP, compile } from '../portal/organisation.ts';

const data = catalogIndex(await compile([SHOP]));
const found = (query: string) => selectRows(data, readWanted(new URLSearchParams(query))).map((row) => row.t);

describe('selectRows(data, wanted)', () => {
  test.each([
    ['', ['cart', 'ledger', 'web']],
    ['kind=system', ['checkout', 'money']],
    ['kind=system&kind=domain', ['checkout', 'commerce', 'money']],
    ['type=website', ['web']],
    ['lifecycle=deprecated&lifecycle=production', ['cart', 'ledger', 'web']],
    ['tag=go', ['cart']],
    ['q=led', ['ledger']],
    ['q=payments%20website', ['web']],
    ['status=unowned', ['ledger']],
    ['type=nothing', []],
  ])('%j finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});

describe('countValues(data, wanted, facet)', () => {
  test('counts what choosing another value would give', () => {
    const counts = countValues(data, readWanted(new URLSearchParams('type=website')), 'type');
    expect([...counts].map(([index, count]) => [data.facets.type[index]?.value, count])).toEqual([
      ['service', 2],
      ['website', 1],
    ]);
  });
});

describe('toggleValue(params, facet, value, add)', () => {
  const toggle = (query: string, ...rest: [Parameters<typeof toggleValue>[1], string, boolean]) =>
    toggleValue(new URLSearchParams(query), ...rest);

  test('replaces a value, adds one, and drops it again', () => {
    expect(toggle('type=a', 'type', 'b', false)).toBe('type=b');
    expect(toggle('type=a', 'type', 'b', true)).toBe('type=a&type=b');
    expect(toggle('type=a&type=b', 'type', 'a', true)).toBe('type=b');
    expect(toggle('tag=a', 'tag', 'b', false)).toBe('tag=a&tag=b');
  });

  test('drops the filters of one kind when another is chosen, but not the words', () => {
    expect(toggle('type=a&q=x', 'kind', 'api', false)).toBe('q=x&kind=api');
    expect(toggle('', 'kind', 'api', true)).toBe('kind=component&kind=api');
    expect(toggle('kind=api', 'kind', 'api', false)).toBe('kind=api');
  });
});
