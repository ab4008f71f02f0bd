// Which rows pass, in which order, and how many each value of each filter would give: the index and a question in, rows and counts out.
// One walk over all rows with a few look-ups each, since it happens at every key that is pressed.
import { type Coded, type ColumnData, FACETS, type FacetId, type IndexData, type PresetData } from './index-shape.ts';
import { ALL_KINDS, OTHER_KINDS } from './presets.ts';
import { LISTS, type ListId, type Wanted } from './query.ts';
import { type Rows, countSets, valuesOf, valuesOfSet } from './rows.ts';

/** What the browser remembers of a person. */
export interface Personal {
  /** Refs of a person and of all groups above; null when nobody has been picked. */
  readonly owners: ReadonlySet<string> | null;
  readonly starred: ReadonlySet<string>;
  /** Refs, last seen first. */
  readonly recent: readonly string[];
}

export const NOBODY: Personal = { owners: null, starred: new Set(), recent: [] };

export interface Selection {
  /** Rows that pass, in order. */
  readonly rows: readonly number[];
  /** By filter and position of the value: how many rows there would be if it were chosen. */
  readonly counts: Readonly<Record<FacetId, readonly number[]>>;
  /** Rows of all kinds under the other filters. */
  readonly allKinds: number;
  /** How many rows each list would give; `all` without any. */
  readonly lists: Readonly<Record<ListId | 'all', number>>;
}

const bitOf = (wanted: FacetId) => 1 << FACETS.findIndex(({ id }) => id === wanted);
const KIND = bitOf('kind');
const TYPE = bitOf('type');

/** Selects rows and counts what every other choice would give. */
export function select(rows: Rows, want: Wanted, personal: Personal = NOBODY): Selection {
  const { data } = rows;
  const checks = FACETS.flatMap(({ id }, index) => checkOf(data, id, 1 << index, want) ?? []);
  const others = FACETS.flatMap(({ id }, index) => (id === 'kind' ? [] : [{ id, bit: 1 << index, free: !adds(id, want) }]));
  const listed = listMembers(rows, personal);
  const counts = Object.fromEntries(FACETS.map(({ id }) => [id, Array.from({ length: data.facets[id].values.length }, () => 0)])) as Record<
    FacetId,
    number[]
  >;
  const lists = { all: 0, mine: 0, starred: 0, recent: 0 };
  const found: number[] = [];
  const kindOf = data.facets.kind.of;
  const inLists = kindCheck(data, want.kindsIn.list);
  const inCatalog = kindCheck(data, want.kindsIn.catalog);
  let allKinds = 0;
  for (let row = 0; row < rows.count; row++) {
    if (want.words.length > 0 && !hasWords(rows.text(row), want.words)) continue;
    let failed = 0;
    for (const { bit, of, passes } of checks) if (passes[of[row] ?? 0] !== true) failed |= bit;
    const kind = kindOf[row] ?? 0;
    if ((failed & ~KIND) === 0) {
      if (inCatalog[kind] === true) lists.all++;
      if (inLists[kind] === true) for (const { id } of LISTS) if (listed[id].has(row)) lists[id]++;
    }
    if (want.list !== null && !listed[want.list].has(row)) continue;
    if (failed === 0) found.push(row);
    // Choosing another kind drops the types, so its counts are those without them.
    if ((failed & ~KIND & ~TYPE) === 0) {
      allKinds++;
      add(counts.kind, data.facets.kind, row);
    }
    for (const { id, bit, free } of others) if ((failed & ~(free ? bit : 0)) === 0) add(counts[id], data.facets[id], row);
  }
  return { rows: sortRows(rows, found, want, personal), counts, allKinds, lists };
}

function add(counts: number[], field: Coded, row: number): void {
  for (const position of valuesOf(field, row)) counts[position] = (counts[position] ?? 0) + 1;
}

/** Says whether values of a filter add up: then each one narrows further. */
function adds(id: FacetId, want: Wanted): boolean {
  return id === 'tag' && !want.anyTag;
}

interface Check {
  /** Stands for the filter among those that a row fails. */
  readonly bit: number;
  readonly of: readonly number[];
  /** By set. */
  readonly passes: readonly boolean[];
}

/** Decides for each set of values once whether it passes; null when nothing is asked. */
function checkOf(data: IndexData, id: FacetId, bit: number, want: Wanted): Check | null {
  const field = data.facets[id];
  const chosen = id === 'kind' ? want.kinds : (want.values.get(id) ?? []);
  if (chosen.length === 0) return null;
  const wanted = chosen.map((value) => field.values.indexOf(value));
  const passes = Array.from({ length: countSets(field) }, (_, set) => {
    const own = valuesOfSet(field, set);
    return adds(id, want) ? wanted.every((one) => own.includes(one)) : wanted.some((one) => own.includes(one));
  });
  return { bit, of: field.of, passes };
}

/** Decides for each set of kinds whether it is among these; none stands for all. */
function kindCheck({ facets: { kind } }: IndexData, kinds: readonly string[]): readonly boolean[] {
  return Array.from(
    { length: countSets(kind) },
    (_, set) => kinds.length === 0 || valuesOfSet(kind, set).some((one) => kinds.includes(kind.values[one] ?? '')),
  );
}

