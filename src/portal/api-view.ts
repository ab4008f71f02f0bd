// The list of APIs, by type.
import { formatName } from '../apis/format-names.ts';
import { compareText } from '../lib/problem.ts';
import { operationCount } from './api-reference.ts';
import { kindAddress } from './catalog-view.ts';
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
  /** How many there are; `rows` may hold fewer. */
  readonly total: number;
  readonly rows: readonly ApiRow[];
  /** The complete list, and the same where scripts filter it; null when it stands here. */
  readonly all: { readonly href: string; readonly liveHref: string } | null;
}

/** APIs that the page lists. Of more, each type gets its share, but never fewer than these. */
const MOST = { all: 240, least: 10 } as const;

/** Lists all APIs by type; the type with most APIs comes first. */
export function apiRows(portal: Portal): ApiGroup[] {
  const apis = portal.catalog.entities.filter((entity) => entity.kind === 'API');
  const byType = Map.groupBy(apis, (api) => api.type ?? 'other');
  return [...byType]
    .map(([type, list]) => {
      const most = apis.length <= MOST.all ? list.length : Math.max(MOST.least, Math.floor((MOST.all * list.length) / apis.length));
      const sorted = list.toSorted((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase()));
      const query = new URLSearchParams({ kind: 'api', ...(list[0]?.type !== null && { type }) });
      return {
        id: `type-${type.replace(/[^A-Za-z0-9-]+/g, '-')}`,
        type: formatName(type),
        total: list.length,
        rows: sorted.slice(0, most).map((api) => toRow(portal, api)),
        all:
          list.length <= most
            ? null
            : { href: portal.addresses.href(kindAddress('api')), liveHref: `${portal.addresses.href('/catalog/')}?${query}` },
      };
    })
    .sort((a, b) => b.total - a.total || compareText(a.type, b.type));
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
