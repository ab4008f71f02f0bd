// The nav of a site that writes none: its pages in, a tree as MkDocs makes it out.
import type { Place } from '../lib/problem.ts';
import { isIndexPage } from './addresses.ts';
import type { PlannedNav } from './plan.ts';
import { toWords } from './titles.ts';

/** Pages of one folder, and the folders in it. */
interface Folder {
  readonly pages: string[];
  readonly folders: Map<string, Folder>;
}

/** Builds the nav of the pages below a prefix: in each folder its index first, then its pages by name, then its folders as sections. */
export function implicitNav(docPaths: readonly string[], prefix: string, place: Place): PlannedNav[] {
  const root = newFolder();
  for (const docPath of docPaths) {
    if (!docPath.startsWith(prefix)) continue;
    let folder = root;
    for (const part of docPath.slice(prefix.length).split('/').slice(0, -1)) {
      const inner = folder.folders.get(part) ?? newFolder();
      folder.folders.set(part, inner);
      folder = inner;
    }
    folder.pages.push(docPath);
  }
  return toNav(root, place);
}

function toNav({ pages, folders }: Folder, place: Place): PlannedNav[] {
  const ordered = pages.toSorted((a, b) => Number(isIndexPage(b)) - Number(isIndexPage(a)) || (a < b ? -1 : 1));
  const names = [...folders.keys()].sort();
  return [
    ...ordered.map((page) => ({ title: null, page, href: null, asset: null, place, children: [] })),
    ...names.map((name) => ({
      title: toWords(name),
      page: null,
      href: null,
      asset: null,
      place,
      children: toNav(folders.get(name) ?? newFolder(), place),
    })),
  ];
}

function newFolder(): Folder {
  return { pages: [], folders: new Map() };
}
