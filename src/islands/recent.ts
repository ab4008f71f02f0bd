// Entities whose pages were seen in this browser, the last one first.
import { readList, writeMemory } from './memory.ts';

const NAME = 'recent';
const MOST = 50;

/** Returns the refs of what was seen. */
export function readRecent(): readonly string[] {
  return readList(NAME, MOST);
}

/** Remembers that an entity is being looked at. */
export function rememberSeen(ref: string): void {
  const before = readRecent();
  if (before[0] !== ref) writeMemory(NAME, [ref, ...before.filter((one) => one !== ref)].slice(0, MOST));
}
