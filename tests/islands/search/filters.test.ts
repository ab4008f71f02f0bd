import { beforeAll, describe, expect, test } from 'vitest';
import { addCounts, countValues, passes, readChosen, toQuery } from '../../../src/islands/search/filters.ts';
import { type NameList, addFields, openNames } from '../../../src/portal/search/name-list.ts';
import { fieldsData, namesData } from '../../../src/portal/search/names-data.ts';
import { SHOP, compile } from '../../portal/organisation.ts';

let list: NameList;
let rows: readonly number[];
beforeAll(async () => {
  const portal = await compile([SHOP]);
  list = addFields(
    openNames(namesData(portal), () => null),
    fieldsData(portal),
    () => null,
  );
  rows = Array.from({ length: list.rows.count }, (_, row) => row);
});

const chosen = (query: string) => readChosen(new URLSearchParams(query));
const passing = (query: string) => rows.filter((row) => passes(list, row, chosen(query)));

describe('the filters of the search page', () => {
  test('know entities by section, kind as written, and owner by title', () => {
    expect(passing('section=Teams').map((row) => list.rows.ref(row).split(':')[0])).toEqual(expect.arrayContaining(['group', 'user']));
    expect(passing('section=Teams&section=Catalog')).toHaveLength(rows.length);
    expect(passing('kind=System').map((row) => list.rows.title(row))).toEqual(['checkout', 'money']);
    expect(passing('owner=Payments').length).toBeGreaterThan(2);
    expect(passing('owner=Payments&kind=System')).toHaveLength(2);
  });

  test('let no entity pass that asks for a docs site', () => {
    expect(passing('site=Handbook')).toEqual([]);
  });

  test('promise for each value what choosing it leaves, whatever else of the filter is chosen', () => {
    const counts = countValues(list, rows, chosen('kind=System&section=Catalog'));
    expect(counts['kind']?.['System']).toBe(passing('kind=System&section=Catalog').length);
    expect(counts['kind']?.['Component']).toBe(passing('kind=Component&section=Catalog').length);
    expect(counts['section']).toEqual({ Catalog: 2 });
  });

  test('are handed to Pagefind, all or all but one', () => {
    const both = chosen('kind=System&kind=API&tag=pci&unknown=x');
    expect(toQuery(both)).toEqual({ kind: { any: ['System', 'API'] }, tag: { any: ['pci'] } });
    expect(toQuery(both, 'kind')).toEqual({ tag: { any: ['pci'] } });
  });

  test('add up what was counted in several indexes', () => {
    expect(addCounts({ kind: { API: 1 } }, { kind: { API: 2, System: 1 }, ref: { x: 1 } })['kind']).toEqual({ API: 3, System: 1 });
  });
});
