// The search index: folders of HTML in, Pagefind's index beside the built pages out.
import { readFile } from 'node:fs/promises';
import { close, createIndex } from 'pagefind';

/** Something that is found and has no page of its own: a part of one. */
export interface IndexRecord {
  /** Address without base path, with an anchor. */
  readonly address: string;
  readonly text: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
}

/** A search index that is being made. */
export interface SearchIndex {
  /** Adds the pages of a folder that match one of the globs and mark their text with `data-pagefind-body`. Throws when they cannot be read. */
  add(folder: string, globs: readonly string[]): Promise<void>;
  /** Adds records. Throws when one cannot be taken. */
  addRecords(records: readonly IndexRecord[]): Promise<void>;
  /** Writes the index into `pagefind/` of a folder; returns the number of pages in it, throws when it cannot be written. */
  write(folder: string): Promise<number>;
  /** Ends the program that makes it. */
  close(): Promise<void>;
}

/** Opens an index. Pagefind is a program of its own: it works while something else is done. */
export async function openSearchIndex(): Promise<SearchIndex> {
  const { index, errors } = await createIndex({ includeCharacters: '+#_' });
  if (index === undefined) throw failure(errors);
  return {
    async add(path, globs) {
      for (const glob of globs) check(await index.addDirectory({ path, glob }));
    },
    async addRecords(records) {
      for (const { address, text, filters, meta } of records) {
        const mutable = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]]));
        check(await index.addCustomRecord({ url: address, content: text, language: 'en', meta: { ...meta }, filters: mutable }));
      }
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
