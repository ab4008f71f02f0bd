// Lists of related entities: an entity in; its relations by type out, cut to what a page can hold, with the way to the whole.
import type { Entity } from '../catalog/types.ts';
import { RELATION_ORDER, relationWords } from '../graph/relations.ts';
import { compareText } from '../lib/problem.ts';
import { type EntityLinkView, type EntityRow, linkToRef, rowOf } from './links.ts';
import type { Portal } from './types.ts';

/** A list of related entities. */
export interface RelationSection {
  readonly type: string;
  readonly title: string;
  /** How many there are; `rows` may hold fewer. */
  readonly total: number;
  readonly rows: readonly (EntityRow | EntityLinkView)[];
  /** The complete list; null when it stands here. */
  readonly allHref: string | null;
}

/** Relations that the head already tells of, and those that group pages show in their own way. */
const IN_HEAD = new Set(['ownedBy', 'partOf', 'childOf', 'memberOf']);
const PEOPLE_OWN = new Set(['ownerOf', 'hasMember']);

const SECTION_TITLES: Readonly<Record<string, string>> = {
  providesApi: 'Provides',
  consumesApi: 'Consumes',
  dependsOn: 'Depends on',
  dependencyOf: 'Needed by',
  apiProvidedBy: 'Provided by',
  apiConsumedBy: 'Consumed by',
  hasPart: 'Parts',
  parentOf: 'Groups below',
  hasMember: 'Members',
  ownerOf: 'Owns',
};

/** Rows of one list on an overview, on a tab, and on one page of a complete list. */
export const MOST_ROWS = { overview: 12, tab: 100, page: 200 } as const;

/** Lists an entity's relations by type, in the order of the relation table, custom ones last; `all` for the tab that tells of every one. */
export function relationSections(portal: Portal, entity: Entity, all = false): RelationSection[] {
  const people = ['group', 'user'].includes(entity.kind.toLowerCase());
  const types = [...new Set(entity.data.relations.map((relation) => relation.type))]
    .filter((type) => all || (!IN_HEAD.has(type) && !(people && PEOPLE_OWN.has(type))))
    .sort((a, b) => rank(a) - rank(b) || compareText(a, b));
  const most = all ? MOST_ROWS.tab : MOST_ROWS.overview;
  return types.map((type) => {
    const targets = portal.catalog.related(entity.ref, type);
    return {
      type,
      title: relationTitle(portal, type),
      total: targets.length,
      rows: targets.slice(0, most).map((target) => toRow(portal, target)),
      allHref: targets.length <= most ? null : portal.addresses.href(listAddress(portal, entity, type, 1)),
    };
  });
}

/** Returns the heading of a relation as seen from its holder. */
export function relationTitle(portal: Portal, type: string): string {
  return Object.hasOwn(SECTION_TITLES, type) ? (SECTION_TITLES[type] ?? type) : capital(relationWords(type, portal.catalog.ownRelations));
}

/** One page of the complete list of a relation. */
export interface RelationPage extends RelationSection {
  readonly entity: Entity;
  readonly address: string;
  readonly page: number;
  readonly pages: readonly { readonly page: number; readonly href: string; readonly current: boolean }[];
}

/** Lists the pages of all relations that are too long for an overview. */
export function relationPages(portal: Portal): { readonly entity: Entity; readonly type: string; readonly page: number }[] {
  return portal.catalog.entities.flatMap((entity) => {
    const byType = Map.groupBy(entity.data.relations, (relation) => relation.type);
    return [...byType].flatMap(([type, list]) =>
      !hasList(list.length) ? [] : numbers(Math.ceil(list.length / MOST_ROWS.page)).map((page) => ({ entity, type, page })),
    );
  });
}

/** Makes one page of a complete list. */
export function relationPage(portal: Portal, entity: Entity, type: string, page: number): RelationPage {
  const targets = portal.catalog.related(entity.ref, type);
  return {
    entity,
    type,
    title: relationTitle(portal, type),
    total: targets.length,
    rows: targets.slice((page - 1) * MOST_ROWS.page, page * MOST_ROWS.page).map((target) => toRow(portal, target)),
    allHref: null,
    address: listAddress(portal, entity, type, page),
    page,
    pages: numbers(Math.ceil(targets.length / MOST_ROWS.page)).map((one) => ({
      page: one,
      href: portal.addresses.href(listAddress(portal, entity, type, one)),
      current: one === page,
    })),
  };
}

/** Says whether a relation has pages with its complete list. */
export function hasList(total: number): boolean {
  return total > MOST_ROWS.overview;
}

/** Address of a page of a complete list. */
export function listAddress(portal: Portal, entity: Entity, type: string, page: number): string {
  return portal.addresses.entity(entity, `relations/${type}${page === 1 ? '' : `/${page}`}`);
}

function toRow(portal: Portal, target: { readonly ref: string; readonly entity: Entity | null }): EntityRow | EntityLinkView {
  return target.entity === null ? linkToRef(portal, target.ref) : rowOf(portal, target.entity);
}

function rank(type: string): number {
  const index = RELATION_ORDER.indexOf(type);
  return index < 0 ? RELATION_ORDER.length : index;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
