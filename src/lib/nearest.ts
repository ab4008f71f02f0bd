// "Did you mean …?": finds the known word that a misspelt one most likely stands for.
import { distance } from 'fastest-levenshtein';

/**
 * Returns the known word nearest to a given one (case does not count), or null when none is near:
 * about a third of the letters may differ, and at most three (two letters swapped count as two).
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.min(3, Math.max(1, Math.round(wanted.length / 3))) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const found = distance(wanted, candidate.toLowerCase());
    if (found < bestDistance || (found === bestDistance && best !== null && candidate < best)) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** Returns the hint that names the nearest known word, or undefined when none is near. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const found = nearest(word, known);
  return found === null ? undefined : `Did you mean "${found}"?`;
}
