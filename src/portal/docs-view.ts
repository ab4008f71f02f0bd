// Docs pages with what stands around them: navigation, neighbours, the way back to the entity.
import type { DocsPage, NavItem } from '../docs/types.ts';
import { compareText } from '../lib/problem.ts';
import { type ChangeView, changeView } from './history-view.ts';
import { markdownAddress } from './llms.ts';
import { type EntityLinkView, linkTo, relatedLinks } from './links.ts';
import type { DocsEntry, DocsPageEntry, Portal } from './types.ts';

/** One line of the navigation as it is drawn. */
export interface NavView {
  readonly title: string;
  readonly href: string | null;
  readonly external: boolean;
  readonly current: boolean;
  /** True for the sections on the way to the current page: they stand open. */
  readonly open: boolean;
  readonly children: readonly NavView[];
}

export interface DocsPageView {
  readonly page: DocsPage;
  readonly siteTitle: string;
  readonly siteHref: string;
  readonly entity: EntityLinkView | null;
  readonly owner: EntityLinkView | null;
  /** When and by whom the page was last changed; null where no history is known. */
  readonly changed: ChangeView | null;
  /** The page as it was written. */
  readonly markdownHref: string;
  readonly nav: readonly NavView[];
  readonly crumbs: readonly string[];
  readonly previous: { readonly title: string; readonly href: string } | null;
  readonly next: { readonly title: string; readonly href: string } | null;
  /** What the policy of the page is opened for: directives. */
  readonly policies: readonly (`frame-src ${string}` | `media-src ${string}`)[];
  /** Headings for "on this page": second and third level. */
  readonly toc: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
}

/** Sections with more pages than this are drawn closed, as one link, unless the current page is in them: a page must not grow with its site. */
const MAX_CLOSED = 12;

/** Makes the view of one docs page. */
export function docsPageView(portal: Portal, { entry, page }: DocsPageEntry): DocsPageView {
  const { site, entity } = entry;
  const order = navOrder(entry);
  const address = page.canonical ?? page.address;
  const index = order.findIndex((one) => one.address === address);
  const neighbour = (offset: number) => {
    const found = index < 0 ? undefined : order[index + offset];
    return found === undefined ? null : { title: found.title, href: portal.addresses.href(found.address) };
  };
  const trail: string[] = [];
  const nav = site.nav.map((item) => navView(portal, item, address, trail));
  return {
    page,
    siteTitle: site.title,
    siteHref: portal.addresses.href(site.address),
    entity: entity === null ? null : linkTo(portal, entity),
    owner: entity === null ? null : (relatedLinks(portal, entity.ref, 'ownedBy')[0] ?? null),
    markdownHref: portal.addresses.href(markdownAddress(page)),
    changed: changeView(portal, entry.source, page.file),
    nav,
    crumbs: trail.toReversed(),
    previous: neighbour(-1),
    next: neighbour(1),
    policies: policiesOf(page),
    toc: page.headings.filter((heading) => heading.depth === 2 || heading.depth === 3),
  };
}

function policiesOf({ embeds }: DocsPage): DocsPageView['policies'] {
  const { frames = [], media = [] } = embeds ?? {};
  return [
    ...(frames.length === 0 ? [] : [`frame-src ${frames.join(' ')}` as const]),
    ...(media.length === 0 ? [] : [`media-src ${media.join(' ')}` as const]),
  ];
}

/** Pages in the order of the nav, each once: what "previous" and "next" walk along. */
function navOrder(entry: DocsEntry): { address: string; title: string }[] {
  const cached = ORDERS.get(entry);
  if (cached !== undefined) return cached;
  const seen = new Set<string>();
  const walk = (items: readonly NavItem[]): { address: string; title: string }[] =>
    items.flatMap((item) => {
      const own = item.address !== null && !seen.has(item.address) ? [{ address: item.address, title: item.title }] : [];
      if (item.address !== null) seen.add(item.address);
      return [...own, ...walk(item.children)];
    });
  const order = walk(entry.site.nav);
  ORDERS.set(entry, order);
  return order;
}

/** The order of a site is asked for by each of its pages. */
const ORDERS = new WeakMap<DocsEntry, { address: string; title: string }[]>();

function navView(portal: Portal, item: NavItem, current: string, trail: string[]): NavView {
  const open = item.children.length > 0 && holds(item, current);
  if (open) trail.push(item.title);
  const collapsed = !open && countPages(item.children) > MAX_CLOSED;
  const first = item.address ?? firstAddress(item.children);
  return {
    title: item.title,
    href:
      item.href ??
      (item.address !== null ? portal.addresses.href(item.address) : collapsed && first !== null ? portal.addresses.href(first) : null),
    external: item.href !== undefined,
    current: item.address === current,
    open,
    children: collapsed ? [] : item.children.map((child) => navView(portal, child, current, trail)),
  };
}

function holds(item: NavItem, address: string): boolean {
  return item.children.some((child) => child.address === address || holds(child, address));
}

function countPages(items: readonly NavItem[]): number {
  return items.reduce((sum, item) => sum + 1 + countPages(item.children), 0);
}

function firstAddress(items: readonly NavItem[]): string | null {
  for (const item of items) {
    const found = item.address ?? firstAddress(item.children);
    if (found !== null) return found;
  }
  return null;
}

/** One docs site in the list of all. */
export interface DocsRow {
  readonly title: string;
  readonly href: string;
  readonly summary: string;
  readonly pages: number;
  readonly entity: EntityLinkView | null;
  readonly kind: string | null;
  readonly type: string | null;
  readonly owner: EntityLinkView | null;
}

/** Lists docs sites by title. */
export function docsRows(portal: Portal, entries: readonly DocsEntry[] = portal.docs): DocsRow[] {
  return entries
    .map(({ site, entity }) => ({
      title: site.title,
      href: portal.addresses.href(site.address),
      summary: site.description || (site.pages[0]?.description ?? ''),
      pages: site.pages.length,
      entity: entity === null ? null : linkTo(portal, entity),
      kind: entity?.kind ?? null,
      type: entity?.type ?? null,
      owner: entity === null ? null : (relatedLinks(portal, entity.ref, 'ownedBy')[0] ?? null),
    }))
    .sort((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()));
}
