// The catalog index: rows and filters, as the first page of HTML and as compact data for the browser.
import type { Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { isDeprecated, lifecycleTone } from './kinds.ts';
import { type EntityRow, rowOf } from './links.ts';
import type { Portal } from './types.ts';

/** The kind that the index shows when the address names none, as in Backstage. */
export const FIRST_KIND = 'component';
/** Rows of the index that are in its HTML. */
export const FIRST_ROWS = 50;

/** A filter of the index and its values with counts, among entities of the shown kind. */
export interface FacetView {
  readonly id: FacetId;
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number; readonly icon?: string }[];
}

export const FACETS = [
  { id: 'kind', label: 'Kind' },
  { id: 'type', label: 'Type' },
  { id: 'owner', label: 'Owner' },
  { id: 'lifecycle', label: 'Lifecycle' },
  { id: 'tag', label: 'Tag' },
  { id: 'system', label: 'System' },
  { id: 'namespace', label: 'Namespace' },
  { id: 'status', label: 'Status' },
] as const;

export type FacetId = (typeof FACETS)[number]['id'];

/** One entity as the browser gets it: short keys, since there may be ten thousand. */
export interface IndexRow {
  /** Ref. */
  readonly r: string;
  /** Title. */
  readonly t: string;
  /** Address without base path. */
  readonly a: string;
  /** Summary. */
  readonly d: string;
  /** Values by facet: an index into `values` of the facet, or several. */
  readonly f: Readonly<Record<FacetId, readonly number[]>>;
}

export interface IndexData {
  readonly facets: Readonly<
    Record<FacetId, readonly { readonly value: string; readonly label: string; readonly href?: string; readonly tone?: string }[]>
  >;
  readonly rows: readonly IndexRow[];
}

/** Statuses as rows: what can be wrong or notable about an entity. */
const STATUSES: readonly { value: string; label: string; when: (portal: Portal, entity: Entity, row: EntityRow) => boolean }[] = [
  { value: 'problems', label: 'With problems', when: (_, __, row) => row.problems > 0 },
  { value: 'deprecated', label: 'Deprecated', when: (_, entity) => isDeprecated(entity) },
  { value: 'rejected', label: 'Rejected by Backstage', when: (_, entity) => entity.rejected !== null },
  {
    value: 'unowned',
    label: 'Without owner',
    when: (portal, entity, row) => NEEDS_OWNER.has(entity.kind.toLowerCase()) && !hasOwner(portal, row),
  },
];

const NEEDS_OWNER = new Set(['component', 'api', 'resource', 'system', 'domain', 'template']);

function hasOwner(portal: Portal, row: EntityRow): boolean {
  return row.owner !== null && portal.catalog.get(row.owner.ref) !== null;
}

/** Values of one entity for each facet; the key is what stands in the address. */
function facetValues(
  portal: Portal,
  entity: Entity,
  row: EntityRow,
): Record<FacetId, { value: string; label: string; href?: string; tone?: string }[]> {
  const link = (one: EntityRow['owner']) =>
    one === null ? [] : [{ value: one.ref, label: one.title, ...(one.href !== null && { href: one.href }) }];
  const tone = entity.lifecycle === null ? null : lifecycleTone(entity.lifecycle);
  return {
    kind: [{ value: entity.kind.toLowerCase(), label: portal.kindRow(entity.kind).plural }],
    type: entity.type === null ? [] : [{ value: entity.type, label: entity.type }],
    owner: link(row.owner),
    lifecycle: entity.lifecycle === null ? [] : [{ value: entity.lifecycle, label: entity.lifecycle, ...(tone !== null && { tone }) }],
    tag: entity.tags.map((tag) => ({ value: tag, label: tag })),
    system: link(row.system),
    namespace: [{ value: entity.namespace, label: entity.namespace }],
    status: STATUSES.filter((status) => status.when(portal, entity, row)).map(({ value, label }) => ({ value, label })),
  };
}

