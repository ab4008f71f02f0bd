// The list of APIs, by type.
import { formatName } from '../apis/format-names.ts';
import { compareText } from '../lib/problem.ts';
import { operationCount } from './api-reference.ts';
import { plural } from './frame.ts';
import { type EntityRow, rowOf } from './links.ts';
import type { Portal } from './types.ts';

/** An API in the list. */
export interface ApiRow extends EntityRow {
  /** What it can do; null when its definition could not be read. */
  readonly operations: number | null;
  readonly providers: number;
  readonly consumers: number;
  /** Link to its reference; null when it has no definition. */
  readonly definition: string | null;
  /** The counts in words, for where the table has no room: `13 operations`. */
  readonly counts: string;
}

export interface ApiGroup {
  readonly id: string;
  readonly type: string;
  readonly rows: readonly ApiRow[];
}

/** Lists all APIs by type; the type with most APIs comes first. */
export function apiRows(portal: Portal): ApiGroup[] {
  const apis = portal.catalog.entities.filter((entity) => entity.kind === 'API');
  const byType = Map.groupBy(apis, (api) => api.type ?? 'other');
  return [...byType]
    .map(([type, list]) => ({
      id: `type-${type.replace(/[^A-Za-z0-9-]+/g, '-')}`,
      type: formatName(type),
      rows: list.map((api) => toRow(portal, api)).sort((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase())),
    }))
    .sort((a, b) => b.rows.length - a.rows.length || compareText(a.type, b.type));
}

function toRow(portal: Portal, api: Portal['catalog']['entities'][number]): ApiRow {
  const operations = operationCount(portal, api.ref);
  const providers = portal.catalog.related(api.ref, 'apiProvidedBy').length;
  const consumers = portal.catalog.related(api.ref, 'apiConsumedBy').length;
  const definition = portal.apis.has(api.ref) ? portal.addresses.href(portal.addresses.entity(api, 'definition')) : null;
  const counts = [
    operations === null || operations === 0 ? '' : plural(operations, 'operation'),
    providers === 0 ? '' : plural(providers, 'provider'),
    consumers === 0 ? '' : plural(consumers, 'consumer'),
  ];
  return { ...rowOf(portal, api), operations, providers, consumers, definition, counts: counts.filter((word) => word !== '').join(' · ') };
}
