// Lists that come in pages: a function that loads one page in; everything, up to a bound, out.
import type { Listed, Listing } from './types.ts';

const MAX_PAGES = 100;
const MAX_REPOSITORIES = 10_000;

/** Loads page after page, each of which names the next; a list that does not end is cut off. */
export async function collectPages<C>(
  first: C,
  load: (cursor: C) => Promise<{ readonly items: readonly Listed[]; readonly next: C | null }>,
): Promise<Listing> {
  const repositories: Listed[] = [];
  let cursor = first;
  let more = true;
  for (let page = 0; page < MAX_PAGES && more && repositories.length < MAX_REPOSITORIES; page++) {
    const { items, next } = await load(cursor);
    repositories.push(...items);
    more = next !== null;
    cursor = next ?? first;
  }
  return { repositories: repositories.slice(0, MAX_REPOSITORIES), cutOff: more || repositories.length > MAX_REPOSITORIES };
}

/** Returns the address of the next page out of a Link header; null for the last page. */
export function nextLink(header: string | undefined): string | null {
  return /<([^<>]{1,2000})>;\s*rel="?next"?/.exec(header ?? '')?.[1] ?? null;
}
