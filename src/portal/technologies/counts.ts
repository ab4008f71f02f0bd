// How many use something: uses in, entities and teams out.
import type { Use } from './types.ts';

export interface UseCounts {
  readonly entities: number;
  /** Owners, each once; what nobody owns counts for none. */
  readonly teams: number;
}

/** Counts the users of an entry. */
export function countUses(uses: readonly Use[]): UseCounts {
  return { entities: uses.length, teams: new Set(uses.flatMap(({ owner }) => owner ?? [])).size };
}
