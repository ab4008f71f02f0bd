// How often values occur: a coded field and rows in, counts by position out.
import type { Coded } from './index-shape.ts';
import { countSets, valuesOfSet } from './rows.ts';

/** Counts the values of a field in lists of rows. Sets are counted first, and there are far fewer of them than rows. */
export function countValues(field: Coded, lists: readonly (readonly number[])[]): readonly number[] {
  const { of } = field;
  const sets = new Uint32Array(countSets(field));
  for (const list of lists) for (const row of list) sets[of[row] ?? 0]! += 1;
  const counts = Array.from({ length: field.values.length }, () => 0);
  for (const [set, count] of sets.entries()) if (count > 0) for (const position of valuesOfSet(field, set)) counts[position]! += count;
  return counts;
}
