// The use of the whole radar: its entries by how many use them, what is used without an entry, and entries that nobody uses.
import { compareText } from '../../lib/problem.ts';
import { packageWords } from '../../packages/purl.ts';
import type { RadarEntry } from '../../radar/types.ts';
import { linkToRef } from '../links.ts';
import { perPortal } from '../per-entity.ts';
import type { Portal } from '../types.ts';
import { type UseCounts, countUses } from './counts.ts';
import type { Technology } from './types.ts';

/** Address of the page about it. */
export const USAGE_ADDRESS = '/tech-radar/usage/';

export interface UsageRow extends UseCounts {
  readonly title: string;
  readonly href: string;
  readonly quadrant: string;
  readonly ring: string | null;
  readonly hold: boolean;
}

export interface UnlistedRow extends UseCounts {
  readonly name: string;
  readonly type: string;
  readonly purl: string;
  /** Titles of the first teams. */
  readonly owners: readonly string[];
}

export interface UsageView {
  readonly href: string;
  /** Entries of the radar, and how many of them are used. */
  readonly entries: number;
  /** Those that are used, by teams, then entities, then title. */
  readonly used: readonly UsageRow[];
  /** Those of `used` that stand in a ring to be left. */
  readonly held: readonly UsageRow[];
  /** From the inside out; entries in a ring to be left are none: nobody should use them. */
  readonly unused: readonly UsageRow[];
  /** How many packages no entry stands for, and those that most teams use. */
  readonly unlisted: { readonly total: number; readonly rows: readonly UnlistedRow[] };
  /** Everything that uses anything. */
  readonly total: UseCounts;
}

/** Packages without an entry that are listed, and teams that are named of each. */
const MOST = { packages: 50, teams: 4 };

/** Makes the view; null without a radar. The radar's page and the page about its use ask for the same. */
export const usageView = perPortal((portal): UsageView | null => {
  const { technologies } = portal;
  if (technologies === null) return null;
  const all = technologies.all.map((technology) => toRow(portal, technology));
  const used = all
    .filter(({ entities }) => entities > 0)
    .sort((a, b) => b.teams - a.teams || b.entities - a.entities || compareText(a.title.toLowerCase(), b.title.toLowerCase()));
  const ringOf = new Map(
    technologies.all.map(({ entry, ring, address }) => [portal.addresses.href(address), entry.active ? (ring?.index ?? 99) : 99]),
  );
  return {
    href: portal.addresses.href(USAGE_ADDRESS),
    entries: all.length,
    used,
    held: used.filter(({ hold }) => hold),
    unused: all
      .filter(({ entities, hold }) => entities === 0 && !hold)
      .sort((a, b) => (ringOf.get(a.href) ?? 0) - (ringOf.get(b.href) ?? 0) || compareText(a.title.toLowerCase(), b.title.toLowerCase())),
    unlisted: {
      total: technologies.unlisted.length,
      rows: technologies.unlisted.slice(0, MOST.packages).map(({ purl, type, name, entities, teams }) => ({
        purl,
        type,
        name: packageWords(type, name),
        entities: entities.length,
        teams: teams.length,
        owners: teams.slice(0, MOST.teams).map((ref) => linkToRef(portal, ref).title),
      })),
    },
    total: totals(technologies.all.flatMap(({ entry }) => technologies.usersOf(entry))),
  };
});

function toRow(portal: Portal, { entry, address, quadrant, ring, hold }: Technology): UsageRow {
  const counts = countUses(portal.technologies?.usersOf(entry) ?? []);
  return { ...counts, title: entry.title, href: portal.addresses.href(address), quadrant, ring: ring?.name ?? null, hold };
}

function totals(uses: readonly { readonly entity: { readonly ref: string }; readonly owner: string | null }[]): UseCounts {
  return { entities: new Set(uses.map(({ entity }) => entity.ref)).size, teams: new Set(uses.flatMap(({ owner }) => owner ?? [])).size };
}

/** Counts the users of one entry, for lists of the radar; null without any. */
export function usersCount(portal: Portal, entry: RadarEntry): UseCounts | null {
  const uses = portal.technologies?.usersOf(entry) ?? [];
  return uses.length === 0 ? null : countUses(uses);
}
