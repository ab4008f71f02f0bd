// The search index: a folder of HTML in, Pagefind's index beside the built pages out.
import { readFile } from 'node:fs/promises';
import { close, createIndex } from 'pagefind';

/** A search index that is being made. */
export interface SearchIndex {
  /** Adds the pages of a folder that mark their text with `data-pagefind-body`. Throws when they cannot be read. */
  add(folder: string): Promise<void>;
  /** Writes the index into `pagefind/` of a folder; returns the number of pages in it, throws when it cannot be written. */
  write(folder: string): Promise<number>;
  /** Ends the program that makes it. */
  close(): Promise<void>;
}

/** Files with the texts of pages, of each language: some hosts take 20,000 files, and the pages themselves are most of them. */
const MAX_FRAGMENTS = 5000;

/** Opens an index. Pagefind is a program of its own: it works while something else is done. */
export async function openSearchIndex(): Promise<SearchIndex> {
  const { index, errors } = await createIndex({ includeCharacters: '+#_', maxFragments: MAX_FRAGMENTS });
  if (index === undefined) throw failure(errors);
  return {
    add: async (path) => check(await index.addDirectory({ path, glob: '**/index.html' })),
    async write(folder) {
      check(await index.writeFiles({ outputPath: `${folder}/pagefind` }));
      return pagesIn(await readFile(`${folder}/pagefind/pagefind-entry.json`, 'utf8'));
    },
    close: async () => void (await close()),
  };
}

function check({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw failure(errors);
}

function failure(errors: readonly string[]): Error {
  return new Error(`The search index could not be made: ${errors.join(', ')}`);
}

/** Counts the pages of all languages; Pagefind's own count has every file it looked at. */
function pagesIn(entry: string): number {
  const { languages } = JSON.parse(entry) as { languages: Record<string, { page_count: number }> };
  return Object.values(languages).reduce((sum, language) => sum + language.page_count, 0);
}
