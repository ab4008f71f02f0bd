// Links to sections of other pages, checked when all pages are rendered. A link to a section that is not there leads to its page instead.
import type { Problem } from '../lib/problem.ts';
import { anchorHint, findSection } from './markdown/links.ts';
import type { SitePlan } from './plan.ts';
import type { PageResult } from './page-result.ts';
import { report } from './rules.ts';
import type { SiteMap } from './site-map.ts';
import type { DocsPage } from './types.ts';

/** Checks all links between sections of pages; `plans` says for each result which site it belongs to. Returns the pages, mended. */
export function checkFragments(
  results: readonly PageResult[],
  plans: readonly SitePlan[],
  map: SiteMap,
): { readonly pages: DocsPage[]; readonly problems: Problem[] } {
  const byAddress = new Map(results.map((result) => [result.page.address, result]));
  const problems: Problem[] = [];
  const pages = results.map(({ page, fragments }, index) => {
    const mended = new Map<string, string>();
    for (const { href, address, fragment, spot } of fragments) {
      const target = byAddress.get(address);
      if (target === undefined) continue;
      const id = findSection(fragment, target);
      if (id === fragment) continue;
      const [withoutFragment = ''] = href.split('#', 1);
      mended.set(href, id === null ? withoutFragment : `${withoutFragment}#${encodeURIComponent(id)}`);
      if (id !== null) continue;
      const plan = plans[index];
      const file = map.byAddress(address)?.page.file ?? address;
      problems.push(
        report('docs/broken-anchor', {
          message: `The page "${file}" has no section "#${fragment}".`,
          hint: anchorHint(fragment, target.ids),
          place: { source: plan?.source ?? '', path: page.file, ...spot },
          subject: plan?.subject ?? undefined,
        }),
      );
    }
    return mended.size === 0 ? page : { ...page, html: replaceLinks(page.html, mended) };
  });
  return { pages, problems };
}

/** Links of pages start with their address, and `<a` cannot stand in text or attributes unescaped as a tag of its own. */
function replaceLinks(html: string, mended: ReadonlyMap<string, string>): string {
  return html.replace(/<a href="([^"]*)"/g, (whole, href: string) => {
    const found = mended.get(href.replaceAll('&#x26;', '&').replaceAll('&#x22;', '"'));
    return found === undefined ? whole : `<a href="${found.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')}"`;
  });
}
