// The portal: everything the site shows, joined. Pages read it and nothing else.
import type { Catalog, Entity } from '../catalog/types.ts';
import type { Highlighter } from '../docs/highlight.ts';
import type { DocsPage, DocsSite } from '../docs/types.ts';
import type { Cycle } from '../graph/cycles.ts';
import type { IndexedGraph } from '../graph/indexed.ts';
import type { IndexSettings } from '../lib/catalog-columns.ts';
import type { Problem } from '../lib/problem.ts';
import type { History, Origin } from '../lib/snapshot.ts';
import type { Radar, RadarPicture } from '../radar/types.ts';
import type { Addresses } from './addresses.ts';
import type { ApiEntry } from './apis.ts';
import type { Rows } from './catalog/rows.ts';
import type { RankedKindRow } from './kinds.ts';
import type { Technologies } from './technologies/types.ts';
import type { Tools } from './tools/tools.ts';

// Pages, layouts, components and islands know the other rooms through these names only.
export type { Entity } from '../catalog/types.ts';
export type { DocsPage } from '../docs/types.ts';
export type { NeighbourPicture } from '../graph/neighbourhood.ts';
export type { Decision, Movement, Radar, RadarEntry, RadarPicture } from '../radar/types.ts';

/** A source as `/api/build.json` and the foot of each page tell of it. */
export interface SourceInfo {
  readonly id: string;
  readonly type: 'path' | 'git';
  /** Folder or address, as configured, without credentials. */
  readonly location: string;
  readonly commit: string | null;
  readonly committedAt: string | null;
  /** When the last good copy in use was pulled; null when the source is up to date. */
  readonly staleSince: string | null;
  readonly staleReason: string | null;
}

/** What was built, free of clocks: the same snapshot gives the same words. */
export interface BuildInfo {
  readonly version: string;
  readonly sources: readonly SourceInfo[];
  readonly counts: Readonly<Record<string, number>>;
  /** Time of the newest commit of all git sources, ISO 8601; null without git sources. */
  readonly newestCommit: string | null;
}

/** A docs site and the entities that share it. */
export interface DocsEntry {
  readonly site: DocsSite;
  /** Entity whose address the site has; null for a site that belongs to no entity. */
  readonly entity: Entity | null;
  readonly source: string;
}

/** One docs page with its place in its site. */
export interface DocsPageEntry {
  readonly entry: DocsEntry;
  readonly page: DocsPage;
}

/** An address that leads to another one. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly title: string;
}

/** A radar with its picture. */
export interface RadarUse {
  readonly id: string;
  /** Where it stands, with a slash at its end. */
  readonly address: string;
  readonly radar: Radar;
  readonly picture: RadarPicture;
}

export interface Portal {
  readonly title: string;
  /** Public address of the site, without a slash at its end; null when not configured. */
  readonly site: string | null;
  readonly base: string;
  readonly build: BuildInfo;
  readonly catalog: Catalog;
  /** Definitions by the ref of their entity. */
  readonly apis: ReadonlyMap<string, ApiEntry>;
  /** The table of the catalog as configured. */
  readonly indexSettings: IndexSettings;
  readonly graph: IndexedGraph;
  /** Entities that need each other in a circle; made when first asked for. */
  readonly cycles: () => readonly Cycle[];
  readonly docs: readonly DocsEntry[];
  readonly docsPages: readonly DocsPageEntry[];
  readonly redirects: readonly Redirect[];
  /** The first of the radars; null when there is none. */
  readonly radar: RadarUse | null;
  readonly radars: readonly RadarUse[];
  /** Who uses what of the radar; null without one. */
  readonly technologies: Technologies | null;
  /** Sorted by place. */
  readonly problems: readonly Problem[];
  readonly addresses: Addresses;
  /** Where each source came from, by its id. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** What the commits of each source tell, by its id; sources without history are not in it. */
  readonly histories: ReadonlyMap<string, History>;
  /** Returns the catalog index, which is made once. */
  readonly index: () => Rows;
  /** Highlights YAML, JSON and definitions. */
  readonly highlighter: Highlighter;
  /** Leads from annotations to tools. */
  readonly tools: Tools;
  /** Returns what pages know about a kind, in any case; those of `portal.yaml` are among them. */
  kindRow(kind: string): RankedKindRow;
  /** Docs entry of an entity, its own or the one it shares; null if it has none. */
  docsOf(ref: string): DocsEntry | null;
  /** Where the docs of an entity start: the home of their site, or the page that the entity names of another's. */
  docsAddressOf(ref: string): string | null;
  /** Problems whose subject is the entity. */
  problemsOf(ref: string): readonly Problem[];
}
