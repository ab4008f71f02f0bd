// The names of all entities, prepared to be asked: the catalog's index and what the search knows beside it in, columns of words out.
import { type Coded, FACETS, type FacetId } from '../catalog/index-shape.ts';
import { type Rows, countSets, openRows, valueLabel, valuesOf, valuesOfSet } from '../catalog/rows.ts';
import { FIRST_FIELDS, type FieldsData, LATER_FIELDS, type NamesData, type SectionName } from './shape.ts';
import { fold, squeeze, wordsOf } from './words.ts';

/** One field by which entities are found without being called so. */
interface FieldWords {
  /** Positions in the vocabulary of the words of each set of values. */
  readonly sets: readonly (readonly number[])[];
  readonly of: readonly number[];
}

/** What the matcher reads; rows are those of the catalog's index. */
export interface NameList {
  readonly rows: Rows;
  readonly data: NamesData;
  /** Folded, by row. */
  readonly names: readonly string[];
  readonly titles: readonly string[];
  readonly squeezed: readonly (readonly string[])[];
  readonly aliases: ReadonlyMap<number, readonly string[]>;
  /** All words of names and fields, each once. */
  readonly vocabulary: readonly string[];
  /** Positions of the words of names, titles and aliases, by row. */
  readonly words: readonly (readonly number[])[];
  readonly fields: readonly FieldWords[];
  /** Rows that nobody should start using. */
  readonly deprecated: ReadonlySet<number>;
  /** Rows with docs, and with a definition of an API. */
  readonly docs: ReadonlySet<number>;
  readonly apis: ReadonlySet<number>;
}

const NO_VALUES: Coded = { values: [], of: [] };

/** Opens names as rows of the catalog. Fields that have not been loaded are empty. */
function openNameRows(data: NamesData, later: FieldsData | null, summaryOf: (row: number) => string | null): Rows {
  const facets = { ...Object.fromEntries(FACETS.map(({ id }) => [id, NO_VALUES])), ...data.facets, ...later } as Record<FacetId, Coded>;
  return openRows({ ...data, facets, described: data.names.map(() => 1), fields: [], presets: {}, above: [] }, summaryOf);
}

/** Prepares the names, and the fields that come with them. */
export function openNames(data: NamesData, summaryOf: (row: number) => string | null): NameList {
  const rows = openNameRows(data, null, summaryOf);
  const vocabulary = new Map<string, number>();
  const position = positionIn(vocabulary);
  const all = Array.from({ length: rows.count }, (_, row) => row);
  const written = rows.data.names;
  const names = written.map(fold);
  const titles = all.map((row) => fold(rows.title(row)));
  const aliases = new Map(Object.entries(data.aliases).map(([row, list]) => [Number(row), list.map(fold)] as const));
  const words = all.map((row) => {
    // Most titles say the name once more.
    const other = titles[row] === names[row]?.replaceAll('-', ' ') ? [] : [rows.title(row)];
    return [...new Set([written[row] ?? '', ...other, ...(data.aliases[row] ?? [])].flatMap(wordsOf).map(position))];
  });
  const fields = FIRST_FIELDS.map((id) => fieldWords(rows, id, position));
  const squeezed = all.map((row) => [...new Set([names[row] ?? '', titles[row] ?? '', ...(aliases.get(row) ?? [])].map(squeeze))]);
  return {
    rows,
    data,
    names,
    titles,
    squeezed,
    aliases,
    vocabulary: [...vocabulary.keys()],
    words,
    fields,
    deprecated: new Set(data.deprecated),
    docs: new Set(data.docs),
    apis: new Set(data.apis),
  };
}

/** Adds the fields that are loaded later. */
export function addFields(list: NameList, later: FieldsData, summaryOf: (row: number) => string | null): NameList {
  const rows = openNameRows(list.data, later, summaryOf);
  const vocabulary = new Map(list.vocabulary.map((word, position) => [word, position]));
  const position = positionIn(vocabulary);
  const fields = [...list.fields, ...LATER_FIELDS.map((id) => fieldWords(rows, id, position))];
  return { ...list, rows, fields, vocabulary: [...vocabulary.keys()] };
}

function positionIn(vocabulary: Map<string, number>): (word: string) => number {
  return (word) => {
    const known = vocabulary.get(word);
    if (known !== undefined) return known;
    vocabulary.set(word, vocabulary.size);
    return vocabulary.size - 1;
  };
}

function fieldWords(rows: Rows, id: FacetId, position: (word: string) => number): FieldWords {
  const field = rows.data.facets[id];
  const sets = Array.from({ length: countSets(field) }, (_, set) =>
    valuesOfSet(field, set).flatMap((value) =>
      // A kind is asked for by one or many, an owner by title or name.
      wordsOf(`${valueLabel(rows.data, field, value)} ${field.values[value]?.replace(/^[^:/]*:(?:[^/]*\/)?/, '') ?? ''}`).map(position),
    ),
  );
  return { sets, of: field.of };
}

/** Kind of a row, in lower case. */
export function kindOf({ data }: Rows, row: number): string {
  return data.facets.kind.values[valuesOf(data.facets.kind, row)[0] ?? -1] ?? '';
}

/** Returns the section in which a row is listed. */
export function sectionOf(rows: Rows, row: number): SectionName {
  return sectionOfKind(kindOf(rows, row));
}

/** Returns the section of a kind in any case. */
export function sectionOfKind(kind: string): SectionName {
  return ['group', 'user'].includes(kind.toLowerCase()) ? 'Teams' : 'Catalog';
}
