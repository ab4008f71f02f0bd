// What the search index is told about a page beside its text: filters to narrow by, and what a result shows.
import type { Entity } from '../catalog/types.ts';
import type { RadarEntry } from '../radar/types.ts';
import { rowOf } from './links.ts';
import { siteName } from './site-names.ts';
import type { DocsPageEntry, Portal } from './types.ts';

export interface SearchMarks {
  /** Filter name to values, e.g. `kind: [Component]`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Shown with the result: `title`, `icon`, `what`, and for entities `ref` and `summary`. */
  readonly meta: Readonly<Record<string, string>>;
}

/** Marks of an entity's overview. */
export function entityMarks(portal: Portal, entity: Entity): SearchMarks {
  const row = rowOf(portal, entity);
  const what = [entity.kind, entity.type, row.owner?.title].filter((part) => part !== null && part !== undefined);
  return {
    filters: withoutEmpty({
      section: ['Catalog'],
      kind: [entity.kind],
      type: list(entity.type),
      owner: list(row.owner?.title),
      lifecycle: list(entity.lifecycle),
      tag: entity.tags,
    }),
    meta: { title: entity.title, icon: portal.kindRow(entity.kind).icon, what: what.join(' · '), ref: entity.ref, summary: row.summary },
  };
}

/** Marks of a docs page: it is found by the kind, owner and tags of its entity, too. */
export function docsMarks(portal: Portal, { entry, page }: DocsPageEntry): SearchMarks {
  const { entity, site } = entry;
  const row = entity === null ? null : rowOf(portal, entity);
  return {
    filters: withoutEmpty({
      section: ['Docs'],
      site: [siteName(portal, entry)],
      kind: list(entity?.kind),
      type: list(entity?.type),
      owner: list(row?.owner?.title),
      lifecycle: list(entity?.lifecycle),
      tag: page.tags,
    }),
    meta: { title: page.title, icon: 'page', what: site.title },
  };
}

/** Marks of a radar entry. */
export function radarMarks(entry: RadarEntry, quadrant: string, ring: string): SearchMarks {
  return {
    filters: withoutEmpty({ section: ['Radar'], tag: entry.tags }),
    meta: { title: entry.title, icon: 'radar', what: `${ring} · ${quadrant}` },
  };
}

function list(value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [value];
}

function withoutEmpty(filters: Record<string, readonly string[]>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
}
