// Docs sites of a snapshot in; their navigation, their pages as safe HTML and what is wrong with them out.
import type { DrawDiagrams } from '../lib/diagrams.ts';
import type { Problem } from '../lib/problem.ts';
import { compareProblems } from '../lib/problem.ts';
import { drawDiagrams } from './draw-diagrams.ts';
import { createExtraAddresses } from './extra-pages.ts';
import { checkFragments } from './fragments.ts';
import { finishNav } from './finish-nav.ts';
import { openPackStore } from './pack-store-fs.ts';
import { openPageCache } from './page-cache.ts';
import { planSite } from './site-plan.ts';
import { renderPlans } from './pool.ts';
import type { SitePlan } from './plan.ts';
import type { PageResult } from './page-result.ts';
import { report } from './rules.ts';
import { createSiteMap, homePage, type SiteMap } from './site-map.ts';
import type { DocsAsset, DocsPage, DocsResult, DocsSite, DocsSiteSpec } from './types.ts';

export interface DocsOptions {
  /** Path prefix of the portal, with slashes at both ends. */
  readonly base: string;
  /** Addresses without base path of all other pages of the portal, so that links to them can be checked. */
  readonly known: ReadonlySet<string>;
  /** Most threads to use; defaults to the number of cores. */
  readonly threads?: number | undefined;
  /** Folder in which rendered pages are kept from build to build; none keeps nothing. */
  readonly cache?: string | undefined;
  /** Hosts in lower case whose pages, videos and sound docs pages may show; defaults to none. */
  readonly embeds?: readonly string[] | undefined;
  /** Draws the diagrams that a server has to draw; without it they are shown as source. */
  readonly draw?: DrawDiagrams | undefined;
}

/** Builds docs sites. The same specs and files give the same result, whatever the number of threads. */
export async function buildDocs(
  specs: readonly DocsSiteSpec[],
  { base, known, threads, cache, embeds = [], draw }: DocsOptions,
): Promise<DocsResult> {
  const planned = specs.map(planSite);
  const problems: Problem[] = planned.flatMap((result) => result.problems);
  const plans = withoutClashes(
    planned.flatMap(({ plan }) => plan ?? []),
    problems,
  );
  const sources = new Map(specs.map(({ source }) => [source.id, source]));
  const results = await renderPlans({
    plans,
    sources,
    known,
    base,
    embeds,
    threads,
    cache: cache === undefined ? undefined : openPageCache(openPackStore(cache)),
  });
  const drawn = await drawDiagrams(results, plans, draw);
  const { rendered } = drawn;
  const map = createSiteMap(plans, known, base);
  const checked = checkFragments(
    rendered.flat(),
    plans.flatMap((plan) => plan.pages.map(() => plan)),
    map,
  );
  problems.push(...drawn.problems, ...rendered.flat().flatMap((result) => result.problems), ...checked.problems);

  const extras = createExtraAddresses(plans);
  let done = 0;
  const sites = plans.map((plan, index) => {
    const results = rendered[index] ?? [];
    const pages = checked.pages.slice(done, done + results.length);
    done += results.length;
    return { ...toSite(plan, results, pages, map, problems), ...extras.of(plan, pages) };
  });
  return { sites, problems: problems.sort(compareProblems) };
}

/** One page at each address of the portal: of two sites that meet, the later one loses the page. */
function withoutClashes(plans: readonly SitePlan[], problems: Problem[]): SitePlan[] {
  const taken = new Map<string, string>();
  return plans.map((plan) => ({
    ...plan,
    pages: plan.pages.filter(({ address, file }) => {
      const first = taken.get(address);
      if (first === undefined) {
        taken.set(address, file);
        return true;
      }
      const message = `This file has the same address as "${first}" of another docs site and is left out.`;
      problems.push(
        report('docs/same-address', { message, place: { source: plan.source, path: file }, subject: plan.subject ?? undefined }),
      );
      return false;
    }),
  }));
}

function toSite(
  plan: SitePlan,
  results: readonly PageResult[],
  pages: readonly DocsPage[],
  map: SiteMap,
  problems: Problem[],
): Omit<DocsSite, 'contents' | 'print'> {
  const titles = new Map(plan.pages.map(({ docPath }, index) => [docPath, results[index]?.navTitle ?? docPath]));
  const nav = finishNav(plan, titles, map, problems);
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const home = homePage(plan);
  const homeOf = home === null ? undefined : byAddress.get(home.address);
  // Without an index, the first page of the nav answers at the site's address too.
  const first =
    homeOf === undefined || homeOf.address === plan.address ? homeOf : { ...homeOf, address: plan.address, canonical: homeOf.address };
  const ordered = new Set([
    ...(first === undefined ? [] : [first]),
    ...nav.order.flatMap((address) => byAddress.get(address) ?? []),
    ...pages,
  ]);
  const assets = new Map<string, DocsAsset>();
  for (const asset of [...nav.assets, ...results.flatMap((result) => result.assets)]) assets.set(asset.address, asset);
  return {
    address: plan.address,
    title: plan.title,
    ...(plan.language !== null && { language: plan.language }),
    description: plan.description === '' ? (first?.description ?? '') : plan.description,
    nav: nav.items,
    pages: [...ordered],
    assets: [...assets.values()].sort((a, b) => (a.address < b.address ? -1 : 1)),
    redirects: plan.redirects,
  };
}
