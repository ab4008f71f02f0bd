// Names by which docs sites are told apart in words: their titles, with the end of the address where two sites have the same.
import type { DocsEntry, Portal } from './types.ts';

/** Returns the name of a docs site that no other site of the portal has. */
export function siteName(portal: Portal, entry: DocsEntry): string {
  const names = NAMES.get(portal) ?? nameSites(portal.docs);
  NAMES.set(portal, names);
  return names.get(entry) ?? entry.site.title;
}

/** Every docs page asks for the name of its site. */
const NAMES = new WeakMap<Portal, ReadonlyMap<DocsEntry, string>>();

function nameSites(entries: readonly DocsEntry[]): Map<DocsEntry, string> {
  const byTitle = Map.groupBy(entries, ({ site }) => site.title);
  return new Map(
    entries.map((entry) => {
      const { title, address } = entry.site;
      return [entry, (byTitle.get(title)?.length ?? 0) < 2 ? title : `${title} (${address.replace(/^\/docs\/|\/$/g, '')})`];
    }),
  );
}
