// Everything a link can lead to: all planned docs sites and the other addresses of the portal, found by file and by address.
import { hostLinks, locateUrl, pathOfUrl } from '../lib/git-host.ts';
import type { Origin } from '../lib/snapshot.ts';
import type { PlannedPage, SitePlan } from './plan.ts';

/** A docs page and its site. */
export interface MappedPage {
  readonly plan: SitePlan;
  readonly page: PlannedPage;
}

/** What is known about the addresses of the portal. */
export interface SiteMap {
  /** Path prefix of the portal, with slashes at both ends. */
  readonly base: string;
  /** Finds a page of a site by its path inside the docs. */
  byDocPath(plan: SitePlan, docPath: string): PlannedPage | null;
  /** Finds the page made from a file: in the given site before others of the same source. */
  byFile(plan: SitePlan, file: string): MappedPage | null;
  /** Finds a docs page by its address. */
  byAddress(address: string): MappedPage | null;
  /** Finds a docs page by the address at which its file, or its folder, is shown by the host of its repository. */
  byHostUrl(url: string): MappedPage | null;
  /**
   * Returns an address of the portal as it is written there, for one that may lack its last slash or be written in other case; null if
   * there is none.
   */
  find(address: string): string | null;
}

/** Indexes the plans of all sites, the repositories they are from (by id of the source), and the addresses of the portal's other pages. */
export function createSiteMap(
  plans: readonly SitePlan[],
  known: Iterable<string>,
  base: string,
  origins: ReadonlyMap<string, Origin> = new Map(),
): SiteMap {
  const byDocPath = new Map<SitePlan, Map<string, PlannedPage>>();
  const byFile = new Map<string, MappedPage[]>();
  const byAddress = new Map<string, MappedPage>();
  const written = new Map<string, string>();
  const addAddress = (address: string) => {
    const key = address.toLowerCase();
    if (!written.has(key)) written.set(key, address);
  };
  for (const plan of plans) {
    byDocPath.set(plan, new Map(plan.pages.map((page) => [page.docPath, page])));
    for (const page of plan.pages) {
      const mapped = { plan, page };
      const key = `${plan.source}\0${page.file}`;
      byFile.set(key, [...(byFile.get(key) ?? []), mapped]);
      byAddress.set(page.address, mapped);
      addAddress(page.address);
    }
    for (const { from } of plan.redirects) addAddress(from);
    // The home of a site always exists, see `homePage`.
    addAddress(plan.address);
    const [first] = plan.pages;
    if (!byAddress.has(plan.address) && first !== undefined) byAddress.set(plan.address, { plan, page: homePage(plan) ?? first });
  }
  for (const address of known) addAddress(address);
  const repositories = byRepository(new Set(plans.map(({ source }) => source)), origins);

  const find = (address: string) => written.get(address.toLowerCase()) ?? written.get(`${address.toLowerCase()}/`) ?? null;
  return {
    base,
    byDocPath: (plan, docPath) => byDocPath.get(plan)?.get(docPath) ?? null,
    byFile(plan, file) {
      const found = byFile.get(`${plan.source}\0${file}`) ?? [];
      return found.find((mapped) => mapped.plan === plan) ?? found[0] ?? null;
    },
    byAddress: (address) => byAddress.get(address) ?? null,
    byHostUrl(url) {
      const repository = repositories.size === 0 ? undefined : locateUrl(url)?.repository.url.toLowerCase();
      for (const { source, origin } of repositories.get(repository ?? '') ?? []) {
        const path = pathOfUrl(origin, url)?.replace(/\/+$/, '');
        if (path === undefined) continue;
        const inFolder = path === '' ? '' : `${path}/`;
        for (const file of [path, `${inFolder}index.md`, `${inFolder}README.md`]) {
          const [found] = byFile.get(`${source}\0${file}`) ?? [];
          if (found !== undefined) return found;
        }
      }
      return null;
    },
    find,
  };
}

/** Returns where each source is from, by its id. */
export function originsOf(sources: ReadonlyMap<string, { readonly origin: Origin }>): ReadonlyMap<string, Origin> {
  return new Map([...sources].map(([id, { origin }]) => [id, origin]));
}

interface Located {
  readonly source: string;
  readonly origin: Origin;
}

/** Sources by the address of their repository in lower case; a repository may be several sources, of several refs. */
function byRepository(sources: Iterable<string>, origins: ReadonlyMap<string, Origin>): Map<string, Located[]> {
  const found = new Map<string, Located[]>();
  for (const source of sources) {
    const origin = origins.get(source);
    const repository = origin === undefined ? undefined : hostLinks(origin)?.repository.toLowerCase();
    if (origin === undefined || repository === undefined) continue;
    found.set(repository, [...(found.get(repository) ?? []), { source, origin }]);
  }
  return found;
}

/** Returns the page that answers at a site's own address: its index, else the first page of its nav, else its first page. */
export function homePage(plan: SitePlan): PlannedPage | null {
  const index = plan.pages.find(({ address }) => address === plan.address);
  if (index !== undefined) return index;
  const first = firstOf(plan.nav);
  return plan.pages.find(({ docPath }) => docPath === first) ?? plan.pages[0] ?? null;
}

function firstOf(nav: SitePlan['nav']): string | null {
  for (const { page, children } of nav) {
    const found = page ?? firstOf(children);
    if (found !== null) return found;
  }
  return null;
}
