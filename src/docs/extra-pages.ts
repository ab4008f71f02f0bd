// The pages that the portal itself adds to a docs site: a list of all pages, and all pages as one. Sites in, addresses that are free out.
import type { SitePlan } from './plan.ts';
import type { DocsPage, DocsSite } from './types.ts';

/** Larger sites are not put on one page: no browser would like it. */
const MAX_PRINTED_PAGES = 500;
const MAX_PRINTED_HTML = 8 * 1024 * 1024;

/** Gives out addresses that no page and no old address of any site has. */
export interface ExtraAddresses {
  of(plan: SitePlan, pages: readonly DocsPage[]): Pick<DocsSite, 'contents' | 'print'>;
}

/** Collects the addresses that are taken; case does not count, since it does not on all disks. */
export function createExtraAddresses(plans: readonly SitePlan[]): ExtraAddresses {
  const taken = new Set<string>();
  for (const plan of plans) {
    taken.add(plan.address.toLowerCase());
    for (const { address } of plan.pages) taken.add(address.toLowerCase());
    for (const { from } of plan.redirects) taken.add(from.toLowerCase());
  }
  const take = (site: string, name: string): string => {
    for (let number = 1; ; number++) {
      const address = `${site}${number === 1 ? name : `${name}-${number}`}/`;
      if (taken.has(address.toLowerCase())) continue;
      taken.add(address.toLowerCase());
      return address;
    }
  };
  return {
    of({ address }, pages) {
      if (pages.length < 2) return { contents: null, print: null };
      return { contents: take(address, 'contents'), print: isPrintable(pages) ? take(address, 'print') : null };
    },
  };
}

function isPrintable(pages: readonly DocsPage[]): boolean {
  return pages.length <= MAX_PRINTED_PAGES && pages.reduce((sum, { html }) => sum + html.length, 0) <= MAX_PRINTED_HTML;
}
