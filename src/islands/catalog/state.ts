// The address of the catalog index as its script reads and writes it: everything that is chosen stands in it.
import { type Place, type Target, type Wanted, fromBackstage, readWanted, targetAddress } from '../../portal/catalog/query.ts';
import { base, toHref } from '../dom.ts';

/** Rows that are drawn, kept with an entry of the history, so that the way back leads to the same place. */
interface HistoryState {
  readonly shown?: number;
}

/** Reads the address as a target: the kind of its path, and its query. */
export function currentTarget(): Target {
  const rest = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : '';
  const kind = /^catalog\/([^/]+)\/$/.exec(rest)?.[1];
  return { kind: kind === undefined ? null : decodeURIComponent(kind).toLowerCase(), params: new URLSearchParams(location.search) };
}

/** Reads what the address asks for; `first` is the kind that the index shows when nothing else is asked for. */
export function currentWanted(first: string): Wanted {
  const { kind, params } = currentTarget();
  const place: Place = { kind, first };
  return readWanted(place, params);
}

/** Goes to a target. Typing replaces the entry in the history; choosing adds one. */
export function goTo(target: Target, mode: 'push' | 'replace'): void {
  history[mode === 'push' ? 'pushState' : 'replaceState'](null, '', toHref(targetAddress(target)));
}

/** Writes an address that was saved from Backstage in our own words. Returns whether it was one. */
export function translateAddress(): boolean {
  const { kind, params } = currentTarget();
  const ours = fromBackstage(params);
  if (ours !== null) goTo({ kind, params: ours }, 'replace');
  return ours !== null;
}

/** Returns how many rows were drawn at this entry of the history, or a number for entries that are new. */
export function readShown(otherwise: number): number {
  const state = history.state as HistoryState | null;
  return typeof state?.shown === 'number' ? state.shown : otherwise;
}

/** Says whether this entry of the history has been here before, with more rows than the page's HTML has. */
export function hasShown(): boolean {
  return typeof (history.state as HistoryState | null)?.shown === 'number';
}

/** Remembers how many rows are drawn. */
export function rememberShown(shown: number): void {
  history.replaceState({ shown } satisfies HistoryState, '');
}
