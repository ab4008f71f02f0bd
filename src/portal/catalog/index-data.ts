// The data of the catalog index: a portal in, all entities as coded columns and the configured columns out.
import type { Entity } from '../../catalog/types.ts';
import type { ColumnSpec, FieldColumn } from '../../lib/catalog-columns.ts';
import { parseFieldPath, valueAtPath } from '../../lib/field-path.ts';
import { compareText } from '../../lib/problem.ts';
import { isDeprecated } from '../kinds.ts';
import { plainSummary } from '../links.ts';
import type { Portal } from '../types.ts';
import { type RowValue, codeValues } from './code.ts';
import { nameInWords } from './rows.ts';
import { type Coded, type FacetId, type FieldData, type IndexData, STATUSES, type StatusId } from './index-shape.ts';
import { presetsOf } from './presets.ts';

/** What the index needs of a portal: everything but itself. */
export type IndexSource = Omit<Portal, 'index'>;

const SUMMARY_LETTERS = 80;
const MOST_VALUES = 20;
const MOST_LETTERS = 200;

/** Kinds whose entities are expected to have an owner, and docs. */
const NEEDS_OWNER = new Set(['component', 'api', 'resource', 'system', 'domain', 'template']);
const NEEDS_DOCS = new Set(['component', 'api', 'resource', 'system', 'domain']);

const HAS_STATUS: Readonly<Record<StatusId, (portal: IndexSource, entity: Entity) => boolean>> = {
  problems: (portal, entity) => portal.problemsOf(entity.ref).some((problem) => problem.severity !== 'info'),
  deprecated: (_, entity) => isDeprecated(entity),
  unowned: (portal, entity) =>
    NEEDS_OWNER.has(entity.kind.toLowerCase()) && !portal.catalog.related(entity.ref, 'ownedBy').some((owner) => owner.entity !== null),
  undocumented: (portal, entity) => NEEDS_DOCS.has(entity.kind.toLowerCase()) && portal.docsOf(entity.ref) === null,
  rejected: (_, entity) => entity.rejected !== null,
};

/** Values of one entity for each filter; refs are made links of later. */
const FACET_VALUES: Readonly<Record<FacetId, (portal: IndexSource, entity: Entity) => readonly RowValue[]>> = {
  kind: (portal, entity) => [{ value: entity.kind.toLowerCase(), label: portal.kindRow(entity.kind).plural }],
  type: (_, entity) => plain(entity.type),
  owner: (portal, entity) => related(portal, entity, 'ownedBy'),
  lifecycle: (_, entity) => plain(entity.lifecycle),
  tag: (_, entity) => entity.tags.map((value) => ({ value })),
  system: (portal, entity) => related(portal, entity, 'partOf', 'system'),
  domain: (portal, entity) => [
    ...related(portal, entity, 'partOf', 'domain'),
    ...related(portal, entity, 'partOf', 'system').flatMap((system) => related(portal, { ref: system.value }, 'partOf', 'domain')),
  ],
  namespace: (_, entity) => [{ value: entity.namespace }],
  status: (portal, entity) => STATUSES.filter(({ id }) => HAS_STATUS[id](portal, entity)).map(({ id, label }) => ({ value: id, label })),
};

const ORDER: Partial<Readonly<Record<FacetId, (portal: IndexSource, value: string) => number>>> = {
  kind: (portal, value) => portal.kindRow(value).index,
  status: (_, value) => STATUSES.findIndex(({ id }) => id === value),
};

const OF_REFS: readonly FacetId[] = ['owner', 'system', 'domain'];

/** Makes the data of the whole index, and beside it the beginning of each row's description as plain text. */
export function catalogIndex(portal: IndexSource): { readonly data: IndexData; readonly summaries: readonly string[] } {
  const entities = portal.catalog.entities.toSorted(
    (a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()) || compareText(a.ref, b.ref),
  );
  const rowOf = new Map(entities.map((entity, row) => [entity.ref, row]));
  const facet = (id: FacetId): Coded => {
    const order = ORDER[id];
    const coded = codeValues(
      entities.map((entity) => FACET_VALUES[id](portal, entity)),
      order && ((a, b) => order(portal, a.value) - order(portal, b.value) || compareText(a.value, b.value)),
    );
    return OF_REFS.includes(id) ? withRows(coded, rowOf) : coded;
  };
  const kind = facet('kind');
  const written = new Map(entities.map((entity) => [entity.kind.toLowerCase(), entity.kind]));
  const { fields, presets } = indexColumns(portal, entities, rowOf);
  const summaries = entities.map(({ description }) => plainSummary(description, SUMMARY_LETTERS));
  const data: IndexData = {
    names: entities.map(({ name }) => name),
    titles: entities.map(({ title, name }) => (title === name ? 0 : title === nameInWords(name) ? 1 : title)),
    described: summaries.map((summary) => (summary === '' ? 0 : 1)),
    ...(Object.values(presets).some(({ columns }) => columns.includes('description')) && { byDescription: ranksOf(summaries) }),
    addresses: Object.fromEntries(
      entities.flatMap((entity, row) => {
        const address = portal.addresses.entity(entity);
        return address === usualAddress(entity.kind, entity.namespace, entity.name) ? [] : [[row, address]];
      }),
    ),
    facets: {
      kind,
      type: facet('type'),
      owner: facet('owner'),
      lifecycle: facet('lifecycle'),
      tag: facet('tag'),
      system: facet('system'),
      domain: facet('domain'),
      namespace: facet('namespace'),
      status: facet('status'),
    },
    kinds: kind.values.map((value) => written.get(value) ?? value),
    kindIcons: kind.values.map((value) => portal.kindRow(value).icon),
    fields,
    presets,
    above: entities.flatMap((entity, row) => {
      const type = { user: 'memberOf', group: 'childOf' }[entity.kind.toLowerCase()];
      const groups = type === undefined ? [] : portal.catalog.related(entity.ref, type).flatMap(({ ref }) => rowOf.get(ref) ?? []);
      return groups.length === 0 ? [] : [[row, groups] as const];
    }),
  };
  return { data, summaries };
}

