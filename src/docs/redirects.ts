// Old addresses of a site: what the plugin `redirects` is told in, addresses that lead to the new pages out.
import { isPagePath } from '../lib/file-types.ts';
import { resolveInside } from '../lib/paths.ts';
import type { Problem } from '../lib/problem.ts';
import { pageAddress } from './addresses.ts';
import type { MkdocsRedirect } from './mkdocs.ts';
import type { PlannedPage, SitePlan } from './plan.ts';
import { elsewhere, parseReference } from './reference.ts';
import { report } from './rules.ts';

/** Plans the redirects of a site. Those that start at a page or lead nowhere are reported and left out. */
export function planRedirects(
  redirects: readonly MkdocsRedirect[],
  pages: readonly PlannedPage[],
  site: string,
): { readonly redirects: SitePlan['redirects']; readonly problems: readonly Problem[] } {
  const byDocPath = new Map(pages.map((page) => [page.docPath, page.address]));
  const taken = new Set(pages.map(({ address }) => address));
  const problems: Problem[] = [];
  const planned = redirects.flatMap(({ from, to, place }) => {
    const fail = (message: string, hint?: string) => {
      problems.push(report('docs/redirect', { message, hint, place }));
      return [];
    };
    const old = resolveInside('', from.replace(/^\/+/, ''));
    if (old === null || !isPagePath(old)) return fail(`The redirect starts at "${from}", which is no path of a page.`, 'Write "old.md".');
    const address = site + pageAddress(old);
    if (taken.has(address)) return fail(`The redirect starts at "${from}", where there is a page.`, 'Remove the page or the redirect.');
    const target = findTarget(to, byDocPath);
    if (target === null) return fail(`The redirect leads to "${to}", but there is no such page.`, 'Name a page of this site, or a URL.');
    taken.add(address);
    return [{ from: address, to: target }];
  });
  return { redirects: planned, problems };
}

function findTarget(to: string, byDocPath: ReadonlyMap<string, string>): string | null {
  const outside = elsewhere(to);
  if (outside !== null) return outside.kind === 'outside' && /^https?:/i.test(outside.href) ? outside.href : null;
  const { path, fragment } = parseReference(to);
  const address = byDocPath.get(resolveInside('', path.replace(/^\/+/, '')) ?? '');
  return address === undefined ? null : address + (fragment === null || fragment === '' ? '' : `#${fragment}`);
}
