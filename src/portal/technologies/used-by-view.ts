// Who uses an entry of the radar: its users with how that is known, on its page as far as they fit, and on pages of their own.
import { compareText } from '../../lib/problem.ts';
import type { RadarEntry } from '../../radar/types.ts';
import { type EntityLinkView, linkTo, linkToRef } from '../links.ts';
import type { Portal } from '../types.ts';
import { type UseCounts, countUses } from './counts.ts';
import { type EvidenceView, evidenceView } from './evidence-view.ts';
import type { Technology, Use } from './types.ts';

export interface UserRow {
  readonly link: EntityLinkView;
  readonly owner: EntityLinkView | null;
  readonly evidence: EvidenceView | null;
  /** Further things that show it. */
  readonly more: number;
}

export interface UsedByView extends UseCounts {
  /** Teams with how much of theirs uses it, those with most first; there may be fewer than `teams`. */
  readonly owners: readonly { readonly link: EntityLinkView; readonly count: number }[];
  readonly rows: readonly UserRow[];
  /** The complete list; null when it stands here. */
  readonly allHref: string | null;
}

/** Rows on the page of an entry and on one page of a complete list; teams that are named. */
const MOST = { entry: 50, page: 200, teams: 12 };

/** Makes the view of the users of an entry; null without a radar. */
export function usedByView(portal: Portal, entry: RadarEntry): UsedByView | null {
  const technology = portal.technologies?.of(entry) ?? null;
  if (portal.technologies === null || technology === null) return null;
  const users = portal.technologies.usersOf(entry);
  const owners = [...Map.groupBy(users, ({ owner }) => owner ?? '')]
    .filter(([ref]) => ref !== '')
    .map(([ref, uses]) => ({ link: linkToRef(portal, ref), count: uses.length }))
    .sort((a, b) => b.count - a.count || compareText(a.link.title, b.link.title));
  return {
    ...countUses(users),
    owners: owners.slice(0, MOST.teams),
    rows: users.slice(0, MOST.entry).map((use) => toRow(portal, use)),
    allHref: users.length <= MOST.entry ? null : portal.addresses.href(pageAddress(technology, 1)),
  };
}

function toRow(portal: Portal, use: Use): UserRow {
  return {
    link: linkTo(portal, use.entity),
    owner: use.owner === null ? null : linkToRef(portal, use.owner),
    evidence: evidenceView(portal, use),
    more: use.evidence.length - 1 + use.more,
  };
}

function pageAddress({ address }: Technology, page: number): string {
  return `${address}used-by/${page === 1 ? '' : `${page}/`}`;
}

/** One page of the complete list of users. */
export interface UsersPage {
  readonly technology: Technology;
  readonly address: string;
  readonly total: number;
  readonly rows: readonly UserRow[];
  readonly pages: readonly { readonly page: number; readonly href: string; readonly current: boolean }[];
}

/** Paths of the complete lists, without `/tech-radar/` in front. */
export function usersPaths(portal: Portal) {
  return (portal.technologies?.all ?? []).flatMap((technology) => {
    const total = portal.technologies?.usersOf(technology.entry).length ?? 0;
    if (total <= MOST.entry) return [];
    const entry = technology.address.replace(/^\/tech-radar\/|\/$/g, '');
    return numbers(total).map((page) => ({ params: { entry, page: page === 1 ? undefined : String(page) }, props: { technology, page } }));
  });
}

/** Makes one page of a complete list. */
export function usersPage(portal: Portal, technology: Technology, page: number): UsersPage {
  const users = portal.technologies?.usersOf(technology.entry) ?? [];
  return {
    technology,
    address: pageAddress(technology, page),
    total: users.length,
    rows: users.slice((page - 1) * MOST.page, page * MOST.page).map((use) => toRow(portal, use)),
    pages: numbers(users.length).map((one) => ({
      page: one,
      href: portal.addresses.href(pageAddress(technology, one)),
      current: one === page,
    })),
  };
}

function numbers(total: number): number[] {
  return Array.from({ length: Math.ceil(total / MOST.page) }, (_, index) => index + 1);
}
