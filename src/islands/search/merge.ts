// Joins what all indexes found: lists of results in, each best first; one list without repetitions out.
import { TIERS, isExact } from '../../portal/search/tiers.ts';
import type { SearchResult } from './result.ts';

/** Joins lists by tier; among equals the earlier list comes first. Each thing stays where it is best. */
export function mergeResults(lists: readonly (readonly SearchResult[])[]): SearchResult[] {
  const named = lists.flatMap((list) => list.filter(({ tier }) => tier < TIERS.text)).sort((a, b) => a.tier - b.tier);
  const text = interleave(lists.map((list) => list.filter(({ tier }) => tier >= TIERS.text)).filter((list) => list.length > 0));
  const kept = new Map<string, SearchResult>();
  for (const result of [...named, ...text]) {
    const known = kept.get(result.thing);
    // A page that was found by its name is told by its text, too.
    if (known === undefined) kept.set(result.thing, result);
    else if (known.excerpt.length === 0 && result.excerpt.length > 0) kept.set(result.thing, { ...known, excerpt: result.excerpt });
  }
  return [...kept.values()];
}

function interleave(lists: readonly (readonly SearchResult[])[]): SearchResult[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}

export interface ResultGroup {
  readonly title: string;
  readonly results: readonly SearchResult[];
}

/** What the first group and each other one hold, and all together. */
const MOST_BEST = 4;
const MOST_OF_SECTION = 5;
const MOST = 14;

/** Groups a ranked list: what is called exactly so, then the sections in the order of their best results. */
export function groupResults(ranked: readonly SearchResult[]): ResultGroup[] {
  const best = ranked.filter(({ tier }) => isExact(tier)).slice(0, MOST_BEST);
  const sections = Map.groupBy(
    ranked.filter((result) => !best.includes(result)),
    ({ section }) => section,
  );
  const groups = [
    { title: 'Best', results: best },
    ...[...sections].map(([title, results]) => ({ title, results: results.slice(0, MOST_OF_SECTION) })),
  ];
  let room = MOST;
  return groups.flatMap(({ title, results }) => {
    const shown = results.slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [{ title, results: shown }];
  });
}