/** Makes the data of the whole index. Rows are sorted by title. */
export function catalogIndex(portal: Portal): IndexData {
  const entities = sortedEntities(portal).map((entity) => {
    const row = rowOf(portal, entity);
    return { entity, row, values: facetValues(portal, entity, row) };
  });
  const facets = Object.fromEntries(
    FACETS.map(({ id }) => {
      const byValue = new Map(entities.flatMap(({ values }) => values[id].map((one) => [one.value, one] as const)));
      const order = id === 'kind' ? (value: string) => portal.kindRow(value).index : () => 0;
      return [
        id,
        [...byValue.values()].sort(
          (a, b) => order(a.value) - order(b.value) || compareText(a.label, b.label) || compareText(a.value, b.value),
        ),
      ];
    }),
  ) as Record<FacetId, { value: string; label: string; href?: string; tone?: string }[]>;
  const positions = new Map(FACETS.map(({ id }) => [id, new Map(facets[id].map((one, index) => [one.value, index]))]));
  const rows = entities.map(({ entity, row, values }) => ({
    r: entity.ref,
    t: row.title,
    a: portal.addresses.entity(entity),
    d: row.summary,
    f: Object.fromEntries(FACETS.map(({ id }) => [id, values[id].map((one) => positions.get(id)?.get(one.value) ?? -1)])) as Record<
      FacetId,
      number[]
    >,
  }));
  return { facets, rows };
}

/** The index as its page shows it before any script runs. */
export interface CatalogView {
  /** Lower-case kind that is shown. */
  readonly kind: string;
  readonly title: string;
  readonly total: number;
  readonly facets: readonly FacetView[];
  readonly rows: readonly EntityRow[];
}

/** Makes the view of the index for the first kind that has entities. */
export function catalogView(portal: Portal): CatalogView {
  const entities = sortedEntities(portal);
  const kind = entities.some((entity) => entity.kind.toLowerCase() === FIRST_KIND)
    ? FIRST_KIND
    : (entities[0]?.kind.toLowerCase() ?? FIRST_KIND);
  const shown = entities.filter((entity) => entity.kind.toLowerCase() === kind);
  const rows = shown.map((entity) => rowOf(portal, entity));
  const values = shown.map((entity, index) => facetValues(portal, entity, rows[index] as EntityRow));
  const facets = FACETS.map(({ id, label }) => ({
    id,
    label,
    values: id === 'kind' ? kindCounts(portal, entities) : count(values.flatMap((one) => one[id])),
  }));
  return { kind, title: portal.kindRow(kind).plural, total: shown.length, facets, rows: rows.slice(0, FIRST_ROWS) };
}

function kindCounts(portal: Portal, entities: readonly Entity[]): FacetView['values'] {
  const groups = Map.groupBy(entities, (entity) => entity.kind.toLowerCase());
  return [...groups]
    .map(([value, list]) => ({ value, label: portal.kindRow(value).plural, count: list.length, icon: portal.kindRow(value).icon }))
    .sort((a, b) => portal.kindRow(a.value).index - portal.kindRow(b.value).index || compareText(a.value, b.value));
}

function count(values: readonly { value: string; label: string }[]): FacetView['values'] {
  const groups = Map.groupBy(values, (one) => one.value);
  return [...groups]
    .map(([value, list]) => ({ value, label: list[0]?.label ?? value, count: list.length }))
    .sort((a, b) => b.count - a.count || compareText(a.label, b.label));
}

/** All entities of one kind: a page that is complete without scripts. */
export interface KindList {
  readonly title: string;
  /** Part of the address: the kind in lower case. */
  readonly kind: string;
  readonly address: string;
  readonly entities: readonly Entity[];
}

/** Lists by kind, in the order of kinds. */
export function kindLists(portal: Portal): KindList[] {
  const groups = Map.groupBy(sortedEntities(portal), (entity) => portal.addresses.parts(entity).kind);
  return [...groups]
    .map(([kind, entities]) => ({ title: portal.kindRow(entities[0]?.kind ?? kind).plural, kind, address: kindAddress(kind), entities }))
    .sort((a, b) => portal.kindRow(a.kind).index - portal.kindRow(b.kind).index || compareText(a.kind, b.kind));
}

/** Address of the complete list of a kind. */
export function kindAddress(kind: string): string {
  return `/catalog/${kind.toLowerCase()}/`;
}

function sortedEntities(portal: Portal): Entity[] {
  return portal.catalog.entities.toSorted((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()) || compareText(a.ref, b.ref));
}
