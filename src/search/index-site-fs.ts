// The search index: a folder of built pages in, Pagefind's index beside them out.
import { readFile } from 'node:fs/promises';
import { close, createIndex } from 'pagefind';

/** Pages that have anything to find: overviews of entities, docs, radar entries. The tabs of entities say nothing new. */
const PAGES = ['catalog/*/*/*/index.html', 'docs/**/index.html', 'tech-radar/*/index.html'];

/**
 * Indexes every page that marks its text with `data-pagefind-body` and writes `pagefind/` into the folder.
 * Returns the number of pages in the index; throws when Pagefind cannot read or write.
 */
export async function indexSite(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ includeCharacters: '+#_' });
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(', ')}`);
  try {
    const added = [];
    for (const glob of PAGES) added.push(await index.addDirectory({ path: folder, glob }));
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
