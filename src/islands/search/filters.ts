// The filters of the search page: what the address asks for in; which entities pass, and how many have each value, out.
import { type FacetId } from '../../portal/catalog/index-shape.ts';
import { valueLabel, valuesOf } from '../../portal/catalog/rows.ts';
import { type NameList, sectionOf } from '../../portal/search/name-list.ts';
import type { FilterCounts, FilterQuery } from './pagefind.ts';

/** Filters in the order they are drawn; ids are those of Pagefind's index. `facet` is the field of entities. */
export const FILTERS: readonly { readonly id: string; readonly label: string; readonly facet?: FacetId }[] = [
  { id: 'section', label: 'Section' },
  { id: 'site', label: 'Docs site' },
  { id: 'kind', label: 'Kind', facet: 'kind' },
  { id: 'type', label: 'Type', facet: 'type' },
  { id: 'owner', label: 'Owner', facet: 'owner' },
  { id: 'lifecycle', label: 'Lifecycle', facet: 'lifecycle' },
  { id: 'system', label: 'System', facet: 'system' },
  { id: 'tag', label: 'Tag', facet: 'tag' },
];

/** Chosen values by filter; only filters of which something is chosen. */
export type Chosen = ReadonlyMap<string, readonly string[]>;

/** Reads what the address chooses. */
export function readChosen(params: URLSearchParams): Chosen {
  return new Map(FILTERS.map(({ id }) => [id, params.getAll(id)] as const).filter(([, values]) => values.length > 0));
}

/** Writes what is chosen as Pagefind asks for it, without one filter. */
export function toQuery(chosen: Chosen, without?: string): FilterQuery {
  return Object.fromEntries([...chosen].filter(([id]) => id !== without).map(([id, values]) => [id, { any: [...values] }]));
}

/** Lists the values that an entity has for a filter, as people read them. */
export function entityValues({ rows, data }: NameList, row: number, id: string): readonly string[] {
  if (id === 'section') return [sectionOf(rows, row)];
  const facet = FILTERS.find((one) => one.id === id)?.facet;
  if (facet === undefined) return [];
  const field = rows.data.facets[facet];
  return valuesOf(field, row).map((value) => (facet === 'kind' ? (data.kinds[value] ?? '') : valueLabel(rows.data, field, value)));
}

/** Says whether an entity passes all filters but one. */
export function passes(list: NameList, row: number, chosen: Chosen, without?: string): boolean {
  return [...chosen].every(([id, values]) => id === without || entityValues(list, row, id).some((value) => values.includes(value)));
}

/** Counts the values of entities: for each filter among those that pass all others. */
export function countValues(list: NameList, rows: readonly number[], chosen: Chosen): FilterCounts {
  return Object.fromEntries(
    FILTERS.map(({ id }) => {
      const counts: Record<string, number> = {};
      for (const row of rows) {
        if (!passes(list, row, chosen, id)) continue;
        for (const value of entityValues(list, row, id)) counts[value] = (counts[value] ?? 0) + 1;
      }
      return [id, counts];
    }),
  );
}

/** Adds counts up. */
export function addCounts(...all: readonly FilterCounts[]): FilterCounts {
  return Object.fromEntries(
    FILTERS.map(({ id }) => {
      const sum: Record<string, number> = {};
      for (const counts of all) for (const [value, count] of Object.entries(counts[id] ?? {})) sum[value] = (sum[value] ?? 0) + count;
      return [id, sum];
    }),
  );
}
