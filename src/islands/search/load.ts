// Loads what the search needs: addresses of its data in, the data out, each loaded once and again when that failed.
import { addFields, type NameList, openNames } from '../../portal/search/name-list.ts';
import type { FieldsData, KeyRow, NamesData, WordRow } from '../../portal/search/shape.ts';
import { partsFor } from '../../portal/search/sorted-parts.ts';
import { SUMMARY_ROWS } from '../../portal/catalog/index-shape.ts';
import { base } from '../dom.ts';

const loaded = new Map<string, Promise<unknown>>();

function load<T>(address: string): Promise<T> {
  const known = loaded.get(address);
  if (known !== undefined) return known as Promise<T>;
  const loading = fetchJson(address);
  loaded.set(address, loading);
  loading.catch(() => loaded.delete(address));
  return loading as Promise<T>;
}

async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(`${base}${address}`);
  if (!answer.ok) throw new Error(`The search index could not be loaded: ${answer.status}`);
  return answer.json() as Promise<unknown>;
}

/** Blocks of descriptions, by their number. */
const summaries = new Map<number, readonly string[]>();

function summaryOf(row: number): string | null {
  return summaries.get(Math.floor(row / SUMMARY_ROWS))?.[row % SUMMARY_ROWS] ?? null;
}

let names: Promise<NameList> | undefined;
let withFields: Promise<NameList> | undefined;

/** Loads the names of all entities. */
export function loadNames(): Promise<NameList> {
  names ??= load<NamesData>('search/names.json').then((data) => openNames(data, summaryOf));
  names.catch(() => (names = undefined));
  return names;
}

/** Loads names and the fields that names alone do not need. */
export function loadFields(): Promise<NameList> {
  withFields ??= Promise.all([loadNames(), load<FieldsData>('search/fields.json')]).then(([list, later]) =>
    addFields(list, later, summaryOf),
  );
  withFields.catch(() => (withFields = undefined));
  return withFields;
}

/** Loads the parts of the index of keys in which a question may stand. */
export async function loadKeys(start: string): Promise<readonly (readonly KeyRow[])[]> {
  const { data } = await loadNames();
  return Promise.all(partsFor(data.keyParts, start).map((part) => load<readonly KeyRow[]>(`search/keys/${part}.json`)));
}

/** Loads the parts of the index of words in which the words of a question may stand. */
export async function loadWords(terms: readonly string[]): Promise<readonly (readonly WordRow[])[]> {
  const { data } = await loadNames();
  const parts = new Set(terms.flatMap((term) => partsFor(data.wordParts, term)));
  return Promise.all([...parts].map((part) => load<readonly WordRow[]>(`search/words/${part}.json`)));
}

/** Loads the descriptions of rows. */
export async function loadSummaries(rows: readonly number[]): Promise<void> {
  const missing = [...new Set(rows.map((row) => Math.floor(row / SUMMARY_ROWS)))].filter((block) => !summaries.has(block));
  await Promise.all(missing.map(async (block) => summaries.set(block, await load<readonly string[]>(`catalog/summaries/${block}.json`))));
}
