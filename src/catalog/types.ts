// The shapes of the catalog: a file's document becomes a draft, a draft that may stay becomes an entity of the catalog.
import type { Place, Problem } from '../lib/problem.ts';

/** Plain data as YAML and JSON hold it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** One direction of a relation, as Backstage's catalog API shows it. */
export interface Relation {
  /** e.g. `ownedBy`. */
  readonly type: string;
  /** Full entity ref in lower case; its entity need not exist. */
  readonly targetRef: string;
}

export interface EntityLink {
  readonly url: string;
  readonly title?: string | undefined;
  readonly icon?: string | undefined;
  readonly type?: string | undefined;
}

/** The entity as Backstage's catalog API would answer it: placeholders filled in, defaults set, relations added. */
export interface EntityData {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: JsonObject & { readonly name: string; readonly namespace: string };
  readonly spec?: JsonObject;
  /** Sorted by type, then target; present in the JSON API. */
  readonly relations: readonly Relation[];
}

/** One entity of the catalog. The fields beside `data` are read from it once, checked, so that no page has to guess at shapes. */
export interface Entity {
  /** Full entity ref in lower case: the key everywhere. */
  readonly ref: string;
  /** Kind as written, e.g. `Component`. */
  readonly kind: string;
  readonly namespace: string;
  /** Name as written. */
  readonly name: string;
  /** `metadata.title`, else `spec.profile.displayName`, else the name. */
  readonly title: string;
  /** Markdown; empty if there is none. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly links: readonly EntityLink[];
  /** `spec.type`, as written. */
  readonly type: string | null;
  /** `spec.lifecycle`, as written. */
  readonly lifecycle: string | null;
  readonly data: EntityData;
  /** The YAML document as written. */
  readonly source: { readonly text: string; readonly startLine: number };
  /** Where the document starts. */
  readonly place: Place;
  /** What Backstage would say when it rejects the entity; null when it accepts it. */
  readonly rejected: string | null;
}

/** What a relation of the portal's own is called from both ends. */
export interface RelationWords {
  readonly relation: string;
  readonly reverse: string;
  readonly words: readonly [forward: string, backward: string];
}

/** All entities, related. Read-only, with the questions that pages ask answered by index. */
export interface Catalog {
  /** Sorted by ref. */
  readonly entities: readonly Entity[];
  /** Relations that are not Backstage's. */
  readonly ownRelations: readonly RelationWords[];
  /** Finds an entity by its full ref (any case); null if there is none. */
  get(ref: string): Entity | null;
  /** Relations of an entity of one type, e.g. `targets(entity, 'ownedBy')`; targets without an entity have `entity: null`. */
  related(ref: string, type: string): readonly { readonly ref: string; readonly entity: Entity | null }[];
}

export interface CatalogResult {
  readonly catalog: Catalog;
  readonly problems: readonly Problem[];
  /** What was read, for counts: entity files and documents. */
  readonly counts: { readonly files: number; readonly documents: number };
}
