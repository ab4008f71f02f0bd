// Reads the coded data of the index: row numbers in; titles, refs, addresses and values out. For the build and the browser alike.
import { lazy } from '../../lib/lazy.ts';
import { type Coded, FACETS, type FacetId, type IndexData } from './index-shape.ts';

/** The index, ready to be asked. Rows are numbers in the order of their titles. */
export interface Rows {
  readonly data: IndexData;
  readonly count: number;
  title(row: number): string;
  ref(row: number): string;
  /** Address without base path. */
  address(row: number): string;
  /** Beginning of the description; empty without one, null where it is not loaded yet. */
  summary(row: number): string | null;
  /** Title and name in small letters, which count more. */
  nameText(row: number): string;
  /** Finds the row of a full ref; -1 when nothing defines it. */
  find(ref: string): number;
  /** What people read for the values of a filter, by position, in small letters. */
  labels(id: FacetId): readonly string[];
}

/** Positions of the values that a row has in a field. */
export function valuesOf({ sets, of }: Coded, row: number): readonly number[] {
  const set = of[row] ?? 0;
  if (sets !== undefined) return sets[set] ?? [];
  return set === 0 ? [] : [set - 1];
}

/** How many sets of values a field has. */
export function countSets({ sets, values }: Coded): number {
  return sets === undefined ? values.length + 1 : sets.length;
}

/** Positions of the values in one set. */
export function valuesOfSet({ sets }: Coded, set: number): readonly number[] {
  if (sets !== undefined) return sets[set] ?? [];
  return set === 0 ? [] : [set - 1];
}

/** Writes a name in words, as many titles are: `cart-api` gives `Cart api`. */
export function nameInWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the title of a row. */
export function titleOfRow({ names, titles }: IndexData, row: number): string {
  const [name = '', title = 0] = [names[row], titles[row]];
  return title === 0 ? name : title === 1 ? nameInWords(name) : title;
}

/** Returns the name of the icon of a row's kind. */
export function kindIcon({ facets, kindIcons }: IndexData, row: number): string {
  return kindIcons[valuesOf(facets.kind, row)[0] ?? -1] ?? 'other';
}

/** Opens the data of the index. `summaryOf` finds the beginning of a description, or null where it is not loaded. */
export function openRows(data: IndexData, summaryOf: (row: number) => string | null): Rows {
  const value = (id: FacetId, row: number) => {
    const field = data.facets[id];
    return field.values[valuesOf(field, row)[0] ?? -1] ?? '';
  };
  const count = data.names.length;
  const title = (row: number) => titleOfRow(data, row);
  const refs = Array.from(data.names, (name, row) => `${value('kind', row)}:${value('namespace', row)}/${name}`.toLowerCase());
  const byRef = new Map(refs.map((ref, row) => [ref, row]));
  const names = Array.from(data.names, (name, row) => `${title(row)} ${name}`.toLowerCase());
  // The search opens the index for its names alone.
  const labels = lazy(
    () =>
      new Map(
        FACETS.map(({ id }) => {
          const field = data.facets[id];
          return [id, Array.from(field.values, (_, position) => valueLabel(data, field, position).toLowerCase())];
        }),
      ),
  );
  return {
    data,
    count,
    title,
    ref: (row) => refs[row] ?? '',
    address: (row) =>
      data.addresses[row] ?? `/catalog/${value('namespace', row).toLowerCase()}/${value('kind', row)}/${data.names[row] ?? ''}/`,
    summary: (row) => (data.described[row] === 1 ? summaryOf(row) : ''),
    nameText: (row) => names[row] ?? '',
    find: (ref) => byRef.get(ref.toLowerCase()) ?? -1,
    labels: (id) => labels().get(id) ?? [],
  };
}

/** Returns what people read for a value: the title of the entity it names, its label, or the value itself. */
export function valueLabel(data: IndexData, field: Coded, position: number): string {
  const row = field.rows?.[position] ?? -1;
  if (row >= 0) return titleOfRow(data, row);
  return field.labels?.[position] ?? field.values[position] ?? '';
}
