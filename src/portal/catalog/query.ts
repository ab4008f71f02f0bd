// What an address of the index asks for: path and query in, the question out; and a changed question as an address again.
import { FACETS, type FacetId } from './index-shape.ts';

/** Lists that belong to the person who looks. */
export const LISTS = [
  { id: 'mine', label: 'Mine' },
  { id: 'starred', label: 'Starred' },
  { id: 'recent', label: 'Recently seen' },
] as const;

export type ListId = (typeof LISTS)[number]['id'];

/** Where the index is, and what it shows there when nothing is asked. */
export interface Place {
  /** Kind that the path names in lower case, as in `/catalog/api/`; null for `/catalog/`. */
  readonly kind: string | null;
  /** Kind that `/catalog/` shows when nothing else is asked for. */
  readonly first: string;
}

/** What is asked for. Of the values of one filter any will do, of tags all must be there; between filters all must hold. */
export interface Wanted {
  /** Kinds in lower case; empty for all. */
  readonly kinds: readonly string[];
  /** What `kinds` would be with a list of one's own, and without. */
  readonly kindsIn: { readonly list: readonly string[]; readonly catalog: readonly string[] };
  readonly values: ReadonlyMap<FacetId, readonly string[]>;
  /** Says whether one of the tags is enough. */
  readonly anyTag: boolean;
  /** Words that must all occur. */
  readonly words: readonly string[];
  readonly list: ListId | null;
  /** Null for the order of the preset. */
  readonly sort: { readonly column: string; readonly down: boolean } | null;
}

/** Value of `kind` that stands for all. */
const ALL = 'all';

/** Filters that name entities, and the kind that a bare name means. */
const REF_KINDS: Partial<Readonly<Record<FacetId, string>>> = { owner: 'group', system: 'system', domain: 'domain' };

/** Reads what the address asks for. */
export function readWanted(place: Place, params: URLSearchParams): Wanted {
  const list = LISTS.find(({ id }) => id === params.get('list'))?.id ?? null;
  const sort = params.get('sort') ?? '';
  const kindsIn = { list: readKinds(place, params, []), catalog: readKinds(place, params, [place.first]) };
  const values = FACETS.flatMap(({ id }) => {
    const chosen = id === 'kind' ? [] : [...new Set(params.getAll(id).map((value) => fullValue(id, value)))];
    return chosen.length === 0 ? [] : [[id, chosen] as const];
  });
  return {
    kinds: list === null ? kindsIn.catalog : kindsIn.list,
    kindsIn,
    values: new Map(values),
    anyTag: params.get('tags') === 'any',
    words: (params.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean),
    list,
    sort: sort === '' ? null : { column: sort.replace(/^-/, ''), down: sort.startsWith('-') },
  };
}

/** Reads the kinds that an address names. Without any, a list of one's own shows all of them: what was starred should be found again. */
function readKinds(place: Place, params: URLSearchParams, otherwise: readonly string[]): readonly string[] {
  const asked = params.getAll('kind').map((kind) => kind.toLowerCase());
  if (asked.includes(ALL)) return [];
  if (asked.length > 0) return [...new Set(asked)];
  return place.kind === null ? otherwise : [place.kind];
}

/** People may write a ref without kind or namespace, as in entity files. */
function fullValue(id: FacetId, value: string): string {
  const kind = REF_KINDS[id];
  if (kind === undefined) return value;
  const [, ownKind = kind, rest = value] = /^([^:/]+):(.*)$/s.exec(value) ?? [];
  return `${ownKind}:${rest.includes('/') ? rest : `default/${rest}`}`.toLowerCase();
}

/** Backstage's words for filters and lists, and ours. */
const BACKSTAGE: ReadonlyMap<string, string> = new Map([
  ['kind', 'kind'],
  ['type', 'type'],
  ['owners', 'owner'],
  ['lifecycles', 'lifecycle'],
  ['tags', 'tag'],
  ['namespace', 'namespace'],
  ['user', 'list'],
  ['text', 'q'],
]);
/** The kind that Backstage shows at first. */
const BACKSTAGE_KIND = 'component';
const BACKSTAGE_LISTS: ReadonlyMap<string, ListId> = new Map([
  ['owned', 'mine'],
  ['starred', 'starred'],
]);

/** Translates the query of an address that was saved from Backstage (`filters[kind]=…`); null when it is not one. */
export function fromBackstage(params: URLSearchParams): URLSearchParams | null {
  const found = [...params].flatMap(([key, value]) => {
    const name = /^filters\[(\w+)\](?:\[\d*\])?$/.exec(key)?.[1];
    return name === undefined ? [] : [[key, name, value] as const];
  });
  if (found.length === 0) return null;
  const next = copyOf(params);
  for (const [key] of found) next.delete(key);
  for (const [, name, value] of found) {
    const ours = BACKSTAGE.get(name);
    if (ours === 'list') {
      const list = BACKSTAGE_LISTS.get(value);
      if (list !== undefined) next.set('list', list);
    } else if (ours !== undefined && value !== '' && (ours === 'kind' || value !== ALL)) {
      next.append(ours, ours === 'kind' ? value.toLowerCase() : value);
    }
  }
  if (!next.has('kind')) next.set('kind', BACKSTAGE_KIND);
  return next;
}

/** An address of the index: the kind of its path, and its query. */
export interface Target {
  readonly kind: string | null;
  readonly params: URLSearchParams;
}

/** Copies a query. To read it again is many times quicker than to walk over its parts. */
function copyOf(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams(params.toString());
}

/** Writes a target as an address without base path. */
export function targetAddress({ kind, params }: Target): string {
  const query = params.toString();
  return `/catalog/${kind === null ? '' : `${encodeURIComponent(kind)}/`}${query === '' ? '' : `?${query}`}`;
}

/** Chooses a value of a filter, or drops a chosen one. */
export function toggleValue({ kind, params }: Target, id: FacetId, value: string): Target {
  const next = copyOf(params);
  const before = next.getAll(id).map((one) => fullValue(id, one));
  next.delete(id);
  for (const one of before.includes(value) ? before.filter((other) => other !== value) : [...before, value]) next.append(id, one);
  if (id === 'tag' && next.getAll(id).length === 0) next.delete('tags');
  return { kind, params: next };
}

/**
 * Chooses a kind (null for all), or with `add` one more. Types belong to a kind, so they are dropped. One kind stands in the path,
 * where its page is.
 */
export function chooseKind(now: readonly string[], { params }: Target, kind: string | null, add: boolean): Target {
  const next = copyOf(params);
  next.delete('kind');
  next.delete('type');
  const kept = now.filter((one) => one !== kind);
  const chosen = kind === null ? [] : add && kept.length > 0 ? (now.includes(kind) ? kept : [...now, kind]) : [kind];
  if (chosen.length === 1) return { kind: chosen[0] ?? null, params: next };
  for (const one of chosen.length === 0 ? [ALL] : chosen) next.append('kind', one);
  return { kind: null, params: next };
}

/** Sets a part of the query that has one value; the empty string removes it. */
export function setParam({ kind, params }: Target, name: 'q' | 'list' | 'sort' | 'tags', value: string): Target {
  const next = copyOf(params);
  if (value === '') next.delete(name);
  else next.set(name, value);
  return { kind, params: next };
}
