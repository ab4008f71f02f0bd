// The search index: a folder of built pages in, Pagefind's index beside them out.
import { close, createIndex } from 'pagefind';

/**
 * Indexes every page that marks its text with `data-pagefind-body` and writes `pagefind/` into the folder.
 * Returns the number of pages in the index; throws when Pagefind cannot read or write.
 */
export async function indexSite(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ includeCharacters: '+#_' });
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(', ')}`);
  try {
    const added = await index.addDirectory({ path: folder });
    const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
    const failed = [...added.errors, ...written.errors];
    if (failed.length > 0) throw new Error(`The search index could not be made: ${failed.join(', ')}`);
    return added.page_count;
  } finally {
    await close();
  }
}
