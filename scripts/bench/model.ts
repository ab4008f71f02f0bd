// A made-up organisation as planned, before any file is written: who there is, what they own, what depends on what, where it lies.
import type { Vocabulary } from './prose.ts';
import type { Random } from './random.ts';

/** What is asked for. */
export interface Size {
  /** None makes docs alone, each site in a repository of its own. */
  readonly entities: number;
  readonly docs: number;
  /** Repositories beside the org folder; defaults to a tenth of the entities. */
  readonly repos?: number | undefined;
  readonly seed: string;
}

/** What every entity has. */
export interface Item {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface Group extends Item {
  readonly kind: 'Group';
  readonly type: 'organization' | 'department' | 'team';
  readonly parent: Group | null;
  readonly children: Group[];
  readonly members: User[];
}

export interface User extends Item {
  readonly kind: 'User';
  readonly fullName: string;
  readonly groups: readonly Group[];
}

export interface Domain extends Item {
  readonly kind: 'Domain';
  readonly owner: Group;
  readonly parent: Domain | null;
}

export interface System extends Item {
  readonly kind: 'System';
  readonly owner: Group;
  readonly domain: Domain;
}

export interface Component extends Item {
  readonly kind: 'Component';
  readonly type: string;
  readonly owner: Group;
  readonly system: System;
  /** Folder in the repository that is its own; empty for the root. */
  readonly folder: string;
  /** Has an entity file of its own in that folder, instead of a document in the repository's. */
  readonly ownFile: boolean;
  readonly repository: Repository;
  readonly apis: Api[];
  readonly resources: Resource[];
  readonly consumes: Api[];
  readonly dependsOn: Item[];
}

export interface Api extends Item {
  readonly kind: 'API';
  readonly type: 'openapi' | 'graphql';
  readonly provider: Component;
  /** Stands in a file of its own, instead of in the entity. */
  readonly inFile: boolean;
}

export interface Resource extends Item {
  readonly kind: 'Resource';
  readonly type: string;
  readonly user: Component;
}

export interface Template extends Item {
  readonly kind: 'Template';
  readonly owner: Group;
  readonly type: string;
}

export interface Location extends Item {
  readonly kind: 'Location';
  readonly targets: readonly string[];
}

/** One repository; its main component stands first. */
export interface Repository {
  readonly name: string;
  readonly namespace: string;
  readonly components: Component[];
  readonly locations: Location[];
}

/** One docs site, beside the component that it is about. */
export interface Site {
  readonly component: Component;
  readonly title: string;
  readonly docsDir: string;
  /** The home page stands first. */
  readonly pages: readonly Page[];
  /** Names of pictures, without ending. */
  readonly pictures: readonly string[];
}

export interface Page {
  /** Path in the docs folder. */
  readonly path: string;
  readonly title: string;
  /** Title of its part of the nav; null for none. */
  readonly section: string | null;
  readonly headings: readonly string[];
}

export interface Organisation {
  /** Says whether there is a catalog; else docs are all that is written. */
  readonly catalog: boolean;
  readonly company: string;
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  readonly groups: readonly Group[];
  readonly users: readonly User[];
  readonly domains: readonly Domain[];
  readonly systems: readonly System[];
  readonly templates: readonly Template[];
  readonly orgLocation: Location;
  readonly repositories: readonly Repository[];
  readonly sites: ReadonlyMap<Component, Site>;
  /** Refs of the entities with a deliberate mistake, and its name. */
  readonly mistakes: ReadonlyMap<string, string>;
}

/** A file to be written. */
export interface BenchFile {
  /** With forward slashes, relative to the folder that all is written to. */
  readonly path: string;
  readonly text: string;
}

/** Returns the full reference of an entity. */
export function refOf({ kind, namespace, name }: Item): string {
  return `${kind}:${namespace}/${name}`.toLowerCase();
}
