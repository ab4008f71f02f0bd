// What somebody owns: a group or user in; entities by kind, type and system out, for themselves and for the groups they answer for.
import type { Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { type EntityLinkView, type EntityRow, linkTo, rowOf } from './links.ts';
import { groupsBelow } from './people-view.ts';
import { hasList, listAddress } from './relation-view.ts';
import { perEntity } from './per-entity.ts';
import type { Portal } from './types.ts';

/** What somebody owns, by kind. */
export interface OwnedKind {
  readonly kind: string;
  readonly title: string;
  readonly icon: string;
  readonly total: number;
  /** By system, then by title; there may be fewer than `total`. */
  readonly rows: readonly EntityRow[];
}

/** How many entities of one kind and type, or of one system, somebody owns. */
export interface OwnedCount {
  readonly label: string;
  readonly icon: string;
  readonly count: number;
  /** The list of the catalog that shows them; without scripts it shows its kind. */
  readonly href: string | null;
}

/** Everything that one owner owns. */
export interface OwnedBy {
  readonly owner: EntityLinkView;
  readonly total: number;
  readonly kinds: readonly OwnedKind[];
  /** The complete list; null when it stands here. */
  readonly allHref: string | null;
}

export interface Ownership {
  readonly direct: OwnedBy;
  /** What is owned directly, of all kinds in one list; null when it is too short to have one. */
  readonly listHref: string | null;
  /** For a group those below it, for a user the groups they are in: all that own something. */
  readonly others: readonly OwnedBy[];
  /** All of it, once. */
  readonly total: number;
  /** Counts of what is owned directly, and of all of it. */
  readonly types: { readonly direct: readonly OwnedCount[]; readonly all: readonly OwnedCount[] };
  readonly systems: { readonly direct: readonly OwnedCount[]; readonly all: readonly OwnedCount[] };
}

/** Rows of one kind that a page lists for one owner, and of all together for the others. */
const MOST = { kind: 50, others: 80, systems: 24, types: 24 } as const;

/** Makes the view of what a group or user owns; `rows` is how many of each kind are listed. */
export function ownership(portal: Portal, owner: Entity, rows: number = MOST.kind): Ownership {
  const others = owner.kind === 'User' ? groupsOf(portal, owner) : groupsBelow(portal, owner);
  const direct = ownedEntities(portal, owner);
  const all = new Map(direct.map((entity) => [entity.ref, entity]));
  let room = MOST.others;
  const views = others.flatMap((group) => {
    const list = ownedEntities(portal, group);
    for (const entity of list) all.set(entity.ref, entity);
    const view = ownedBy(portal, group, list, Math.min(rows, Math.max(0, room)));
    room -= view.kinds.reduce((sum, kind) => sum + kind.rows.length, 0);
    return list.length === 0 ? [] : [view];
  });
  const everything = [...all.values()];
  return {
    direct: ownedBy(portal, owner, direct, rows),
    listHref: hasList(direct.length) ? portal.addresses.href(listAddress(portal, owner, 'ownerOf', 1)) : null,
    others: views,
    total: all.size,
    types: { direct: countTypes(portal, direct, owner), all: countTypes(portal, everything, null) },
    systems: { direct: countSystems(portal, direct), all: countSystems(portal, everything) },
  };
}

/** Says whether somebody owns anything, or one of their groups does. */
export function ownsAnything(portal: Portal, owner: Entity): boolean {
  const groups = owner.kind === 'User' ? groupsOf(portal, owner) : groupsBelow(portal, owner);
  return [owner, ...groups].some((one) => ownedEntities(portal, one).length > 0);
}

function groupsOf(portal: Portal, user: Entity): Entity[] {
  return portal.catalog.related(user.ref, 'memberOf').flatMap((target) => target.entity ?? []);
}

function ownedEntities(portal: Portal, owner: Entity): Entity[] {
  return portal.catalog.related(owner.ref, 'ownerOf').flatMap((target) => target.entity ?? []);
}

/** Everything that somebody owns directly, by kind: the pages of all groups above show it, too. */
const ownedKinds = perEntity((portal, owner): OwnedKind[] =>
  [...Map.groupBy(ownedEntities(portal, owner), (entity) => entity.kind)]
    .map(([kind, entities]) => ({
      kind,
      title: portal.kindRow(kind).plural,
      icon: portal.kindRow(kind).icon,
      total: entities.length,
      rows: sortRows(entities.map((entity) => rowOf(portal, entity))),
    }))
    .sort((a, b) => portal.kindRow(a.kind).index - portal.kindRow(b.kind).index || compareText(a.kind, b.kind)),
);

function ownedBy(portal: Portal, owner: Entity, list: readonly Entity[], most: number): OwnedBy {
  const kinds = ownedKinds(portal, owner).map((kind) => ({ ...kind, rows: kind.rows.slice(0, most) }));
  const isCut = kinds.some((kind) => kind.total > kind.rows.length);
  return {
    owner: linkTo(portal, owner),
    total: list.length,
    kinds,
    allHref: isCut ? portal.addresses.href(listOrPage(portal, owner, list.length)) : null,
  };
}

/** Short lists have no page of their own: the owner's page shows them. */
function listOrPage(portal: Portal, owner: Entity, total: number): string {
  return hasList(total) ? listAddress(portal, owner, 'ownerOf', 1) : portal.addresses.entity(owner, 'ownership');
}

function sortRows(rows: readonly EntityRow[]): EntityRow[] {
  return rows.toSorted((a, b) => compareText(a.system?.title ?? '\uffff', b.system?.title ?? '\uffff') || compareText(a.title, b.title));
}

function countTypes(portal: Portal, list: readonly Entity[], owner: Entity | null): OwnedCount[] {
  const groups = Map.groupBy(list, (entity) => JSON.stringify([entity.kind, entity.type]));
  return [...groups.values()]
    .map((entities) => {
      const [{ kind, type } = { kind: '', type: null }] = entities;
      const row = portal.kindRow(kind);
      const query = new URLSearchParams({ kind: row.kind, ...(type !== null && { type }), ...(owner !== null && { owner: owner.ref }) });
      const label = type === null ? row.plural : `${kind} · ${type}`;
      const href = owner === null ? null : `${portal.addresses.href('/catalog/')}?${query}`;
      return { label, icon: row.icon, count: entities.length, href, index: row.index };
    })
    .sort((a, b) => a.index - b.index || b.count - a.count || compareText(a.label, b.label))
    .slice(0, MOST.types)
    .map(({ label, icon, count, href }) => ({ label, icon, count, href }));
}

function countSystems(portal: Portal, list: readonly Entity[]): OwnedCount[] {
  const rows = list.map((entity) => rowOf(portal, entity).system).filter((system) => system !== null);
  return [...Map.groupBy(rows, (system) => system.ref).values()]
    .flatMap((systems) => systems.slice(0, 1).map(({ title, icon, href }) => ({ label: title, icon, count: systems.length, href })))
    .sort((a, b) => b.count - a.count || compareText(a.label, b.label))
    .slice(0, MOST.systems);
}
