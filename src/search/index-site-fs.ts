// The search index: texts of pages in, Pagefind's index beside the built pages out.
import { readFile } from 'node:fs/promises';
import { close, createIndex } from 'pagefind';

/** What is indexed of a page. */
export interface IndexedText {
  /** Address without base path. */
  readonly address: string;
  readonly html: string;
}

/** A search index that is being made. */
export interface SearchIndex {
  /** Adds pages that mark their text with `data-pagefind-body`, in their order. Throws when they cannot be read. */
  add(pages: Iterable<IndexedText>): Promise<void>;
  /** Writes the index into `pagefind/` of a folder; returns the number of pages in it, throws when it cannot be written. */
  write(folder: string): Promise<number>;
  /** Ends the program that makes it. */
  close(): Promise<void>;
}

/** Files with the texts of pages, of each language: some hosts take 20,000 files, and the pages themselves are most of them. */
const MAX_FRAGMENTS = 5000;

/** Pages that are handed over before the first of them must have been read. */
const MOST_AHEAD = 200;

/** Opens an index. Pagefind is a program of its own: it works while something else is done. */
export async function openSearchIndex(): Promise<SearchIndex> {
  const { index, errors } = await createIndex({ includeCharacters: '+#_', maxFragments: MAX_FRAGMENTS });
  if (index === undefined) throw failure(errors);
  return {
    async add(pages) {
      const ahead: ReturnType<typeof index.addHTMLFile>[] = [];
      const next = async () => {
        const answer = await ahead.shift();
        if (answer !== undefined) check(answer);
      };
      for (const { address, html } of pages) {
        ahead.push(index.addHTMLFile({ url: address, content: html }));
        if (ahead.length >= MOST_AHEAD) await next();
      }
      while (ahead.length > 0) await next();
    },
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
