// Entities that were starred in this browser, the last one first.
import { onMemory, readList, writeMemory } from './memory.ts';

const NAME = 'starred';
const MOST = 1000;

/** Returns the refs of what is starred. */
export function readStarred(): readonly string[] {
  return readList(NAME, MOST);
}

/** Stars an entity, or takes its star away. */
export function toggleStar(ref: string): void {
  const before = readStarred();
  writeMemory(NAME, before.includes(ref) ? before.filter((one) => one !== ref) : [ref, ...before].slice(0, MOST));
}

/** Calls when stars change, here or in another window. */
export function onStarred(changed: () => void): void {
  onMemory(NAME, changed);
}
