// Groups and users: who belongs where, and what they own.
import type { Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { type EntityLinkView, type EntityRow, linkTo, linkToRef, rowOf } from './links.ts';
import type { DocsEntry, Portal } from './types.ts';

/** A person in a list. */
export interface PersonView extends EntityLinkView {
  readonly initials: string;
  readonly email: string | null;
  readonly summary: string;
}

/** What somebody owns, by kind. */
export interface OwnedKind {
  readonly kind: string;
  readonly title: string;
  readonly icon: string;
  readonly rows: readonly EntityRow[];
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
  const profile = entity?.data.spec?.['profile'];
  const email = typeof profile === 'object' && profile !== null && !Array.isArray(profile) ? profile['email'] : null;
  return { ...link, initials: initials(link.title), email: typeof email === 'string' ? email : null, summary: entity?.description ?? '' };
}

/** Returns up to two letters for a name: first and last word's first. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase();
}

/** What an entity's owner relations list, by kind in the usual order. For a user, what their groups own counts as well. */
export function owned(portal: Portal, owner: Entity): OwnedKind[] {
  const refs = [owner.ref];
  if (owner.kind === 'User') refs.push(...portal.catalog.related(owner.ref, 'memberOf').map((target) => target.ref));
  const entities = new Map(
    refs
      .flatMap((ref) => portal.catalog.related(ref, 'ownerOf'))
      .flatMap(({ ref, entity }) => (entity === null ? [] : [[ref, entity] as const])),
  );
  const byKind = Map.groupBy(entities.values(), (entity) => entity.kind);
  return [...byKind]
    .map(([kind, list]) => ({
      kind,
      title: portal.kindRow(kind).plural,
      icon: portal.kindRow(kind).icon,
      rows: list
        .map((entity) => rowOf(portal, entity))
        .sort((a, b) => compareText(a.system?.title ?? '\uffff', b.system?.title ?? '\uffff') || compareText(a.title, b.title)),
    }))
    .sort((a, b) => portal.kindRow(a.kind).index - portal.kindRow(b.kind).index || compareText(a.kind, b.kind));
}

/** Docs sites of what a group owns, by title; its own site first. */
export function groupDocs(portal: Portal, group: Entity): DocsEntry[] {
  if (group.kind !== 'Group') return [];
  const entries = portal.catalog.related(group.ref, 'ownerOf').flatMap((target) => portal.docsOf(target.ref) ?? []);
  return [...new Set(entries)].sort((a, b) => compareText(a.site.title, b.site.title));
}

/** One group in the tree of the organisation. */
export interface GroupNode {
  readonly link: EntityLinkView;
  readonly type: string | null;
  readonly summary: string;
  readonly members: number;
  readonly owns: number;
  readonly children: readonly GroupNode[];
}

/** The tree of all groups: those without a known parent are roots. Each group stands once, so that a cycle cannot hang the walk. */
export function groupTree(portal: Portal): GroupNode[] {
  const groups = portal.catalog.entities.filter((entity) => entity.kind === 'Group');
  const seen = new Set<string>();
  const visit = (group: Entity): GroupNode[] => {
    if (seen.has(group.ref)) return [];
    seen.add(group.ref);
    const row = rowOf(portal, group);
    const children = portal.catalog.related(group.ref, 'parentOf').flatMap((target) => target.entity ?? []);
    return [
      {
        link: linkTo(portal, group),
        type: group.type,
        summary: row.summary,
        members: portal.catalog.related(group.ref, 'hasMember').length,
        owns: portal.catalog.related(group.ref, 'ownerOf').length,
        children: children.toSorted((a, b) => compareText(a.title, b.title)).flatMap(visit),
      },
    ];
  };
  const hasParent = (group: Entity) => portal.catalog.related(group.ref, 'childOf').some((target) => target.entity !== null);
  const roots = groups.filter((group) => !hasParent(group)).toSorted((a, b) => compareText(a.title, b.title));
  // A ring of parents has no root: whoever is left starts a tree of their own.
  return [...roots, ...groups].flatMap(visit);
}
