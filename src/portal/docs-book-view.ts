// All pages of a docs site as one, to be printed: its parts, and a table of contents that leads to them.
import { type BookPart, buildBook } from '../docs/book.ts';
import type { NavView } from './docs-nav.ts';
import type { DocsEntry, Portal } from './types.ts';

export interface BookView {
  readonly title: string;
  readonly summary: string;
  readonly siteHref: string;
  readonly pages: number;
  readonly contents: readonly NavView[];
  readonly parts: readonly BookPart[];
}

/** Makes the view of a whole site on one page. */
export function bookView(portal: Portal, { site }: DocsEntry): BookView {
  const parts = buildBook(site, portal.base);
  return {
    title: site.title,
    summary: site.description,
    siteHref: portal.addresses.href(site.address),
    pages: parts.filter(({ html }) => html !== null).length,
    contents: nest(parts),
    parts,
  };
}

/** Makes a tree out of lines that say how deep they stand. */
function nest(parts: readonly BookPart[]): NavView[] {
  const roots: NavView[] = [];
  const lists: NavView[][] = [roots];
  for (const { title, id, depth } of parts) {
    const children: NavView[] = [];
    lists.length = Math.min(depth + 1, lists.length);
    lists.at(-1)?.push({ title, href: `#${id}`, external: false, current: false, open: true, closed: false, children });
    lists.push(children);
  }
  return roots;
}
