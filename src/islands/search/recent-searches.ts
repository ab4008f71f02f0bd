// Questions that led somewhere, the last one first; kept in this browser only.
import { readList, writeMemory } from '../memory.ts';

const NAME = 'searches';
const MOST = 8;
const MOST_LETTERS = 100;

/** Returns the last questions. */
export function recentSearches(): readonly string[] {
  return readList(NAME, MOST);
}

/** Remembers a question. */
export function rememberSearch(question: string): void {
  const asked = question.trim().slice(0, MOST_LETTERS);
  if (asked === '') return;
  writeMemory(NAME, [asked, ...recentSearches().filter((one) => one.toLowerCase() !== asked.toLowerCase())].slice(0, MOST));
}

/** Forgets all questions. */
export function forgetSearches(): void {
  writeMemory(NAME, null);
}
