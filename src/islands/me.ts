// Who sits at this browser: a user or group of the catalog, picked once. Kept with everybody whose things are theirs, so that every page
// can tell what is mine without loading the organisation.
import { onMemory, readMemory, writeMemory } from './memory.ts';

const NAME = 'me';
const MOST_OWNERS = 200;

export interface Me {
  /** Full ref of a user or group. */
  readonly ref: string;
  readonly title: string;
  /** Refs whose things are mine: my own, and those of all groups above. */
  readonly owners: readonly string[];
}

/** Returns who was picked; null for nobody. */
export function readMe(): Me | null {
  const found = readMemory(NAME);
  if (typeof found !== 'object' || found === null) return null;
  const { ref, title, owners } = found as Readonly<Record<string, unknown>>;
  if (typeof ref !== 'string' || typeof title !== 'string' || !Array.isArray(owners)) return null;
  return { ref, title, owners: owners.filter((one) => typeof one === 'string').slice(0, MOST_OWNERS) };
}

/** Remembers who was picked; null forgets them. */
export function writeMe(me: Me | null): void {
  writeMemory(NAME, me === null ? null : { ...me, owners: me.owners.slice(0, MOST_OWNERS) });
}

/** Calls when somebody else is picked, here or in another window. */
export function onMe(changed: () => void): void {
  onMemory(NAME, changed);
}
