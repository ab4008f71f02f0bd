// The search index: a folder of built pages in, Pagefind's index beside them out.
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

/** Pages that have anything to find: overviews of entities, docs, radar entries. The tabs of entities say nothing new. */
const PAGES = ['catalog/*/*/*/index.html', 'docs/**/index.html', 'tech-radar/*/index.html'];

/**
 * Indexes records and every page that marks its text with `data-pagefind-body` and writes `pagefind/` into the folder.
 * Returns the number of pages in the index; throws when Pagefind cannot read or write.
 */
export async function indexSite(folder: string, records: readonly IndexRecord[] = []): Promise<number> {
  const { index, errors } = await createIndex({ includeCharacters: '+#_' });
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(', ')}`);
  try {
    const added: { errors: string[] }[] = [];
    for (const glob of PAGES) added.push(await index.addDirectory({ path: folder, glob }));
    for (const { address, text, filters, meta } of records) {
      const mutable = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]]));
      const answer = await index.addCustomRecord({ url: address, content: text, language: 'en', meta: { ...meta }, filters: mutable });
      if (answer.errors.length > 0) added.push(answer);
    }
    const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
    const failed = [...added, written].flatMap((answer) => answer.errors);
    if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join(', ')}`);
    return pagesIn(await readFile(`${folder}/pagefind/pagefind-entry.json`, 'utf8'));
  } finally {
    await close();
  }
}

/** Counts the pages of all languages; Pagefind's own count has every file it looked at. */
function pagesIn(entry: string): number {
  const { languages } = JSON.parse(entry) as { languages: Record<string, { page_count: number }> };
  return Object.values(languages).reduce((sum, language) => sum + language.page_count, 0);
}