/** Ranks rows by a text; those without come last. */
function ranksOf(texts: readonly string[]): number[] {
  const order = [...texts.keys()].sort((a, b) => compareText((texts[a] ?? '').toLowerCase(), (texts[b] ?? '').toLowerCase()) || a - b);
  const ranks = texts.map(() => -1);
  for (const [rank, row] of order.entries()) if (texts[row] !== '') ranks[row] = rank;
  return ranks;
}

/** Returns the address that an entity has when its names follow the rules. */
export function usualAddress(kind: string, namespace: string, name: string): string {
  return `/catalog/${namespace.toLowerCase()}/${kind.toLowerCase()}/${name}/`;
}

/** Returns the texts that a field of an entity gives for a column; refs for `relations.<type>`. */
export function fieldValues(portal: IndexSource, entity: Entity, path: string): readonly RowValue[] {
  const parts = parseFieldPath(path) ?? [];
  const type = relationOf(path);
  if (type !== null) return related(portal, entity, type).slice(0, MOST_VALUES);
  const found = parts.length === 0 ? undefined : valueAtPath(entity.data, parts);
  const list: unknown[] = Array.isArray(found) ? found : [found];
  return list
    .filter((one) => ['string', 'number', 'boolean'].includes(typeof one))
    .map((one) => String(one).trim().slice(0, MOST_LETTERS))
    .filter((value) => value !== '')
    .slice(0, MOST_VALUES)
    .map((value) => ({ value }));
}

function relationOf(path: string): string | null {
  const [first, type, ...more] = parseFieldPath(path) ?? [];
  return first === 'relations' && type !== undefined && more.length === 0 ? type : null;
}

/** Codes the configured columns, each field once, however many presets show it. */
function indexColumns(portal: IndexSource, entities: readonly Entity[], rowOf: ReadonlyMap<string, number>) {
  const fields = new Map<string, { readonly position: number; readonly data: FieldData }>();
  const column = (spec: ColumnSpec) => {
    if (typeof spec === 'string') return spec;
    const key = JSON.stringify([spec.label, spec.path, spec.link]);
    const known = fields.get(key) ?? { position: fields.size, data: fieldData(portal, entities, rowOf, spec) };
    fields.set(key, known);
    return known.position;
  };
  const presets = Object.fromEntries(
    [...presetsOf(portal.indexSettings)].map(([kind, { columns, sort }]) => [kind, { columns: columns.map(column), sort }]),
  );
  return { fields: [...fields.values()].map(({ data }) => data), presets };
}

function fieldData(
  portal: IndexSource,
  entities: readonly Entity[],
  rowOf: ReadonlyMap<string, number>,
  { label, path, link }: FieldColumn,
): FieldData {
  const coded = codeValues(entities.map((entity) => fieldValues(portal, entity, path)));
  return { label, link, ...(relationOf(path) === null ? coded : withRows(coded, rowOf)) };
}

function plain(value: string | null): RowValue[] {
  return value === null ? [] : [{ value }];
}

function related(portal: IndexSource, { ref }: { readonly ref: string }, type: string, kind?: string): RowValue[] {
  return portal.catalog
    .related(ref, type)
    .filter((target) => kind === undefined || target.ref.startsWith(`${kind}:`))
    .map((target) => ({ value: target.ref, label: target.entity?.title ?? shortRef(target.ref) }));
}

/** Shows a ref that nothing defines by its name, with its namespace unless that is `default`. */
export function shortRef(ref: string): string {
  return /^[^:]*:(?:default\/)?(.*)$/s.exec(ref)?.[1] ?? ref;
}

/** Names the rows that refs stand for. What people read is then found there. */
function withRows(coded: Coded, rowOf: ReadonlyMap<string, number>): Coded {
  const { labels, ...rest } = coded;
  const rows = coded.values.map((ref) => rowOf.get(ref) ?? -1);
  const missing = Object.fromEntries(Object.entries(labels ?? {}).filter(([index]) => rows[Number(index)] === -1));
  return { ...rest, rows, ...(Object.keys(missing).length > 0 && { labels: missing }) };
}
