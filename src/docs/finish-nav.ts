// The nav of a site when its pages are rendered: planned entries in; titles filled in, links checked and addresses given out.
import type { Problem } from '../lib/problem.ts';
import { hrefOf } from './addresses.ts';
import type { PlannedNav, SitePlan } from './plan.ts';
import { report } from './rules.ts';
import type { SiteMap } from './site-map.ts';
import type { DocsAsset, NavItem } from './types.ts';

export interface FinishedNav {
  readonly items: readonly NavItem[];
  /** Addresses of the site's pages in the order of the nav, each once. */
  readonly order: readonly string[];
  /** Files that the nav leads to. */
  readonly assets: readonly DocsAsset[];
}

/** Finishes the nav of a site. Links to addresses that the portal does not have are reported and left out, and so are empty sections. */
export function finishNav(plan: SitePlan, titles: ReadonlyMap<string, string>, map: SiteMap, problems: Problem[]): FinishedNav {
  const addresses = new Map(plan.pages.map(({ docPath, address }) => [docPath, address]));
  const order = new Set<string>();
  const assets: DocsAsset[] = [];

  const finish = ({ title, page, href, asset, place, children }: PlannedNav): readonly NavItem[] => {
    if (page !== null) {
      const address = addresses.get(page);
      if (address === undefined) return [];
      order.add(address);
      return [{ title: title ?? titles.get(page) ?? page, address, children: [] }];
    }
    if (asset !== null) {
      assets.push(asset);
      return [{ title: title ?? asset.path, address: null, href: hrefOf(map.base, asset.address), children: [] }];
    }
    if (href === null) {
      const items = children.flatMap(finish);
      return items.length === 0 ? [] : [{ title: title ?? '', address: null, children: items }];
    }
    if (!href.startsWith('/')) return [{ title: title ?? href, address: null, href, children: [] }];
    const address = map.find(href.replace(/[?#].*$/s, ''));
    if (address !== null) return [{ title: title ?? address, address, children: [] }];
    const message = `The nav leads to "${href}", but the portal has no such page.`;
    problems.push(report('docs/missing-page', { message, place, subject: plan.subject ?? undefined }));
    return [];
  };

  return { items: plan.nav.flatMap(finish), order: [...order], assets };
}
