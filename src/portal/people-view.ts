// Groups and users: who belongs where.
import type { Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { type EntityLinkView, linkTo, linkToRef } from './links.ts';
import { perEntity } from './per-entity.ts';
import { emailOf } from './profile.ts';
import type { DocsEntry, Portal } from './types.ts';

/** A person in a list. */
export interface PersonView extends EntityLinkView {
  readonly initials: string;
  readonly email: string | null;
  readonly summary: string;
}

/** Lists the direct members of a group by title. Members that nothing defines are listed as missing. */
export function members(portal: Portal, group: Entity): PersonView[] {
  return portal.catalog
    .related(group.ref, 'hasMember')
    .map((target) => toPerson(portal, target.ref, target.entity))
    .sort((a, b) => compareText(a.title, b.title));
}

function toPerson(portal: Portal, ref: string, entity: Entity | null): PersonView {
  const link = linkToRef(portal, ref);
  return { ...link, initials: initials(link.title), email: entity === null ? null : emailOf(entity), summary: entity?.description ?? '' };
}

/** Returns up to two letters for a name: first and last word's first. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

/** Groups that are followed below one; an organisation that has more is shown in parts. */
const MOST_BELOW = 500;

/** Lists the groups below a group, nearest first, by title within a level; each once, so that a ring cannot hang the walk. */
export function groupsBelow(portal: Portal, group: Entity): Entity[] {
  const seen = new Set([group.ref]);
  const found: Entity[] = [];
  for (let level = [group]; level.length > 0 && found.length < MOST_BELOW;) {
    level = level
      .flatMap((one) => portal.catalog.related(one.ref, 'parentOf').flatMap((target) => target.entity ?? []))
      .filter((one) => !seen.has(one.ref) && seen.add(one.ref))
      .sort((a, b) => compareText(a.title, b.title));
    found.push(...level);
  }
  return found.slice(0, MOST_BELOW);
}

/** People of a group, and of the groups below it. */
export interface MembersView {
  readonly direct: readonly PersonView[];
  /** Groups below that have members, each with those who are in no group before it. */
  readonly below: readonly { readonly group: EntityLinkView; readonly people: readonly PersonView[] }[];
  /** Everybody, once. */
  readonly total: number;
  /** How many are not listed. */
  readonly hidden: number;
}

/** People that one page lists below a group. */
const MOST_PEOPLE = 300;

/** Makes the view of the members of a group. */
export function membersView(portal: Portal, group: Entity): MembersView {
  const all = members(portal, group);
  const direct = all.slice(0, MOST_PEOPLE);
  const seen = new Set(all.map((person) => person.ref));
  let room = MOST_PEOPLE;
  const below = groupsBelow(portal, group).flatMap((one) => {
    const people = members(portal, one).filter((person) => !seen.has(person.ref) && seen.add(person.ref));
    const shown = people.slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? [] : [{ group: linkTo(portal, one), people: shown }];
  });
  const listed = direct.length + below.reduce((sum, one) => sum + one.people.length, 0);
  return { direct, below, total: seen.size, hidden: seen.size - listed };
}

/** Docs of what the groups below a group own, without those that it owns itself, by title. */
export const groupDocsBelow = perEntity((portal, group): DocsEntry[] => {
  if (group.kind !== 'Group') return [];
  const own = new Set(groupDocs(portal, group));
  const entries = groupsBelow(portal, group).flatMap((one) => groupDocs(portal, one).filter((entry) => !own.has(entry)));
  return [...new Set(entries)].sort((a, b) => compareText(a.site.title, b.site.title));
});

/** Docs sites of what a group owns, by title; its own site first. */
export function groupDocs(portal: Portal, group: Entity): DocsEntry[] {
  if (group.kind !== 'Group') return [];
  const entries = portal.catalog.related(group.ref, 'ownerOf').flatMap((target) => portal.docsOf(target.ref) ?? []);
  return [...new Set(entries)].sort((a, b) => compareText(a.site.title, b.site.title));
}
