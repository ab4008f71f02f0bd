// The tabs of an entity as rows: each tab is a page of its own, shown when the entity has something for it.
import type { Entity } from '../catalog/types.ts';
import { hasDiagram } from '../graph/diagram-boxes.ts';
import { concernsOf } from './concerns.ts';
import { ownsAnything } from './ownership.ts';
import { groupDocs, groupDocsBelow } from './people-view.ts';
import { perEntity } from './per-entity.ts';
import { hasTechnologiesTab } from './technologies/entity-technologies.ts';
import type { Portal } from './types.ts';

export interface TabView {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly count: number | null;
  readonly current: boolean;
}

interface TabRow {
  /** Last part of the tab's address; empty for the overview. */
  readonly id: string;
  readonly label: string;
  readonly when: (portal: Portal, entity: Entity) => boolean;
  readonly count?: (portal: Portal, entity: Entity) => number;
  /** Address when the tab is a page elsewhere. */
  readonly address?: (portal: Portal, entity: Entity) => string | null;
}

const isKind =
  (...kinds: string[]) =>
  (_: Portal, entity: Entity) =>
    kinds.includes(entity.kind.toLowerCase());

const relates = (entity: Entity, types: readonly string[]) => entity.data.relations.some((relation) => types.includes(relation.type));

const isOwner = isKind('group', 'user');

const NOT_DEPENDENCIES = ['ownedBy', 'ownerOf', 'memberOf', 'hasMember', 'childOf', 'parentOf'];

const TABS: readonly TabRow[] = [
  { id: '', label: 'Overview', when: () => true },
  {
    id: 'docs',
    label: 'Docs',
    when: (portal, entity) =>
      portal.docsOf(entity.ref) !== null || groupDocs(portal, entity).length + groupDocsBelow(portal, entity).length > 0,
    count: (portal, entity) =>
      portal.docsOf(entity.ref)?.site.pages.length ?? (groupDocs(portal, entity).length || groupDocsBelow(portal, entity).length),
    address: (portal, entity) => portal.docsAddressOf(entity.ref),
  },
  { id: 'definition', label: 'Definition', when: (portal, entity) => portal.apis.has(entity.ref) },
  {
    id: 'api',
    label: 'API',
    when: (_, entity) => relates(entity, ['providesApi', 'consumesApi']),
    count: (_, entity) => entity.data.relations.filter((one) => one.type === 'providesApi' || one.type === 'consumesApi').length,
  },
  {
    id: 'dependencies',
    label: 'Dependencies',
    when: (_, entity) => entity.data.relations.some((relation) => !NOT_DEPENDENCIES.includes(relation.type)),
  },
  {
    id: 'technologies',
    label: 'Technologies',
    when: hasTechnologiesTab,
    count: (portal, entity) => portal.technologies?.usesOf(entity.ref).length ?? 0,
  },
  { id: 'diagram', label: 'Diagram', when: (portal, entity) => hasDiagram(portal.catalog, entity) },
  {
    id: 'members',
    label: 'Members',
    when: isKind('group'),
    count: (portal, entity) => portal.catalog.related(entity.ref, 'hasMember').length,
  },
  { id: 'ownership', label: 'Ownership', when: (portal, entity) => isOwner(portal, entity) && ownsAnything(portal, entity) },
  {
    id: 'problems',
    label: 'Problems',
    when: (portal, entity) => concernsOf(portal, entity).length > 0,
    count: (portal, entity) => concernsOf(portal, entity).length,
  },
  { id: 'raw', label: 'Raw', when: () => true },
];

/** Lists the tabs of an entity. */
export function entityTabs(portal: Portal, entity: Entity, current: string | null): TabView[] {
  return tabsOf(portal, entity).map((tab) => ({ ...tab, current: tab.id === current }));
}

const tabsOf = perEntity((portal, entity): Omit<TabView, 'current'>[] =>
  TABS.filter((tab) => tab.when(portal, entity)).map((tab) => ({
    id: tab.id,
    label: tab.label,
    href: portal.addresses.href(tab.address?.(portal, entity) ?? portal.addresses.entity(entity, tab.id)),
    count: tab.count?.(portal, entity) ?? null,
  })),
);

/** Entities that have a page for a tab; tabs that are a page elsewhere have none here. */
export function entitiesWithTab(portal: Portal, id: string): Entity[] {
  const tab = TABS.find((row) => row.id === id);
  if (tab === undefined) return [];
  return portal.catalog.entities.filter((entity) => tab.when(portal, entity) && (tab.address?.(portal, entity) ?? null) === null);
}