function hasWords(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false;
  return true;
}

function listMembers(rows: Rows, { owners, starred, recent }: Personal): Record<ListId, ReadonlySet<number>> {
  const found = (refs: Iterable<string>) => new Set([...refs].map((ref) => rows.find(ref)).filter((row) => row >= 0));
  return { mine: owners === null ? new Set() : ownedBy(rows, owners), starred: found(starred), recent: found(recent) };
}

function ownedBy({ data, count }: Rows, owners: ReadonlySet<string>): Set<number> {
  const field = data.facets.owner;
  const passes = Array.from({ length: countSets(field) }, (_, set) =>
    valuesOfSet(field, set).some((position) => owners.has(field.values[position] ?? '')),
  );
  const found = new Set<number>();
  for (let row = 0; row < count; row++) if (passes[field.of[row] ?? 0] === true) found.add(row);
  return found;
}

/** Lists a person or group and all groups that they belong to, as refs. A ring of groups ends where it began. */
export function ownersOf({ data, ref, find }: Rows, who: string): ReadonlySet<string> {
  const above = new Map(data.above);
  const owners = new Set([who.toLowerCase()]);
  for (const one of owners) for (const group of above.get(find(one)) ?? []) owners.add(ref(group));
  return owners;
}

/** Returns the preset of the kinds that are shown. */
export function presetOf(data: IndexData, kinds: readonly string[]): PresetData {
  const key = kinds.length === 1 ? (kinds[0] ?? '') : ALL_KINDS;
  const found = Object.hasOwn(data.presets, key) ? data.presets[key] : data.presets[OTHER_KINDS];
  return found ?? { columns: ['name'], sort: 'name' };
}

/** Returns the name under which a column stands in addresses. */
export function columnId(data: IndexData, column: ColumnData): string {
  return typeof column === 'number' ? (data.fields[column]?.label ?? '') : column;
}

/** How the rows are ordered: as the address asks, by the preset, or null where another order is more useful. */
export function sortOf(data: IndexData, want: Wanted): { readonly column: string; readonly down: boolean } | null {
  if (want.sort !== null) return want.sort;
  if (want.words.length > 0 || want.list === 'recent') return null;
  const { sort } = presetOf(data, want.kinds);
  return { column: sort.replace(/^-/, ''), down: sort.startsWith('-') };
}

function sortRows(rows: Rows, found: number[], want: Wanted, personal: Personal): readonly number[] {
  const { data } = rows;
  const sort = sortOf(data, want);
  if (sort === null) {
    if (want.words.length > 0) return bestFirst(rows, found, want.words);
    const seen = new Map(personal.recent.map((ref, index) => [rows.find(ref), index]));
    return found.toSorted((a, b) => (seen.get(a) ?? 0) - (seen.get(b) ?? 0));
  }
  if (sort.column === 'name') return sort.down ? found.toReversed() : found;
  const column = presetOf(data, want.kinds).columns.find((one) => columnId(data, one) === sort.column);
  const rank = column === undefined ? null : ranks(rows, column);
  if (rank === null) return found;
  // One number for each row, which sorts much quicker than a comparison: the rank, and among equals the place, since rows stand in the
  // order of their titles. What has no value comes last either way.
  const most = found.reduce((highest, row) => Math.max(highest, rank(row)), 0);
  const keys = Float64Array.from(found, (row, place) => {
    const own = rank(row);
    return (own < 0 ? most + 1 : sort.down ? most - own : own) * found.length + place;
  });
  return Array.from(keys.sort(), (key) => found[key % found.length] ?? 0);
}

/** Rows whose name has all words come first, those whose name begins with the first word before them. */
function bestFirst(rows: Rows, found: readonly number[], words: readonly string[]): readonly number[] {
  const groups: [number[], number[], number[]] = [[], [], []];
  for (const row of found) {
    const name = rows.nameText(row);
    groups[!hasWords(name, words) ? 2 : name.startsWith(words[0] ?? '') ? 0 : 1].push(row);
  }
  return groups.flat();
}

/** Filters that hold what a built-in column shows. */
const FACET_OF_COLUMN: Readonly<Record<string, FacetId>> = {
  kind: 'kind',
  owner: 'owner',
  system: 'system',
  domain: 'domain',
  type: 'type',
  lifecycle: 'lifecycle',
  tags: 'tag',
  namespace: 'namespace',
  status: 'status',
};

/** Returns the field that a column shows; null for names and descriptions. */
export function fieldOf(data: IndexData, column: ColumnData): Coded | null {
  if (typeof column === 'number') return data.fields[column] ?? null;
  const facet = FACET_OF_COLUMN[column];
  return facet === undefined ? null : data.facets[facet];
}

/** Returns the rank of a row by a column, -1 for none. Values are coded in the order that people expect. */
function ranks({ data }: Rows, column: ColumnData): ((row: number) => number) | null {
  const field = fieldOf(data, column);
  if (field !== null) return (row) => valuesOf(field, row)[0] ?? -1;
  const { byDescription } = data;
  return column === 'description' && byDescription !== undefined ? (row) => byDescription[row] ?? -1 : null;
}
