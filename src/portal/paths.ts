// Which pages there are: lists of addresses and props for `getStaticPaths`. Entities are passed by ref, so that props stay small.
import type { Entity } from '../catalog/types.ts';
import { referenceParts } from './api-reference.ts';
import { trials } from './api-trial.ts';
import { kindPages } from './catalog-view.ts';
import { hasContents } from './docs-nav.ts';
import { relationPages } from './relation-view.ts';
import { hasSourcePage } from './raw-view.ts';
import { entitiesWithTab } from './tabs.ts';
import { isFirstRadar } from './radars.ts';
import type { Portal, RadarEntry, RadarUse } from './types.ts';

interface EntityPath {
  readonly params: { readonly namespace: string; readonly kind: string; readonly name: string };
  readonly props: { readonly entity: Entity };
}

/** Paths of one tab of all entities that have it. */
export function entityPaths(portal: Portal, tab = ''): EntityPath[] {
  return entitiesWithTab(portal, tab).map((entity) => ({ params: portal.addresses.parts(entity), props: { entity } }));
}

/** Paths of the complete lists of relations, by type and number of the page. */
export function relationPaths(portal: Portal) {
  return relationPages(portal).map(({ entity, type, page }) => ({
    params: { ...portal.addresses.parts(entity), page: page === 1 ? type : `${type}/${page}` },
    props: { entity, type, page },
  }));
}

/** Paths of the complete lists by kind: their first pages, or those that follow. */
export function kindListPaths(portal: Portal, which: 'first' | 'more') {
  return kindPages(portal)
    .filter(({ page }) => (page === 1) === (which === 'first'))
    .map((list) => ({ params: { kind: list.kind, page: String(list.page) }, props: { list } }));
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

/** Paths of the pages on which requests are tried. */
export function trialPaths(portal: Portal) {
  return trials(portal).map(({ entity, definition }) => ({ params: portal.addresses.parts(entity), props: { entity, definition } }));
}

const path = (address: string) => address.replace(/^\/docs\/|\/$/g, '');

/** Paths of docs sites, without `/docs/` in front. */
export function docsSitePaths(portal: Portal) {
  return portal.docs.map((entry) => ({ params: { site: path(entry.site.address) }, props: { entry } }));
}

/** Paths of docs pages, of the lists of all pages, of sites on one page, and of addresses that lead elsewhere, without `/docs/` in front. */
export function docsPaths(portal: Portal) {
  return [
    ...portal.docsPages.map((item) => ({ params: { path: path(item.page.address) }, props: { item } })),
    ...portal.docs.flatMap((entry) =>
      hasContents(entry) ? [{ params: { path: path(entry.site.contents ?? '') }, props: { contents: entry } }] : [],
    ),
    ...portal.docs.flatMap((entry) =>
      entry.site.print === null ? [] : [{ params: { path: path(entry.site.print) }, props: { book: entry } }],
    ),
    ...portal.redirects.map((redirect) => ({ params: { path: path(redirect.from) }, props: { redirect } })),
  ];
}

/** Paths right below the radar: entries of the first radar, and further radars. */
export function radarPaths(portal: Portal) {
  interface Path {
    readonly params: { readonly id: string };
    readonly props: { readonly use: RadarUse; readonly entry: RadarEntry | null };
  }
  return portal.radars.flatMap((use): readonly Path[] =>
    isFirstRadar(use)
      ? use.radar.entries.map((entry) => ({ params: { id: entry.id }, props: { use, entry } }))
      : [{ params: { id: use.id }, props: { use, entry: null } }],
  );
}

/** Paths of what further radars have below them. */
export function furtherRadarPaths(portal: Portal) {
  return furtherRadars(portal).map((use) => ({ params: { id: use.id }, props: { use } }));
}

/** Paths of entries of further radars. */
export function furtherEntryPaths(portal: Portal) {
  return furtherRadars(portal).flatMap((use) =>
    use.radar.entries.map((entry) => ({ params: { id: use.id, entry: entry.id }, props: { use, entry } })),
  );
}

function furtherRadars(portal: Portal): readonly RadarUse[] {
  return portal.radars.filter((use) => !isFirstRadar(use));
}
