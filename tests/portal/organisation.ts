// A small organisation in memory, compiled: what tests of the portal and the graph look at.
import { NO_INDEX_SETTINGS } from '../../src/lib/catalog-columns.ts';
import { memoryFiles } from '../../src/lib/files.ts';
import type { SourceSnapshot } from '../../src/lib/snapshot.ts';
import type { Config } from '../../src/config/types.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import type { Portal } from '../../src/portal/types.ts';

export const CONFIG: Config = {
  title: 'Test',
  site: null,
  base: '/',
  sources: [],
  reading: [],
  apis: { tryHosts: [] },
  docs: { servers: [], embeds: [] },
  history: true,
  hosting: { compress: false, headers: false },
  catalog: NO_INDEX_SETTINGS,
  radars: [],
  technologies: [],
  tools: new Map(),
  annotations: [],
  kinds: [],
  relations: [],
};

/** Makes a source out of files in memory. */
export function source(id: string, files: Record<string, string>, more: Partial<SourceSnapshot> = {}): SourceSnapshot {
  return {
    id,
    origin: { type: 'path', path: id },
    root: `/nowhere/${id}`,
    files: memoryFiles(files),
    catalog: ['catalog-info.yaml'],
    docs: null,
    stale: null,
    ...more,
  };
}

/** Writes an entity as YAML. */
export function entity(kind: string, name: string, spec: object, metadata: object = {}): string {
  return `---\n${JSON.stringify({ apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name, ...metadata }, spec }, null, 1)}\n`;
}

/** Compiles sources as one portal. */
export function compile(sources: readonly SourceSnapshot[], base = '/', more: Partial<Config> = {}): Promise<Portal> {
  return compilePortal({ ...CONFIG, base, ...more }, { sources, radar: null });
}

const service = { type: 'service', lifecycle: 'production', owner: 'payments' };

/** Two teams, two systems, three components, a database that is not there. */
export const SHOP = source('shop', {
  'catalog-info.yaml': [
    entity('Group', 'company', { type: 'root', children: [] }),
    entity('Group', 'payments', { type: 'team', parent: 'company', children: [] }, { title: 'Payments' }),
    entity('User', 'ann', { memberOf: ['payments'], profile: { displayName: 'Ann Example', email: 'ann@shop.example' } }),
    entity('Domain', 'commerce', { owner: 'company' }),
    entity('System', 'checkout', { owner: 'payments', domain: 'commerce' }),
    entity('System', 'money', { owner: 'payments', domain: 'commerce' }),
    entity('API', 'charges', {
      ...service,
      type: 'openapi',
      system: 'money',
      definition: "openapi: 3.1.0\ninfo: {title: Charges, version: '1'}\npaths: {}\n",
    }),
    entity('Component', 'web', {
      ...service,
      type: 'website',
      system: 'checkout',
      consumesApis: ['charges'],
      dependsOn: ['component:cart'],
    }),
    entity(
      'Component',
      'cart',
      { ...service, lifecycle: 'deprecated', system: 'checkout', dependsOn: ['resource:cart-db'] },
      { tags: ['go'] },
    ),
    entity('Component', 'ledger', { ...service, system: 'money', providesApis: ['charges'], owner: 'nobody' }),
  ].join(''),
});
