// "Did you mean …?" with a bound: a file full of misspelt names must not keep the build busy.
import { nearest } from '../lib/nearest.ts';
import { filesUnder, folderOf } from '../lib/paths.ts';

/** Finds the known word nearest to a given one; null when none is near or the bound is reached. */
export type Suggest = (word: string, known: Iterable<string>) => string | null;

/** Comparisons that one build may spend on hints: about a second. */
const MAX_COMPARISONS = 3_000_000;

/** Makes a finder of near words that gives up once it has compared as many words as allowed, in all its calls together. */
export function makeSuggest(comparisons = MAX_COMPARISONS): Suggest {
  let left = comparisons;
  function* counted(known: Iterable<string>): Generator<string> {
    for (const word of known) {
      if (left-- <= 0) return;
      yield word;
    }
  }
  return (word, known) => {
    if (left <= 0) return null;
    const found = nearest(word, counted(known));
    // What was not compared to the end may be wrong.
    return left < 0 ? null : found;
  };
}

/**
 * Finds the file whose path is nearest to one that does not exist: in its folder, or in the nearest folder above that exists. Returns it as
 * people would write it in a file of the given folder, or null.
 */
export function suggestFile(path: string, from: string, files: readonly string[], suggest: Suggest): string | null {
  let folder = folderOf(path);
  while (folder !== '' && filesUnder(files, folder).length === 0) folder = folderOf(folder);
  const near = suggest(path, filesUnder(files, folder));
  if (near === null) return null;
  return from === '' || near.startsWith(`${from}/`) ? `./${near.slice(from === '' ? 0 : from.length + 1)}` : `/${near}`;
}
