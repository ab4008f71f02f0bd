// Says whether Pagefind has found what was asked: the question and the first pages in, yes or no out.
import { askedWords, isUnspaced, wordsOf } from '../../portal/search/words.ts';

/** A page as Pagefind gives it. */
export interface MatchedText {
  readonly content: string;
  /** Positions of words that matched. */
  readonly locations: readonly number[];
}

/**
 * Where no word begins with the one that is asked for, Pagefind takes the longest word that it begins with: nonsense finds whatever holds
 * its first letter. So each asked word must have most of its letters in common with one that matched.
 */
export function isMeant(asked: string, pages: readonly MatchedText[]): boolean {
  const matched = new Set(
    pages.flatMap(({ content, locations }) => {
      const words = content.split(/\s+/);
      return locations.flatMap((at) => words[at] ?? []).flatMap((word) => [...wordsOf(word), word.toLowerCase()]);
    }),
  );
  return askedWords(asked).every((word) => isUnspaced(word) || [...matched].some((found) => haveStem(word, found)));
}

/** Forms of one word begin alike: `deploying` and `deploy`. */
function haveStem(asked: string, found: string): boolean {
  const needed = Math.min(asked.length, Math.max(3, Math.ceil(asked.length * 0.6)));
  return found.includes(asked) || found.slice(0, needed) === asked.slice(0, needed);
}
