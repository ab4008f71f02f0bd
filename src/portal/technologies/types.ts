// The shapes of what is really used: entries of the radar, who uses them, and how that is known.
import type { Entity } from '../../catalog/types.ts';
import type { Place } from '../../lib/problem.ts';
import type { PackageType } from '../../packages/types.ts';
import type { Radar, RadarEntry } from '../../radar/types.ts';

/** A radar of the portal, and where its pages stand. */
export interface RadarAt {
  readonly radar: Radar;
  /** Address of the radar's page; those of its entries lie below it. */
  readonly address: string;
}

/** An entry of a radar with what its pages say of it. */
export interface Technology {
  readonly entry: RadarEntry;
  readonly address: string;
  readonly quadrant: string;
  /** Null when nothing has been decided about it; `index` counts from the inside. */
  readonly ring: { readonly id: string; readonly name: string; readonly index: number } | null;
  /** Says whether its ring is one to be left. */
  readonly hold: boolean;
}

/** One thing that shows that an entity uses a technology. */
export interface Evidence {
  readonly by: 'package' | 'tag' | 'label' | 'annotation';
  /** Name of the package, the tag, or key and value. */
  readonly text: string;
  /** Key of the package; null for anything else. */
  readonly purl: string | null;
  /** As declared; empty where none is. */
  readonly version: string;
  /** True for what is needed to build and test alone. */
  readonly dev: boolean;
  /** Where a package is declared; for anything else, where the entity is written. */
  readonly place: Place;
  /** Way to what the entity says of itself; null for a package. */
  readonly way: readonly (string | number)[] | null;
}

/** An entity that uses a technology. */
export interface Use {
  readonly technology: Technology;
  readonly entity: Entity;
  /** Ref of the first owner; null when nobody is named. */
  readonly owner: string | null;
  /** The most telling first; at least one, and of very many the first few. */
  readonly evidence: readonly Evidence[];
  /** How many more there are. */
  readonly more: number;
}

/** A package that is declared and that no entry of a radar stands for. */
export interface UnlistedPackage {
  readonly purl: string;
  readonly type: PackageType;
  /** As the first of its users writes it. */
  readonly name: string;
  /** Refs of entities and of their owners, sorted. */
  readonly entities: readonly string[];
  readonly teams: readonly string[];
}

/** Everything that is known about what is used. */
export interface Technologies {
  /** All entries of all radars, in the order of these. */
  readonly all: readonly Technology[];
  /** The radars by which they are known. */
  readonly radars: readonly RadarAt[];
  /** Technologies of an entity, from the innermost ring outwards, then by title. */
  usesOf(ref: string): readonly Use[];
  /** Users of an entry, by title. */
  usersOf(entry: RadarEntry): readonly Use[];
  of(entry: RadarEntry): Technology | null;
  /** Those that most teams use first. */
  readonly unlisted: readonly UnlistedPackage[];
}
