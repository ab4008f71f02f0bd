// The list of APIs, by type.
import { compareText } from '../lib/problem.ts';
import { type EntityRow, rowOf } from './links.ts';
import type { Portal } from './types.ts';

export interface ApiGroup {
  readonly id: string;
  readonly type: string;
  readonly rows: readonly EntityRow[];
}

/** How people write the names of well-known API types. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  openapi: 'OpenAPI',
  asyncapi: 'AsyncAPI',
  graphql: 'GraphQL',
  grpc: 'gRPC',
  trpc: 'tRPC',
  'mcp-server': 'MCP servers',
};

/** Lists all APIs by type; the type with most APIs comes first. */
export function apiRows(portal: Portal): ApiGroup[] {
  const apis = portal.catalog.entities.filter((entity) => entity.kind === 'API');
  const byType = Map.groupBy(apis, (api) => api.type ?? 'other');
  return [...byType]
    .map(([type, list]) => ({
      id: `type-${type.replace(/[^A-Za-z0-9-]+/g, '-')}`,
      type: (Object.hasOwn(TYPE_NAMES, type) ? TYPE_NAMES[type] : undefined) ?? type,
      rows: list.map((api) => rowOf(portal, api)).sort((a, b) => compareText(a.title.toLowerCase(), b.title.toLowerCase())),
    }))
    .sort((a, b) => b.rows.length - a.rows.length || compareText(a.type, b.type));
}
