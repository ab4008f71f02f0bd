// The portal: everything the site shows, joined. Pages read it and nothing else.
import type { Catalog, Entity } from '../catalog/types.ts';
import type { Highlighter } from '../docs/highlight.ts';
import type { DocsPage, DocsSite } from '../docs/types.ts';
import type { IndexedGraph } from '../graph/indexed.ts';
import type { IndexSettings } from '../lib/catalog-columns.ts';
import type { Problem } from '../lib/problem.ts';
import type { LastChange, Origin } from '../lib/snapshot.ts';
import type { Radar, RadarPicture } from '../radar/types.ts';
import type { Addresses } from './addresses.ts';
import type { ApiEntry } from './apis.ts';
import type { ImpactFacts } from './impact.ts';
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

/** What stands on every page. */
export interface FrameFacts {
  readonly version: string;
  /** Ids of the sections that have something to show. */
  readonly sections: readonly string[];
  readonly sources: number;
  /** Sources of which an older copy is shown. */
  readonly stale: number;
  /** Says whether anything is worse than a note. */
  readonly hasProblems: boolean;
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
  readonly frame: FrameFacts;
  readonly catalog: Catalog;
  /** Definitions by the ref of their entity. */
  readonly apis: ReadonlyMap<string, ApiEntry>;
  /** The table of the catalog as configured. */
  readonly indexSettings: IndexSettings;
  readonly graph: IndexedGraph;
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
  /** Where a source came from; undefined when there is none with that id. */
  originOf(source: string): Origin | undefined;
  /** The last change of a file of a source; undefined where no history is known. */
  changeOf(source: string, path: string): LastChange | undefined;
  /** Commits of a source, week by week; empty where no history is known. */
  weeksOf(source: string): readonly number[];
  /** Name of the docs site at an address that no other site of the portal has; empty when there is no site. */
  siteNameOf(address: string): string;
  /** All entities of the file of an entity, it among them, in the order of the file. */
  inFileOf(entity: Entity): readonly Entity[];
  /** What would break without an entity. */
  impactOf(ref: string): ImpactFacts;
  /** Makes something that many pages share, and returns what hands it out: whoever asks has read what it was made of. */
  keep<T>(make: () => T): () => T;
}
