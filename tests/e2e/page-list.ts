// One page of each sort, chosen from a built site: of several of a sort the largest, since more can go wrong on it.
import type { BuiltSite } from '../support/built-site.ts';

export interface SitePage {
  /** What the page is an example of. */
  readonly sort: string;
  readonly path: string;
  readonly status?: number;
  /** What the page's script draws; the page has settled when it is there. */
  readonly ready?: string;
}

/** How a sort is found: by its address, and by what its HTML holds. */
interface Sort {
  readonly sort: string;
  readonly address: RegExp;
  readonly holds?: RegExp;
  /** Takes the smallest page instead of the largest: empty parts have faults of their own. */
  readonly smallest?: true;
  readonly ready?: string;
}

const KINDS = ['component', 'api', 'resource', 'system', 'domain', 'group', 'user', 'template', 'location'];
const TABS = ['docs', 'definition', 'api', 'members', 'dependencies', 'diagram', 'ownership', 'problems', 'raw'];
const DRAWN_GRAPH = '.explorer-canvas [data-node]';
const DRAWN_MAP = '.explorer-canvas canvas[data-sharp="true"]';

/** What docs pages can hold, by the HTML that shows it. */
const DOCS_PARTS: Readonly<Record<string, RegExp>> = {
  code: /<figure class="code/,
  'a table': /<table/,
  admonitions: /class="admonition/,
  'task lists': /class="task-list-item/,
  footnotes: /class="footnotes/,
  pictures: /<article[^]*<img/,
};

const SORTS: readonly Sort[] = [
  { sort: 'home', address: /^\/$/ },
  { sort: 'catalog', address: /^\/catalog\/$/ },
  { sort: 'kind list', address: /^\/catalog\/[^/]+\/$/ },
  ...KINDS.map((kind) => ({ sort: kind, address: new RegExp(String.raw`^/catalog/[^/]+/${kind}/[^/]+/$`) })),
  { sort: 'component with little to say', address: /^\/catalog\/[^/]+\/component\/[^/]+\/$/, smallest: true },
  ...TABS.map((tab) => ({ sort: `${tab} tab`, address: new RegExp(String.raw`^/catalog/[^/]+/[^/]+/[^/]+/${tab}/$`) })),
  { sort: 'page to try requests on', address: /\/definition\/try\/$/ },
  { sort: 'docs home', address: /^\/docs\/$/ },
  ...Object.entries(DOCS_PARTS).map(([part, holds]) => ({ sort: `docs page with ${part}`, address: /^\/docs\/(?!.*\/print\/$).+/, holds })),
  { sort: 'docs site on one page', address: /^\/docs\/.+\/print\/$/, smallest: true },
  { sort: 'APIs', address: /^\/api-docs\/$/ },
  { sort: 'radar', address: /^\/tech-radar\/$/ },
  { sort: 'radar entry', address: /^\/tech-radar\/(?!changes\/|usage\/).+/ },
  { sort: 'changes of the radar', address: /^\/tech-radar\/changes\/$/ },
  { sort: 'use of the radar', address: /^\/tech-radar\/usage\/$/ },
  { sort: 'graph', address: /^\/catalog-graph\/$/, ready: DRAWN_MAP },
  { sort: 'search', address: /^\/search\/$/ },
  { sort: 'problems', address: /^\/problems\/$/ },
  { sort: 'teams', address: /^\/teams\/$/ },
  { sort: 'landscape', address: /^\/landscape\/$/ },
  { sort: 'entity of a kind of its own', address: /^\/catalog\/[^/]+\/port\/[^/]+\/$/ },
  { sort: 'create', address: /^\/create\/$/ },
];

/** Lists one page of each sort, and pages in states that only the address brings about. Throws when a site has no page of a sort. */
export function listPages(site: BuiltSite): SitePage[] {
  const component = site.graph.nodes.find((node) => node.kind === 'Component');
  const taken = new Set<string>();
  return [
    ...SORTS.map((sort) => find(site, sort, taken)),
    { sort: 'page that is not there', path: '/no/such/page/', status: 404 },
    { sort: 'filtered catalog', path: '/catalog/?kind=api&q=e', ready: '[data-facet="kind"][data-value="api"][aria-current]' },
    { sort: 'catalog in which nothing is found', path: '/catalog/?q=nothingiscalledthis', ready: '[data-empty]:not([hidden])' },
    { sort: 'search results', path: '/search/?q=service', ready: '[data-search-list] [data-search-result]' },
    { sort: 'graph around a component', path: `/catalog-graph/?root=${component?.ref}&depth=1`, ready: DRAWN_GRAPH },
    { sort: 'radar of one ring', path: '/tech-radar/?ring=adopt' },
    { sort: 'radar of an earlier release', path: '/tech-radar/?at=2025-04' },
  ];
}

/** Finds a page that no other sort has taken, where there is one. */
function find(site: BuiltSite, { sort, address, holds, smallest, ready }: Sort, taken: Set<string>): SitePage {
  const pages = site.pages
    .filter((page) => address.test(page))
    .map((path) => ({ path, html: site.read(path) }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"') && (holds === undefined || holds.test(html)))
    .sort(
      (a, b) => Number(taken.has(a.path)) - Number(taken.has(b.path)) || (b.html.length - a.html.length) * (smallest === true ? -1 : 1),
    );
  const path = pages[0]?.path;
  if (path === undefined) throw new Error(`The site has no page of this sort: ${sort}.`);
  taken.add(path);
  return { sort, path, ...(ready !== undefined && { ready }) };
}
