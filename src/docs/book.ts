// A docs site as one document: its rendered pages in; the same in the order of the nav, below each other, with ids that stay unique and
// links that lead inside, out. Each page is read once, so that the work grows with the site and no faster.
import { hrefOf } from './addresses.ts';
import { escapeHtml } from './highlight.ts';
import { type Tag, rewriteTags } from './rewrite-tags.ts';
import type { DocsPage, DocsSite, NavItem } from './types.ts';

/** One line of a book: a page, or the title of a section of the nav. */
export interface BookPart {
  readonly title: string;
  /** Id of the part in the document. */
  readonly id: string;
  /** How deep it stands in the nav, from 0. */
  readonly depth: number;
  /** Level of its title, 2 to 6: that of the whole site is 1. */
  readonly level: number;
  /** Body of the page, its title included; null for a section. */
  readonly html: string | null;
}

const DEEPEST = 6;

/** Puts the pages of a site below each other; `base` is the path prefix of the portal. */
export function buildBook(site: DocsSite, base: string): BookPart[] {
  const pages = new Map(site.pages.filter(({ canonical }) => canonical === undefined).map((page) => [page.address, page]));
  const order = inOrder(site, pages);
  const inside = new Map<string, string>();
  for (const { id, page } of order) if (page !== null) inside.set(hrefOf(base, page.address), id);
  const home = site.pages.find(({ canonical }) => canonical !== undefined);
  const homeId = inside.get(hrefOf(base, home?.canonical ?? ''));
  if (home !== undefined && homeId !== undefined) inside.set(hrefOf(base, home.address), homeId);
  return order.map(({ title, id, depth, page }) => {
    const level = Math.min(depth + 2, DEEPEST);
    return { title, id, depth, level, html: page === null ? null : bodyOf(page, { id, level, inside }) };
  });
}

interface Ordered {
  readonly title: string;
  readonly id: string;
  readonly depth: number;
  readonly page: DocsPage | null;
}

/** Pages of the nav with its sections, each page once; behind them the pages that the nav does not name. */
function inOrder(site: DocsSite, pages: ReadonlyMap<string, DocsPage>): Ordered[] {
  const left = new Map(pages);
  const order: Ordered[] = [];
  const add = (title: string, depth: number, page: DocsPage | null) => order.push({ title, id: `p${order.length + 1}`, depth, page });
  const walk = (items: readonly NavItem[], depth: number): void => {
    for (const { title, address, children } of items) {
      const page = address === null ? undefined : left.get(address);
      if (page !== undefined) {
        left.delete(page.address);
        add(title, depth, page);
      }
      if (children.length === 0) continue;
      const before = order.length;
      if (page === undefined) add(title, depth, null);
      walk(children, depth + 1);
      // A section of links to elsewhere has nothing to print.
      if (page === undefined && order.length === before + 1) order.pop();
    }
  };
  walk(site.nav, 0);
  for (const page of left.values()) add(page.title, 0, page);
  return order;
}

interface Surroundings {
  /** Id of the page in the book, and prefix of its ids. */
  readonly id: string;
  readonly level: number;
  /** Links to pages of the book, and the id of each. */
  readonly inside: ReadonlyMap<string, string>;
}

function bodyOf(page: DocsPage, { id, level, inside }: Surroundings): string {
  const title = page.hasTitle ? '' : `<h1>${escapeHtml(page.title)}</h1>`;
  return rewriteTags(title + page.html, (tag) => {
    lower(tag, level);
    if (tag.end) return;
    if (tag.name === 'details') tag.attributes.set('open', null);
    renameIds(tag, id);
    const href = tag.attributes.get('href');
    if (tag.name === 'a' && typeof href === 'string') tag.attributes.set('href', linkInside(href, id, inside));
  });
}

/** Lowers a heading so that it stands below what its page stands in; what it was is kept, for its looks. */
function lower(tag: Tag, level: number): void {
  const own = Number(/^h([1-6])$/.exec(tag.name)?.[1]);
  if (Number.isNaN(own)) return;
  tag.name = `h${Math.min(own - 1 + level, DEEPEST)}`;
  if (!tag.end) tag.attributes.set('data-level', String(own));
}

/** Attributes that hold ids of the same page, apart by spaces. */
const REFERENCES = new Set(['aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-owns', 'headers', 'for', 'name']);

/** Attributes of drawings that name another part of the drawing. */
const PAINTS = new Set(['fill', 'stroke', 'clip-path', 'mask', 'filter', 'marker-start', 'marker-mid', 'marker-end']);

function renameIds({ name: tagName, attributes }: Tag, prefix: string): void {
  for (const [name, value] of attributes) {
    if (value === null) continue;
    if (name === 'id') attributes.set(name, `${prefix}-${value}`);
    else if (REFERENCES.has(name))
      attributes.set(
        name,
        value
          .split(/\s+/)
          .filter(Boolean)
          .map((id) => `${prefix}-${id}`)
          .join(' '),
      );
    else if (PAINTS.has(name)) attributes.set(name, value.replaceAll('url(#', `url(#${prefix}-`));
    else if (tagName !== 'a' && (name === 'href' || name === 'xlink:href')) attributes.set(name, value.replace(/^#/, `#${prefix}-`));
  }
}

/** A link to a page of the book, or to a section of one, leads there; any other stays as it is. */
function linkInside(href: string, own: string, inside: ReadonlyMap<string, string>): string {
  const at = href.indexOf('#');
  const path = (at < 0 ? href : href.slice(0, at)).replaceAll('&#x26;', '&');
  const section = at < 0 ? '' : href.slice(at + 1);
  const id = path === '' && at === 0 ? own : inside.get(path);
  if (id === undefined) return href;
  return section === '' ? `#${id}` : `#${id}-${section}`;
}
