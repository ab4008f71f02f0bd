// The navigation of docs: a site in; the part of it that a page shows, what comes before and after the page, and the complete tree out.
// A page must not grow with its site: of a large one it gets the way to itself, in lists that are cut around it.
import type { NavItem } from '../docs/types.ts';
import { compareText } from '../lib/problem.ts';
import type { DocsEntry, Portal } from './types.ts';

/** One line of the navigation as it is drawn. */
export interface NavView {
  readonly title: string;
  readonly href: string | null;
  readonly external: boolean;
  readonly current: boolean;
  /** True for the sections on the way to the current page: they stand open. */
  readonly open: boolean;
  /** True for a section whose lines are not drawn: it leads to its first page. */
  readonly closed: boolean;
  readonly children: readonly NavView[];
}

/** A page as "previous" and "next" name it. */
export interface Neighbour {
  readonly title: string;
  readonly href: string;
}

/** What one page shows of the navigation of its site. */
export interface PageNav {
  readonly items: readonly NavView[];
  /** Titles of the sections that the page is in, outermost first. */
  readonly trail: readonly string[];
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/** Sites with no more lines than this show all of them on each page. */
const MAX_WHOLE = 60;
/** Lines that one list has at most on a page of a larger site, half of them before what is open or current. */
const MAX_LIST = 50;

/** Makes the navigation of the page at an address. */
export function pageNav(portal: Portal, entry: DocsEntry, address: string): PageNav {
  const known = indexOf(entry);
  const place = known.places.get(address);
  const neighbour = (offset: number): Neighbour | null => {
    const found = place === undefined ? undefined : known.order[place.number + offset];
    return found === undefined ? null : { title: found.title, href: portal.addresses.href(found.address) };
  };
  const way = place?.way ?? [];
  const draw: Drawing = { portal, entry, known, way: new Set(way), line: way.at(-1) ?? null, isWhole: known.lines <= MAX_WHOLE };
  return {
    items: listView(draw, entry.site.nav),
    trail: way.slice(0, -1).map(({ title }) => title),
    previous: neighbour(-1),
    next: neighbour(1),
  };
}

/** Says whether a site has a page that lists all pages: its other pages show a part of the navigation, or some stand outside of it. */
export function hasContents(entry: DocsEntry): boolean {
  return entry.site.contents !== null && (indexOf(entry).lines > MAX_WHOLE || pagesOutside(entry).length > 0);
}

/** Draws the complete tree of a site, with the pages outside of it behind. */
export function siteTree(portal: Portal, entry: DocsEntry): { readonly items: readonly NavView[]; readonly outside: readonly NavView[] } {
  const draw: Drawing = { portal, entry, known: indexOf(entry), way: new Set(), line: null, isWhole: true };
  const outside = pagesOutside(entry)
    .map((page) => ({ ...LINE, title: page.title, href: portal.addresses.href(page.address) }))
    .sort((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()) || compareText(a.href, b.href));
  return { items: listView(draw, entry.site.nav), outside };
}

function pagesOutside(entry: DocsEntry) {
  const { places } = indexOf(entry);
  return entry.site.pages.filter(({ address, canonical }) => canonical === undefined && !places.has(address));
}

/** Where a page stands: in the order of all, and below which sections. The last one of the way is the page's own line. */
interface Place {
  readonly number: number;
  readonly way: readonly NavItem[];
}

interface NavIndex {
  readonly lines: number;
  readonly order: readonly { readonly address: string; readonly title: string }[];
  readonly places: ReadonlyMap<string, Place>;
  /** The first page of each section. */
  readonly first: ReadonlyMap<NavItem, string>;
}

/** All pages of a site ask for the same: to walk through the tree for each of them would take the square of its size. */
const INDEXES = new WeakMap<DocsEntry, NavIndex>();

function indexOf(entry: DocsEntry): NavIndex {
  const cached = INDEXES.get(entry) ?? makeIndex(entry.site.nav);
  INDEXES.set(entry, cached);
  return cached;
}

function makeIndex(nav: readonly NavItem[]): NavIndex {
  let lines = 0;
  const order: { address: string; title: string }[] = [];
  const places = new Map<string, Place>();
  const first = new Map<NavItem, string>();
  const walk = (items: readonly NavItem[], above: readonly NavItem[]): void => {
    for (const item of items) {
      lines++;
      const way = [...above, item];
      const { address, title } = item;
      if (address !== null) for (const one of way) if (!first.has(one)) first.set(one, address);
      if (address !== null && !places.has(address)) {
        places.set(address, { number: order.length, way });
        order.push({ address, title });
      }
      walk(item.children, way);
    }
  };
  walk(nav, []);
  return { lines, order, places, first };
}

interface Drawing {
  readonly portal: Portal;
  readonly entry: DocsEntry;
  readonly known: NavIndex;
  /** Lines on the way to the current page, its own among them. */
  readonly way: ReadonlySet<NavItem>;
  readonly line: NavItem | null;
  readonly isWhole: boolean;
}

const LINE: NavView = { title: '', href: null, external: false, current: false, open: false, closed: false, children: [] };

function listView(draw: Drawing, items: readonly NavItem[]): NavView[] {
  if (draw.isWhole || items.length <= MAX_LIST) return items.map((item) => itemView(draw, item));
  const middle = items.findIndex((item) => draw.way.has(item));
  const start = Math.min(Math.max(0, middle - MAX_LIST / 2), items.length - MAX_LIST);
  const shown = items.slice(start, start + MAX_LIST).map((item) => itemView(draw, item));
  return [...rest(draw, start, 'before'), ...shown, ...rest(draw, items.length - start - MAX_LIST, 'after')];
}

/** A link in the place of lines that are not shown. */
function rest({ portal, entry }: Drawing, count: number, where: string): NavView[] {
  if (count === 0) return [];
  const address = entry.site.contents ?? entry.site.address;
  return [{ ...LINE, title: `${count.toLocaleString('en-US')} more ${where}`, href: portal.addresses.href(address) }];
}

function itemView(draw: Drawing, item: NavItem): NavView {
  const { portal, known, way, line, isWhole } = draw;
  const open = item.children.length > 0 && way.has(item);
  const isDrawn = isWhole || open;
  // A section that stays closed leads to its first page.
  const address = item.address ?? (isDrawn ? null : (known.first.get(item) ?? null));
  return {
    title: item.title,
    href: item.href ?? (address === null ? null : portal.addresses.href(address)),
    external: item.href !== undefined,
    current: item === line,
    open,
    closed: item.children.length > 0 && !isDrawn,
    children: isDrawn ? listView(draw, item.children) : [],
  };
}
