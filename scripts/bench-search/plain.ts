// A plain Pagefind index over the pages of a built site, to compare with: what anybody gets who points Pagefind at the folder.
import { close, createIndex } from 'pagefind';

/** The pages that our own index knows, each as it is. Tabs of entities say the same once more and would only stand in the way. */
const PAGES = ['catalog/*/*/*/index.html', 'catalog/*/*/*/definition/**/index.html', 'docs/**/index.html', 'tech-radar/**/index.html'];

/** Indexes the main part of the pages with Pagefind's own settings; writes the index into a folder and returns the number of pages. */
export async function indexPlainly(site: string, folder: string): Promise<number> {
  const { index } = await createIndex({ rootSelector: 'main' });
  if (index === undefined) throw new Error('Pagefind could not be started.');
  let pages = 0;
  for (const glob of PAGES) pages += (await index.addDirectory({ path: site, glob })).page_count;
  await index.writeFiles({ outputPath: folder });
  await close();
  return pages;
}
