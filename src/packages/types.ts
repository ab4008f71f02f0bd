// The shapes of what repositories declare: a manifest's text becomes declarations, these become packages with a place.
import type { Place } from '../lib/problem.ts';

/** Types of packages, in the words of package URLs (https://github.com/package-url/purl-spec); `generic` is for languages and tools. */
export const PACKAGE_TYPES = [
  'npm',
  'golang',
  'maven',
  'pypi',
  'cargo',
  'gem',
  'nuget',
  'composer',
  'docker',
  'githubactions',
  'generic',
] as const;

export type PackageType = (typeof PACKAGE_TYPES)[number];

/** One dependency as a manifest declares it. */
export interface Declaration {
  readonly type: PackageType;
  /** As written: `@angular/core`, `io.quarkus/quarkus-rest`, `golang.org/x/sync`. */
  readonly name: string;
  /** Version or range as declared; empty when none is. */
  readonly version: string;
  /** True for what is needed to build and test alone. */
  readonly dev: boolean;
  /** One-based. */
  readonly line: number;
}

/** What is wrong with a manifest. */
export interface Fault {
  /** What the parser says, without place. */
  readonly reason: string;
  readonly line: number | undefined;
}

/** What a name of a catalog of versions stands for. */
export type Alias = Pick<Declaration, 'name' | 'version'>;

/** A manifest, read. */
export interface Manifest {
  readonly declarations: readonly Declaration[];
  /** The package that the manifest itself is about; null where it does not say. */
  readonly self: { readonly type: PackageType; readonly name: string } | null;
  /** Null when all of it could be read. */
  readonly fault: Fault | null;
  /** Of a catalog of versions: libraries and plugins by the name under which build files know them, without `libs.` in front. */
  readonly aliases?: ReadonlyMap<string, readonly Alias[]>;
  /** Of a build file: names of the nearest catalog. */
  readonly references?: readonly (Pick<Declaration, 'dev' | 'line'> & { readonly alias: string })[];
}

/** Reads the text of a manifest. Must never throw, and take time in proportion to the text. */
export type ManifestReader = (text: string, path: string) => Manifest;

/** A declared dependency, and where it stands. */
export interface DeclaredPackage {
  /** Key of the package: the same for all spellings of its name. */
  readonly purl: string;
  readonly type: PackageType;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
  readonly place: Place;
}

/** What a source declares. */
export interface SourcePackages {
  /** By path, then line, then purl; each package once for each manifest. */
  readonly packages: readonly DeclaredPackage[];
  /** Packages that the source itself makes. */
  readonly own: readonly string[];
}
