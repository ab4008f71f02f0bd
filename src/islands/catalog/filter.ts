// What the index shows: its data and what the address asks for in; rows and counts out. Pure, so that it can be tested and timed.
import type { FacetId, IndexData, IndexRow } from '../../portal/catalog-view.ts';

/** Filters in the order they are drawn. */
export const FACETS: readonly (readonly [id: FacetId, label: string])[] = [
  ['kind', 'Kind'],
  ['type', 'Type'],
  ['owner', 'Owner'],
  ['lifecycle', 'Lifecycle'],
  ['tag', 'Tag'],
  ['system', 'System'],
  ['namespace', 'Namespace'],
  ['status', 'Status'],
];
/** The kind that is shown when the address names none, as in Backstage. */
const FIRST_KIND = 'component';

/** What the address asks for: values by facet (any of them will do; of tags all must be there), and words that all must occur. */
export interface Wanted {
  readonly values: ReadonlyMap<FacetId, readonly string[]>;
  readonly words: readonly string[];
}

/** Reads the query of an address. */
export function readWanted(params: URLSearchParams): Wanted {
  const values = new Map(FACETS.map(([id]) => [id, params.getAll(id)] as const).filter(([, chosen]) => chosen.length > 0));
  if (!values.has('kind')) values.set('kind', [FIRST_KIND]);
  return { values, words: (params.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean) };
}

/** Returns the rows that pass, in the order of the data. */
export function selectRows(data: IndexData, want: Wanted): IndexRow[] {
  return data.rows.filter((row) => passes(data, row, want));
}

/** Counts, for one facet, the rows by value among those that pass everything else: what choosing another value would give. */
export function countValues(data: IndexData, want: Wanted, facet: FacetId): Map<number, number> {
  // Tags add up, so their counts are those of the rows that are left.
  const without = facet === 'tag' ? undefined : facet;
  const counts = new Map<number, number>();
  for (const row of data.rows) {
    if (!passes(data, row, want, without)) continue;
    for (const index of row.f[facet]) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}

function passes(data: IndexData, row: IndexRow, want: Wanted, without?: FacetId): boolean {
  for (const [id, chosen] of want.values) {
    if (id === without) continue;
    const own = row.f[id].map((index) => data.facets[id][index]?.value ?? '');
    const matches = id === 'tag' ? chosen.every((value) => own.includes(value)) : own.some((value) => chosen.includes(value));
    if (!matches) return false;
  }
  return want.words.every((word) => textOf(data, row).includes(word));
}

/** Text of a row in which words are looked for, made once. */
const texts = new WeakMap<IndexRow, string>();

function textOf(data: IndexData, row: IndexRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    const labels = FACETS.flatMap(([id]) => row.f[id].map((index) => data.facets[id][index]?.label ?? ''));
    text = [row.t, row.r, row.d, ...labels].join(' ').toLowerCase();
    texts.set(row, text);
  }
  return text;
}

/**
 * Writes the query after a click on a value: the value alone, or with `add` beside those already chosen; a chosen value is dropped again.
 * Choosing another kind drops what the old one was narrowed by.
 */
export function toggleValue(params: URLSearchParams, id: FacetId, value: string, add: boolean): string {
  const next = new URLSearchParams(params);
  const before = next.getAll(id);
  const current = before.length === 0 && id === 'kind' ? [FIRST_KIND] : before;
  const dropped = current.filter((one) => one !== value);
  const chosen = current.includes(value) ? dropped : add || id === 'tag' ? [...current, value] : [value];
  if (id === 'kind' && !add) for (const [other] of FACETS) next.delete(other);
  next.delete(id);
  for (const one of id === 'kind' && chosen.length === 0 ? [value] : chosen) next.append(id, one);
  return next.toString();
}
