// Codes one field of all rows by a dictionary: the values of each row in, distinct values and sets with a number for each row out.
import { compareText } from '../../lib/problem.ts';
import type { Coded } from './index-shape.ts';

/** One value of a row. */
export interface RowValue {
  readonly value: string;
  readonly label?: string;
}

type Order = (a: RowValue, b: RowValue) => number;

/** Numbers come first, by size; then words, in capitals or not. */
const byLabel: Order = (a, b) => {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null || y !== null) return (x ?? Infinity) - (y ?? Infinity) || compareText(a.value, b.value);
  return compareText(labelOf(a).toLowerCase(), labelOf(b).toLowerCase()) || compareText(a.value, b.value);
};
const numberOf = (one: RowValue) => (/^-?\d{1,15}(?:\.\d{1,9})?$/.test(labelOf(one)) ? Number(labelOf(one)) : null);
const labelOf = ({ value, label = value }: RowValue) => label;

/** Codes the values of all rows; values are ordered by what people read, unless another order is given. */
export function codeValues(rows: readonly (readonly RowValue[])[], order: Order = byLabel): Coded {
  const distinct = new Map(rows.flatMap((values) => values.map((one) => [one.value, one] as const)));
  const values = [...distinct.values()].sort(order);
  const position = new Map(values.map(({ value }, index) => [value, index]));
  const labels = Object.fromEntries(values.flatMap((one, index) => (labelOf(one) === one.value ? [] : [[index, labelOf(one)]])));
  const shared = { values: values.map(({ value }) => value), ...(Object.keys(labels).length > 0 && { labels }) };
  const coded = rows.map((row) => [...new Set(row.map(({ value }) => position.get(value) ?? -1))]);
  if (coded.every((set) => set.length <= 1)) return { ...shared, of: coded.map(([first = -1]) => first + 1) };
  const sets = new Map<string, number>();
  const of = coded.map((set) => {
    const key = set.join();
    const known = sets.get(key) ?? sets.size;
    sets.set(key, known);
    return known;
  });
  return { ...shared, sets: [...sets.keys()].map((key) => (key === '' ? [] : key.split(',').map(Number))), of };
}
