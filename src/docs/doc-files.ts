// The pages of a site: files of a source and the folders that are mounted in, paths inside the docs with their files out.
import ignore from 'ignore';
import { isPagePath } from '../lib/file-types.ts';
import type { SourceFiles } from '../lib/files.ts';
import { filesUnder } from '../lib/paths.ts';
import type { Place, Problem } from '../lib/problem.ts';
import { isIndexPage, pageAddress } from './addresses.ts';
import type { Mount } from './plan.ts';
import { report } from './rules.ts';

/** A page's file, and its path inside the docs. */
export interface DocFile {
  readonly docPath: string;
  readonly file: string;
}

const MAX_PAGES = 20_000;
/** What MkDocs leaves out by itself. */
const DEFAULT_EXCLUDES = ['.*', '/templates/'];
const MAX_EXCLUDES = 200;

/** Returns the pages of the mounted folders, without those that `exclude_docs` names, sorted by path inside the docs. */
export function findPages(files: SourceFiles, mounts: readonly Mount[], excludeDocs = ''): DocFile[] {
  const excluded = ignore({ ignorecase: false }).add([...DEFAULT_EXCLUDES, ...excludeDocs.split('\n').slice(0, MAX_EXCLUDES)]);
  const found = new Map<string, string>();
  for (const { prefix, folder } of mounts) {
    const skip = folder === '' ? 0 : folder.length + 1;
    for (const file of filesUnder(files.list(), folder)) {
      const inside = file.slice(skip);
      if (!isPagePath(file) || found.size >= MAX_PAGES || excluded.ignores(inside)) continue;
      if (!found.has(prefix + inside)) found.set(prefix + inside, file);
    }
  }
  return [...found].map(([docPath, file]) => ({ docPath, file })).sort((a, b) => (a.docPath < b.docPath ? -1 : 1));
}

/** Returns the paths that a nav made from the files names: all but those that `not_in_nav` says. */
export function namedInNav(docPaths: readonly string[], prefix: string, notInNav: string): readonly string[] {
  if (notInNav.trim() === '') return docPaths;
  const hidden = ignore({ ignorecase: false }).add(notInNav.split('\n').slice(0, MAX_EXCLUDES));
  return docPaths.filter((path) => path.startsWith(prefix) && path !== prefix && !hidden.ignores(path.slice(prefix.length)));
}

/**
 * Leaves one page at each address, as MkDocs does: `index.md` goes before `README.md`, and both before a page beside their folder; of others
 * the first by name stays. What is left out is reported.
 */
export function onePageEach(pages: readonly DocFile[], source: string): { readonly pages: DocFile[]; readonly problems: Problem[] } {
  const byAddress = new Map<string, DocFile>();
  const problems: Problem[] = [];
  for (const page of pages.toSorted((a, b) => rank(a.docPath) - rank(b.docPath))) {
    const address = pageAddress(page.docPath);
    const first = byAddress.get(address);
    if (first === undefined) {
      byAddress.set(address, page);
      continue;
    }
    const place: Place = { source, path: page.file };
    const message = `This file has the same address as "${first.file}" and is left out.`;
    // Repositories keep a README for their host beside the index for their docs: nothing is wrong with that.
    problems.push(report('docs/same-address', { message, place, ...(isReadme(page.docPath) && { severity: 'info' as const }) }));
  }
  const kept = new Set(byAddress.values());
  return { pages: pages.filter((page) => kept.has(page)), problems };
}

function rank(docPath: string): number {
  return isReadme(docPath) ? 1 : isIndexPage(docPath) ? 0 : 2;
}

function isReadme(docPath: string): boolean {
  return isIndexPage(docPath) && /(?:^|\/)README\.[^/]+$/.test(docPath);
}
