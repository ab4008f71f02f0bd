// What facts of a portal say, as rows: the name of a fact in; a short text out that is another when the fact is another.
import { createHash } from 'node:crypto';
import type { Entity } from '../../catalog/types.ts';
import type { Use } from '../technologies/types.ts';
import type { Portal } from '../types.ts';

/** Fields of an entity that are a fact of their own: they change with its neighbours, or with its place in its file. */
export const DETAILS = ['data', 'source', 'place', 'rejected'] as const;

interface Sources {
  readonly portal: Portal;
  /** What the whole build is made from. */
  readonly fingerprint: string;
  readonly page: (address: string) => unknown;
  readonly site: (address: string) => Portal['docs'][number] | undefined;
}

/** What each kind of fact is made of. The rest of a fact's name says which one is meant. */
const ROWS: Readonly<Record<string, (sources: Sources, id: string) => unknown>> = {
  entity: ({ portal }, ref) => without(portal.catalog.get(ref), DETAILS),
  details: ({ portal }, ref) => {
    const entity = portal.catalog.get(ref);
    return entity && DETAILS.map((field) => entity[field]);
  },
  there: ({ portal }, ref) => identity(portal.catalog.get(ref)),
  entities: ({ portal }) => portal.catalog.entities.map(identity),
  related: ({ portal }, id) => {
    const [type = '', ref = ''] = id.split(' of ', 2);
    return portal.catalog.related(ref, type).map(({ ref: target, entity }) => [target, identity(entity)]);
  },
  page: ({ page }, address) => page(address),
  site: ({ site }, address) => without(site(address)?.site ?? null, ['pages']),
  pages: ({ site }, address) => site(address)?.site.pages.map(({ address: at, canonical, title }) => [at, canonical, title]),
  entry: ({ site }, address) => {
    const entry = site(address);
    return entry && [entry.source, identity(entry.entity)];
  },
  docs: ({ portal }) => portal.docs.map(({ site }) => site.address),
  'docs-pages': ({ portal }) => portal.docsPages.map(({ page: { address, canonical, title } }) => [address, canonical, title]),
  'docs-of': ({ portal }, ref) => [portal.docsOf(ref)?.site.address, portal.docsAddressOf(ref)],
  'site-name': ({ portal }, address) => portal.siteNameOf(address),
  redirects: ({ portal }) => portal.redirects,
  api: ({ portal }, ref) => portal.apis.get(ref),
  'has-api': ({ portal }, ref) => portal.apis.has(ref),
  apis: ({ fingerprint }) => fingerprint,
  uses: ({ portal }, ref) => portal.technologies?.usesOf(ref).map(useWords),
  users: ({ fingerprint }) => fingerprint,
  unlisted: ({ portal }) => portal.technologies?.unlisted,
  radars: ({ portal }) => portal.radars,
  'has-radar': ({ portal }) => portal.technologies !== null,
  problems: ({ portal }) => portal.problems,
  'problems-of': ({ portal }, ref) => portal.problemsOf(ref),
  origin: ({ portal }, source) => portal.originOf(source),
  change: ({ portal }, id) => {
    const [source, path] = JSON.parse(id) as [string, string];
    return portal.changeOf(source, path);
  },
  weeks: ({ portal }, source) => portal.weeksOf(source),
  beside: ({ portal }, ref) => {
    const entity = portal.catalog.get(ref);
    return entity && portal.inFileOf(entity).map(identity);
  },
  impact: ({ portal }, ref) => portal.impactOf(ref),
  graph: ({ portal }) => [portal.graph.nodes, portal.graph.edges],
  build: ({ portal }) => portal.build,
  frame: ({ portal }) => portal.frame,
  everything: ({ fingerprint }) => fingerprint,
};

/** Facts that follow from one other fact and are costly to look at. */
const FOLLOWS: Readonly<Record<string, string>> = { impact: 'graph' };

/** Returns the fact that a fact follows from: while that says the same, so does this. Null for most. */
export function sourceOf(name: string): string | null {
  const kind = name.slice(0, Math.max(0, name.indexOf(' ')));
  return Object.hasOwn(FOLLOWS, kind) ? (FOLLOWS[kind] ?? null) : null;
}

/** Makes the question for one portal. The digest of each fact is made once. Throws for a kind of fact that there is not. */
export function createFactDigests(portal: Portal, fingerprint: string): (name: string) => string {
  const sites = new Map(portal.docs.map((entry) => [entry.site.address, entry]));
  const pages = new Map(portal.docsPages.map(({ page }) => [page.address, page]));
  const sources: Sources = { portal, fingerprint, page: (address) => pages.get(address), site: (address) => sites.get(address) };
  const known = new Map<string, string>();
  return (name) => {
    const digest = known.get(name) ?? digestOf(sources, name);
    known.set(name, digest);
    return digest;
  };
}

function digestOf(sources: Sources, name: string): string {
  const space = name.indexOf(' ');
  const [kind, id] = space < 0 ? [name, ''] : [name.slice(0, space), name.slice(space + 1)];
  const row = Object.hasOwn(ROWS, kind) ? ROWS[kind] : undefined;
  if (row === undefined) throw new Error(`There is no fact "${kind}".`);
  return createHash('sha256')
    .update(JSON.stringify(row(sources, id), withMaps) ?? '')
    .digest('base64url')
    .slice(0, 22);
}

/** What every list and link says of an entity. */
function identity(entity: Entity | null): unknown {
  return entity === null ? null : [entity.ref, entity.kind, entity.namespace, entity.name];
}

function without<T extends Entity | Portal['docs'][number]['site']>(object: T | null, left: readonly string[]): unknown {
  return object === null ? null : Object.fromEntries(Object.entries(object).filter(([key]) => !left.includes(key)));
}

/** What else is said of the entity is read from it. */
function useWords({ technology, entity, owner, evidence, more }: Use): unknown {
  return [identity(entity), technology.address, technology.ring, technology.hold, technology.entry.title, owner, evidence, more];
}

/** Writes maps as lists: JSON would leave out what is in them. */
function withMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
