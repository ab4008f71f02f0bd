// The landscape: everything in; domains, what lies in them, and the parts of each system out, bounded so that one page can hold it.
import type { Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { kindAddress } from './catalog-view.ts';
import { isDeprecated } from './kinds.ts';
import { type EntityLinkView, linkTo, relatedLinks, rowOf } from './links.ts';
import type { Portal } from './types.ts';

export interface PartView {
  readonly link: EntityLinkView;
  readonly type: string | null;
  readonly isDeprecated: boolean;
  /** Lifecycle when it is not the usual one. */
  readonly lifecycle: string | null;
}

export interface SystemCell {
  readonly link: EntityLinkView;
  readonly summary: string;
  readonly owner: EntityLinkView | null;
  /** How many parts of each kind there are. */
  readonly counts: readonly { readonly label: string; readonly icon: string; readonly count: number }[];
  readonly parts: readonly PartView[];
  /** Parts that are not listed. */
  readonly more: number;
  readonly problems: number;
}

export interface DomainArea {
  /** Null for systems without a domain. */
  readonly link: EntityLinkView | null;
  readonly id: string;
  readonly summary: string;
  readonly owner: EntityLinkView | null;
  readonly systems: readonly SystemCell[];
  /** Systems in a few words each, where there are too many to say more; then `systems` is empty. */
  readonly names: readonly { readonly link: EntityLinkView; readonly parts: number }[];
  /** Systems that are not listed, and where they are. */
  readonly more: number;
  readonly moreHref: string;
  readonly areas: readonly DomainArea[];
  /** Systems and parts here and in the domains inside. */
  readonly totals: { readonly systems: number; readonly parts: number };
}

export interface Landscape {
  readonly areas: readonly DomainArea[];
  /** Components, APIs and resources that belong to no system, by kind. */
  readonly loose: readonly {
    readonly label: string;
    readonly icon: string;
    readonly count: number;
    readonly links: readonly EntityLinkView[];
  }[];
}

/**
 * Parts that the page lists by name, all together and for one system; the others are counted. More systems than this go without
 * words, more than these are names alone, and more than these are counted.
 */
const MOST = { parts: 500, perSystem: 24, loose: 60, levels: 6, summaries: 100, cells: 200, systems: 800 } as const;
const PARTS = ['component', 'api', 'resource'];

/** How much the page says of each system. */
interface Detail {
  /** Parts that are listed by name. */
  readonly most: number;
  /** Says whether descriptions are left out. */
  readonly isBrief: boolean;
  /** Says whether of systems only the names are told. */
  readonly isNames: boolean;
  /** Systems of one domain that are listed. */
  readonly systems: number;
}

/** Makes the landscape of a portal. */
export function landscape(portal: Portal): Landscape {
  const kindOf = (entity: Entity) => entity.kind.toLowerCase();
  const entities = portal.catalog.entities;
  const systems = entities.filter((entity) => kindOf(entity) === 'system');
  const domains = entities.filter((entity) => kindOf(entity) === 'domain');
  const named = entities.filter((entity) => PARTS.includes(kindOf(entity))).length;
  const fair = Math.floor(MOST.parts / Math.max(1, systems.length));
  const perSystem = named <= MOST.parts ? MOST.perSystem : Math.min(MOST.perSystem, fair);
  const detail: Detail = {
    most: perSystem,
    isBrief: systems.length > MOST.summaries,
    isNames: systems.length > MOST.cells,
    systems: systems.length <= MOST.systems ? systems.length : Math.max(1, Math.floor(MOST.systems / Math.max(1, domains.length + 1))),
  };
  const domainOf = (entity: Entity) =>
    portal.catalog
      .related(entity.ref, 'partOf')
      .flatMap((target) => target.entity ?? [])
      .find((one) => kindOf(one) === 'domain')?.ref ?? '';
  const systemsIn = Map.groupBy(systems, domainOf);
  const domainsIn = Map.groupBy(domains, domainOf);
  const seen = new Set<string>();

  const area = (domain: Entity, level: number): DomainArea[] => {
    if (seen.has(domain.ref)) return [];
    seen.add(domain.ref);
    const below = level < MOST.levels ? byTitle(domainsIn.get(domain.ref) ?? []).flatMap((one) => area(one, level + 1)) : [];
    return [toArea(portal, domain, systemsIn.get(domain.ref) ?? [], below, detail)];
  };
  const roots = domains.filter((domain) => domainOf(domain) === '');
  // Domains inside each other in a ring have no root: whoever is left starts an area of their own.
  const areas = [...byTitle(roots), ...domains].flatMap((domain) => area(domain, 1));
  const without = systemsIn.get('') ?? [];
  return {
    areas: without.length === 0 ? areas : [...areas, toArea(portal, null, without, [], detail)],
    loose: looseParts(portal),
  };
}

function toArea(
  portal: Portal,
  domain: Entity | null,
  systems: readonly Entity[],
  areas: readonly DomainArea[],
  detail: Detail,
): DomainArea {
  const shown = byTitle(systems).slice(0, detail.systems);
  const own = systems.reduce((sum, system) => sum + partsOf(portal, system).length, 0);
  return {
    link: domain === null ? null : linkTo(portal, domain),
    id: domain === null ? 'no-domain' : domain.ref.replace(/[^a-z0-9]+/g, '-'),
    summary: domain === null ? '' : rowOf(portal, domain).summary,
    owner: domain === null ? null : (relatedLinks(portal, domain.ref, 'ownedBy')[0] ?? null),
    systems: detail.isNames ? [] : shown.map((system) => toCell(portal, system, detail)),
    names: detail.isNames ? shown.map((system) => ({ link: linkTo(portal, system), parts: partsOf(portal, system).length })) : [],
    more: systems.length - shown.length,
    moreHref: portal.addresses.href(domain === null ? kindAddress('system') : portal.addresses.entity(domain)),
    areas,
    totals: {
      systems: areas.reduce((sum, one) => sum + one.totals.systems, systems.length),
      parts: areas.reduce((sum, one) => sum + one.totals.parts, own),
    },
  };
}

function toCell(portal: Portal, system: Entity, { most, isBrief }: Detail): SystemCell {
  const parts = partsOf(portal, system);
  const row = rowOf(portal, system);
  const byKind = [...Map.groupBy(parts, (part) => portal.kindRow(part.kind))].sort(([a], [b]) => a.index - b.index);
  return {
    link: linkTo(portal, system),
    summary: isBrief ? '' : row.summary,
    owner: row.owner,
    counts: byKind.map(([kind, list]) => ({ label: kind.plural, icon: kind.icon, count: list.length })),
    parts: parts.slice(0, most).map((part) => toPart(portal, part)),
    more: Math.max(0, parts.length - most),
    problems: parts.reduce((sum, part) => sum + rowOf(portal, part).problems, row.problems),
  };
}

/** Parts of a system in the order of kinds, then by title. */
function partsOf(portal: Portal, system: Entity): Entity[] {
  const parts = portal.catalog.related(system.ref, 'hasPart').flatMap((target) => target.entity ?? []);
  return parts.sort((a, b) => portal.kindRow(a.kind).index - portal.kindRow(b.kind).index || compareText(a.title, b.title));
}

function toPart(portal: Portal, entity: Entity): PartView {
  const { lifecycle, type } = entity;
  return {
    link: linkTo(portal, entity),
    type,
    isDeprecated: isDeprecated(entity),
    lifecycle: lifecycle === 'production' ? null : lifecycle,
  };
}

function looseParts(portal: Portal): Landscape['loose'] {
  const loose = portal.catalog.entities.filter(
    (entity) => PARTS.includes(entity.kind.toLowerCase()) && portal.catalog.related(entity.ref, 'partOf').length === 0,
  );
  return [...Map.groupBy(loose, (entity) => portal.kindRow(entity.kind))]
    .sort(([a], [b]) => a.index - b.index)
    .map(([kind, list]) => ({
      label: kind.plural,
      icon: kind.icon,
      count: list.length,
      links: byTitle(list)
        .slice(0, MOST.loose)
        .map((entity) => linkTo(portal, entity)),
    }));
}

function byTitle(entities: readonly Entity[]): Entity[] {
  return entities.toSorted((a, b) => compareText(a.title, b.title));
}
