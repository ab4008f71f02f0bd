// A sorted index in parts of which a question loads one or two: rows in, parts and their first keys out; and which parts a key is in.
import { compareText } from '../../lib/problem.ts';

/** Rows of one part, about eight kilobytes compressed. */
const ROWS = 400;

/** Parts that the beginning of a key may load: of a single letter there are many, which nobody needs. */
const MOST_PARTS = 2;

type Row = readonly [key: string, ...rest: unknown[]];

/** Cuts rows that are sorted by their keys into parts. */
export function cutParts<T extends Row>(rows: readonly T[], most = ROWS): T[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, part) => rows.slice(part * most, (part + 1) * most));
}

/** Lists the first keys of parts. */
export function firstKeys(parts: readonly (readonly Row[])[]): string[] {
  return parts.map(([row]) => row?.[0] ?? '');
}

/** Finds the parts that may hold keys which begin with a text, the first few. */
export function partsFor(first: readonly string[], start: string): number[] {
  if (first.length === 0 || start === '') return [];
  let [low, high] = [0, first.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareText(first[middle] ?? '', start) < 0) low = middle + 1;
    else high = middle;
  }
  // The part before may end with keys that begin so.
  const parts = [Math.max(0, low - 1)];
  for (let part = Math.max(1, low); part < first.length && first[part]?.startsWith(start) === true; part++) parts.push(part);
  return parts.slice(0, MOST_PARTS);
}
