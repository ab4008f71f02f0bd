// Docs pages with what stands around them: navigation, neighbours, the way back to the entity.
import type { DocsPage } from '../docs/types.ts';
import { compareText } from '../lib/problem.ts';
import { type NavView, type Neighbour, hasContents, pageNav } from './docs-nav.ts';
import { type ChangeView, changeView } from './history-view.ts';
import { markdownAddress } from './llms.ts';
import { type EntityLinkView, linkTo, relatedLinks } from './links.ts';
import { type ReportView, reportView } from './report-view.ts';
import { siteName } from './site-names.ts';
import type { DocsEntry, DocsPageEntry, Portal } from './types.ts';

export interface DocsPageView {
  readonly page: DocsPage;
  readonly siteTitle: string;
  readonly siteHref: string;
  /** Name by which search tells the site from others. */
  readonly siteName: string;
  readonly entity: EntityLinkView | null;
  readonly owner: EntityLinkView | null;
  /** When and by whom the page was last changed; null where no history is known. */
  readonly changed: ChangeView | null;
  /** Where a fault of the page is reported; null where nobody knows. */
  readonly report: ReportView | null;
  /** True when parts of the page can be folded. */
  readonly hasDetails: boolean;
  /** Language of its text, where mkdocs.yml names one. */
  readonly language: string | undefined;
  /** The page as it was written. */
  readonly markdownHref: string;
  readonly nav: readonly NavView[];
  /** Titles of the sections that the page is in, outermost first. */
  readonly crumbs: readonly string[];
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
  /** The page that lists all pages of the site; null where the navigation beside each page does. */
  readonly contentsHref: string | null;
  /** The page that holds all pages of the site, to be printed; null for a site that is too large or has only one. */
  readonly printHref: string | null;
  /** What the policy of the page is opened for: directives. */
  readonly policies: readonly (`frame-src ${string}` | `media-src ${string}`)[];
  /** Headings for "on this page": second and third level. */
  readonly toc: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
}

/** Makes the view of one docs page. */
export function docsPageView(portal: Portal, { entry, page }: DocsPageEntry): DocsPageView {
  const { site, entity } = entry;
  const { href } = portal.addresses;
  const nav = pageNav(portal, entry, page.canonical ?? page.address);
  return {
    page,
    siteTitle: site.title,
    siteHref: href(site.address),
    siteName: siteName(portal, entry),
    entity: entity === null ? null : linkTo(portal, entity),
    owner: entity === null ? null : (relatedLinks(portal, entity.ref, 'ownedBy')[0] ?? null),
    markdownHref: href(markdownAddress(page)),
    changed: changeView(portal, entry.source, page.file),
    report: reportView(portal, { entry, page }),
    language: site.language,
    hasDetails: page.html.includes('<details'),
    nav: nav.items,
    crumbs: nav.trail,
    previous: nav.previous,
    next: nav.next,
    contentsHref: hasContents(entry) ? href(site.contents ?? '') : null,
    printHref: site.print === null ? null : href(site.print),
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
