// What Pagefind's index is told about a page beside its text: filters to narrow by, and what a result shows.
import type { Entity } from '../../catalog/types.ts';
import type { RadarEntry } from '../../radar/types.ts';
import { rowOf } from '../links.ts';
import { siteName } from '../site-names.ts';
import type { DocsPageEntry, Portal } from '../types.ts';
import type { SectionName } from './shape.ts';

export interface SearchMarks {
  /** Filter name to values, e.g. `kind: [Component]`. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Shown with the result: `title`, `icon`, `what`. */
  readonly meta: Readonly<Record<string, string>>;
}

/** Filters of what belongs to an entity: it is found by kind, owner and tags of that entity. */
export function entityFilters(portal: Portal, entity: Entity | null, section: SectionName): Record<string, readonly string[]> {
  const row = entity === null ? null : rowOf(portal, entity);
  return {
    section: [section],
    kind: list(entity?.kind),
    type: list(entity?.type),
    owner: list(row?.owner?.title),
    lifecycle: list(entity?.lifecycle),
    system: list(row?.system?.title),
    tag: entity?.tags ?? [],
  };
}

/** Marks of a docs page. */
export function docsMarks(portal: Portal, { entry, page }: DocsPageEntry): SearchMarks {
  const { entity, site } = entry;
  return marks(
    { ...entityFilters(portal, entity, 'Docs'), site: [siteName(portal, entry)], tag: page.tags },
    page.title,
    'page',
    site.title,
  );
}

/** Marks of a page of an API's reference. */
export function apiMarks(portal: Portal, entity: Entity, title: string): SearchMarks {
  return marks(entityFilters(portal, entity, 'APIs'), title, 'api', title === entity.title ? 'Reference' : entity.title);
}

/** Marks of a radar entry. */
export function radarMarks(entry: RadarEntry, quadrant: string, ring: string): SearchMarks {
  return marks({ section: ['Radar'], tag: entry.tags }, entry.title, 'radar', `${ring} · ${quadrant}`);
}

/** Marks of problems. */
export function problemMarks(portal: Portal, entity: Entity | null): SearchMarks {
  const title = entity === null ? 'Problems' : `Problems of ${entity.title}`;
  return marks(entityFilters(portal, entity, 'Problems'), title, 'problem', entity?.kind ?? '');
}

function marks(filters: Readonly<Record<string, readonly string[]>>, title: string, icon: string, what: string): SearchMarks {
  return {
    filters: Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0)),
    meta: { title, icon, what },
  };
}

function list(value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [value];
}
