// Which rows pass, in which order, and how many each value of each filter would give: the index and a question in, rows and counts out.
// It happens at every key that is pressed: each filter marks the rows that fail it, in one walk; then rows are gathered by what they fail.
import { countValues } from './count.ts';
import { wordCheck } from './find-words.ts';
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
/** Stand for the list and the words among the filters that a row fails. */
const LIST = 1 << FACETS.length;
const WORDS = LIST << 1;

/** Selects rows and counts what every other choice would give. */
export function select(rows: Rows, want: Wanted, personal: Personal = NOBODY): Selection {
  const { facets } = rows.data;
  const listed = listMembers(rows, personal);
  const failed = markFailed(rows, want, want.list === null ? null : listed[want.list]);
  const byFailed = gather(failed);
  const failing = (...masks: readonly number[]) => masks.map((mask) => byFailed.get(mask) ?? []);
  // Choosing another kind drops the types, so its counts are those without them.
  const ofAnyKind = failing(0, KIND, TYPE, KIND | TYPE);
  const counts = Object.fromEntries(
    FACETS.map(({ id }, index) => [
      id,
      countValues(facets[id], id === 'kind' ? ofAnyKind : adds(id, want) ? failing(0) : failing(0, 1 << index)),
    ]),
  ) as Record<FacetId, readonly number[]>;
  return {
    rows: sortRows(rows, byFailed.get(0) ?? [], want, personal),
    counts,
    allKinds: ofAnyKind.reduce((sum, list) => sum + list.length, 0),
    lists: countLists(rows, want, failed, listed),
  };
}

/** Marks for each row which filters it fails; 0 for a row that passes. */
function markFailed(rows: Rows, want: Wanted, list: ReadonlySet<number> | null): Uint16Array {
  const { data, count } = rows;
  const failed = new Uint16Array(count);
  for (const [index, { id }] of FACETS.entries()) {
    const check = checkOf(data, id, want);
    if (check === null) continue;
    const { of } = data.facets[id];
    for (let row = 0; row < count; row++) if (check[of[row] ?? 0] !== true) failed[row]! |= 1 << index;
  }
  if (list !== null) for (let row = 0; row < count; row++) if (!list.has(row)) failed[row]! |= LIST;
  for (const word of want.words) {
    const hasWord = wordCheck(rows, word);
    for (let row = 0; row < count; row++) if (((failed[row] ?? 0) & WORDS) === 0 && !hasWord(row)) failed[row]! |= WORDS;
  }
  return failed;
}

/** Gathers the rows that pass, and those that fail one filter alone, or kind and type: what one more choice can bring back. */
function gather(failed: Uint16Array): ReadonlyMap<number, readonly number[]> {
  const lists = new Map([0, KIND | TYPE, ...FACETS.map((_, index) => 1 << index)].map((mask) => [mask, [] as number[]]));
  const passing = lists.get(0) ?? [];
  for (let row = 0; row < failed.length; row++) {
    const mask = failed[row] ?? 0;
    if (mask === 0) passing.push(row);
    else lists.get(mask)?.push(row);
  }
  return lists;
}

/** Counts what each list would give under the other filters. Lists of one's own show other kinds than the catalog when none is chosen. */
function countLists(
  { data }: Rows,
  { kindsIn }: Wanted,
  failed: Uint16Array,
  listed: Readonly<Record<ListId, ReadonlySet<number>>>,
): Record<ListId | 'all', number> {
  const kindOf = data.facets.kind.of;
  const lists = { all: 0, mine: 0, starred: 0, recent: 0 };
  const inLists = kindCheck(data, kindsIn.list);
  const inCatalog = kindCheck(data, kindsIn.catalog);
  for (let row = 0; row < failed.length; row++) {
    if (((failed[row] ?? 0) & ~(KIND | LIST)) === 0 && inCatalog[kindOf[row] ?? 0] === true) lists.all++;
  }
  for (const { id } of LISTS)
    for (const row of listed[id]) if (((failed[row] ?? 0) & ~(KIND | LIST)) === 0 && inLists[kindOf[row] ?? 0] === true) lists[id]++;
  return lists;
}

/** Says whether values of a filter add up: then each one narrows further. */
function adds(id: FacetId, want: Wanted): boolean {
  return id === 'tag' && !want.anyTag;
}

/** Decides for each set of values once whether it passes; null when nothing is asked. */
function checkOf(data: IndexData, id: FacetId, want: Wanted): readonly boolean[] | null {
  const field = data.facets[id];
  const chosen = id === 'kind' ? want.kinds : (want.values.get(id) ?? []);
  if (chosen.length === 0) return null;
  const wanted = chosen.map((value) => field.values.indexOf(value));
  return Array.from({ length: countSets(field) }, (_, set) => {
    const own = valuesOfSet(field, set);
    return adds(id, want) ? wanted.every((one) => own.includes(one)) : wanted.some((one) => own.includes(one));
  });
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

function sortRows(rows: Rows, found: readonly number[], want: Wanted, personal: Personal): readonly number[] {
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
  return byRank(found, rank, sort.down);
}

/** Orders rows by their ranks; equals stay in the order of their titles, and what has no value comes last either way. */
function byRank(found: readonly number[], rank: (row: number) => number, down: boolean): readonly number[] {
  // Ranks are small numbers, so they are counted, which gives each its place: much quicker than to compare rows.
  const ranks = new Int32Array(found.length);
  let most = 0;
  for (const [index, row] of found.entries()) most = Math.max(most, (ranks[index] = rank(row)));
  const placeOf = (own: number) => (own < 0 ? most + 1 : down ? most - own : own);
  const next = new Uint32Array(most + 3);
  for (const own of ranks) next[placeOf(own) + 1]! += 1;
  for (let place = 1; place < next.length; place++) next[place]! += next[place - 1] ?? 0;
  const ordered = Array.from(found);
  for (const [index, row] of found.entries()) {
    const place = placeOf(ranks[index] ?? -1);
    ordered[next[place] ?? 0] = row;
    next[place]! += 1;
  }
  return ordered;
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
