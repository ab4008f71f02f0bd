// Names by which docs sites are told apart in words: their titles, with the end of the address where two sites have the same.
import type { DocsEntry, Portal } from './types.ts';

/** Returns the name of a docs site that no other site of the portal has. */
export function siteName(portal: Portal, entry: DocsEntry): string {
  return portal.siteNameOf(entry.site.address);
}

/** Names all docs sites, by address. */
export function nameSites(entries: readonly DocsEntry[]): Map<string, string> {
  const byTitle = Map.groupBy(entries, ({ site }) => site.title);
  return new Map(
    entries.map(({ site: { title, address } }) => [
      address,
      (byTitle.get(title)?.length ?? 0) < 2 ? title : `${title} (${address.replace(/^\/docs\/|\/$/g, '')})`,
    ]),
  );
}
