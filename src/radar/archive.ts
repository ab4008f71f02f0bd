// Decisions that take an entry off the radar: what they call the place where it goes.
import type { Decision } from './types.ts';

/** Written where a file says without a word that an entry is gone. */
export const ARCHIVE = 'archive';

const NAMES: ReadonlySet<string> = new Set([ARCHIVE, 'archived']);

/** Says whether a name that is no ring's stands for what is no longer on the radar. */
export function isArchive(name: string): boolean {
  return NAMES.has(name.toLowerCase());
}

/** Says whether a decision took its entry off the radar. */
export function takesOff({ ring, said }: Pick<Decision, 'ring' | 'said'>): boolean {
  return ring === null && isArchive(said);
}
