// Finds entities by words of their descriptions and annotations: rows of the loaded parts and a question in, rows of entities out.
import type { WordRow } from './shape.ts';
import { askedWords, fold, termsOf } from './words.ts';

/** Letters that the beginning of a word needs. */
const LETTERS_FOR_START = 3;

/** Lists what must be loaded to answer a question: the question as a whole, and each of its words. */
export function askedTerms(question: string): string[] {
  const folded = fold(question);
  return [...new Set([...(/\s/.test(folded) ? [] : [folded]), ...termsOf(askedWords(question))])]
    .filter((term) => term.length > 1)
    .slice(0, 8);
}

/** Finds the rows that have all words of a question, or the question as a whole. The last word may still be being typed. */
export function matchText(
  parts: readonly (readonly WordRow[])[],
  question: string,
): { readonly whole: Set<number>; readonly rows: Set<number> } {
  const words = parts.flat();
  const folded = fold(question);
  const whole = new Set(words.flatMap(([word, rows]) => (word === folded ? (rows ?? []) : [])));
  const sets: ReadonlySet<number>[] = [];
  for (const term of termsOf(askedWords(question)).filter((one) => one.length > 1)) {
    const fits = words.filter(([word]) => word === term || (term.length >= LETTERS_FOR_START && word.startsWith(term)));
    // What most descriptions hold tells nothing apart.
    if (fits.some(([, rows]) => rows === null)) continue;
    sets.push(new Set(fits.flatMap(([, rows]) => rows ?? [])));
  }
  const [first, ...others] = sets;
  return { whole, rows: new Set([...(first ?? [])].filter((row) => others.every((set) => set.has(row)))) };
}
