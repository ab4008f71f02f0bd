// Which pages there are: lists of addresses and props for `getStaticPaths`. Entities are passed by ref, so that props stay small.
import type { Entity } from '../catalog/types.ts';
import { referenceParts } from './api-reference.ts';
import { kindLists } from './catalog-view.ts';
import { hasSourcePage } from './raw-view.ts';
import { entitiesWithTab } from './tabs.ts';
import type { Portal } from './types.ts';

interface EntityPath {
  readonly params: { readonly namespace: string; readonly kind: string; readonly name: string };
  readonly props: { readonly entity: Entity };
}

/** Paths of one tab of all entities that have it. */
export function entityPaths(portal: Portal, tab = ''): EntityPath[] {
  return entitiesWithTab(portal, tab).map((entity) => ({ params: portal.addresses.parts(entity), props: { entity } }));
}

/** Paths of the further pages of large references. */
export function definitionPaths(portal: Portal) {
  return referenceParts(portal).map(({ entity, part }) => ({
    params: { ...portal.addresses.parts(entity), part },
    props: { entity, part },
  }));
}

/** Paths of definitions as written, of APIs whose own tab shows a reference instead. */
export function definitionSourcePaths(portal: Portal): EntityPath[] {
  return portal.catalog.entities
    .filter((entity) => hasSourcePage(portal, entity))
    .map((entity) => ({ params: portal.addresses.parts(entity), props: { entity } }));
}

/** Paths of the complete lists by kind. */
export function kindListPaths(portal: Portal) {
  return kindLists(portal).map((list) => ({ params: { kind: list.kind }, props: { list } }));
}

const path = (address: string) => address.replace(/^\/docs\/|\/$/g, '');

/** Paths of docs sites, without `/docs/` in front. */
export function docsSitePaths(portal: Portal) {
  return portal.docs.map((entry) => ({ params: { site: path(entry.site.address) }, props: { entry } }));
}

/** Paths of docs pages and of addresses that lead to them, without `/docs/` in front. */
export function docsPaths(portal: Portal) {
  return [
    ...portal.docsPages.map((item) => ({ params: { path: path(item.page.address) }, props: { item } })),
    ...portal.redirects.map((redirect) => ({ params: { path: path(redirect.from) }, props: { redirect } })),
  ];
}

/** Paths of radar entries. */
export function radarPaths(portal: Portal) {
  const use = portal.radar;
  return use === null ? [] : use.radar.entries.map((entry) => ({ params: { id: entry.id }, props: { use, entry } }));
}
