// Which rows have a word in their name, ref, or what they are filtered by: the index and a word in, a check of rows out.
import { FACETS } from './index-shape.ts';
import { type Rows, countSets, valuesOfSet } from './rows.ts';

/** Filters whose values say nothing that people would type. */
const NOT_SEARCHED = 'status';

/** Makes the function that says whether a row has a word. Values are looked through once, names row by row. */
export function wordCheck(rows: Rows, word: string): (row: number) => boolean {
  const marked = FACETS.flatMap(({ id }) => (id === NOT_SEARCHED ? [] : markSets(rows, id, word)));
  return (row) => {
    if (rows.nameText(row).includes(word)) return true;
    for (const { of, has } of marked) if (has[of[row] ?? 0] === 1) return true;
    return rows.ref(row).includes(word);
  };
}

interface Marked {
  readonly of: readonly number[];
  /** By set: 1 where a value has the word. */
  readonly has: Uint8Array;
}

/** Marks the sets of values of a filter that have a word; nothing when none has it. */
function markSets({ data, labels }: Rows, id: (typeof FACETS)[number]['id'], word: string): Marked[] {
  const field = data.facets[id];
  const values = labels(id).map((label) => label.includes(word));
  if (!values.includes(true)) return [];
  const has = Uint8Array.from({ length: countSets(field) }, (_, set) =>
    Number(valuesOfSet(field, set).some((position) => values[position] === true)),
  );
  return [{ of: field.of, has }];
}
