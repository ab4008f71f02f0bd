// Finds headings, pages, operations and radar entries by their keys: rows of the loaded parts and a question in, hits out, best first.
import type { KeyRow } from './shape.ts';
import { TIERS } from './tiers.ts';
import { fold } from './words.ts';

export interface KeyHit {
  readonly row: KeyRow;
  readonly tier: number;
}

/** Letters that the beginning of a key needs. */
const LETTERS_FOR_START = 3;

/** Finds the rows whose keys are the question or begin with it. Each thing is found once, by its best key. */
export function matchKeys(parts: readonly (readonly KeyRow[])[], question: string): KeyHit[] {
  const asked = fold(question);
  if (asked === '') return [];
  const found = new Map<string, KeyHit>();
  for (const row of parts.flat()) {
    const [key, , , place, address] = row;
    if (!key.startsWith(asked) || (key !== asked && asked.length < LETTERS_FOR_START)) continue;
    const tier = key === asked ? TIERS.key : TIERS.keyPrefix;
    const known = found.get(`${place} ${address}`);
    if (known === undefined || tier < known.tier) found.set(`${place} ${address}`, { row, tier });
  }
  return [...found.values()].sort((a, b) => a.tier - b.tier || a.row[0].length - b.row[0].length);
}
