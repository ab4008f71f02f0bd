// The shape of a checked configuration: every field known, every default filled in.
import type { IndexSettings } from '../lib/catalog-columns.ts';
import type { Place } from '../lib/problem.ts';
import type { GitAddress } from './git-address.ts';

/** Addresses of one host that may be read. */
export interface AllowedReads {
  /** Host in lower case, with its port if that is not the usual one. */
  readonly host: string;
  /** Beginnings of paths. */
  readonly paths: readonly string[];
}

/** A server that draws diagrams. */
export interface DiagramServer {
  readonly kind: 'kroki' | 'plantuml';
  /** Without a slash at the end. */
  readonly url: string;
  /** Where it stands in `portal.yaml`. */
  readonly place: Place;
}

/** What `portal.yaml` says about docs. */
export interface DocsConfig {
  /** The first one that knows a language draws it. */
  readonly servers: readonly DiagramServer[];
  /** Hosts in lower case whose pages, videos and sound docs pages may show; sorted. */
  readonly embeds: readonly string[];
}

/** What `portal.yaml` says about APIs. */
export interface ApisConfig {
  /** Hosts in lower case that pages of APIs may send requests to; sorted. */
  readonly tryHosts: readonly string[];
}

/** What the site holds for the server that hosts it. */
export interface HostingConfig {
  /** Says whether text files have compressed copies beside them. */
  readonly compress: boolean;
  /** Says whether there is a file that tells the server its headers. */
  readonly headers: boolean;
}

/** What `portal.yaml` says. */
export interface Config {
  readonly title: string;
  /** Origin the site is served from, without a slash at the end; null for not known. */
  readonly site: string | null;
  /** Path prefix; starts and ends with a slash. */
  readonly base: string;
  readonly sources: readonly SourceSpec[];
  /** Web addresses that may be read though no source holds them. */
  readonly reading: readonly AllowedReads[];
  readonly apis: ApisConfig;
  readonly docs: DocsConfig;
  /** Says whether pages tell when their files were last changed. */
  readonly history: boolean;
  readonly hosting: HostingConfig;
  /** The table of the catalog. */
  readonly catalog: IndexSettings;
  /** The first is the portal's own, others stand beside it. */
  readonly radars: readonly RadarSpec[];
  /** How the use of entries of the radar is known, beside what the radar says itself. */
  readonly technologies: readonly TechnologySpec[];
  /** Addresses of tools by their names, without a slash at the end. */
  readonly tools: ReadonlyMap<string, string>;
  readonly annotations: readonly AnnotationSpec[];
  readonly kinds: readonly KindSpec[];
  readonly relations: readonly RelationSpec[];
}

/** A tech radar. */
export interface RadarSpec {
  /** Part of its address, unless it is the first. */
  readonly id: string;
  /** Folder or file, relative to the configuration; of a source, inside of that. */
  readonly path: string;
  /** Id of the source that has it; null for a path beside the configuration. */
  readonly source: string | null;
  /** In place of the title it has; null for that. */
  readonly title: string | null;
  /** Where its path stands in `portal.yaml`. */
  readonly place: Place;
}

/** How the use of one entry of the radar is known. */
export interface TechnologySpec {
  /** Id of the entry. */
  readonly id: string;
  /** Where its key stands. */
  readonly place: Place;
  /** Names of packages, or patterns of package URLs, as written. */
  readonly packages: readonly { readonly text: string; readonly place: Place }[];
  /** What entities say of themselves; null where nothing is said about it. */
  readonly match:
    | readonly {
        readonly on: 'tag' | 'label' | 'annotation';
        readonly key: string;
        /** Perhaps with stars; null for any. */
        readonly value: string | null;
        readonly place: Place;
      }[]
    | null;
}

/** An annotation of a company's own. */
export interface AnnotationSpec {
  readonly key: string;
  readonly label: string;
  readonly group: string | null;
  /** Address with `{value}` in it; null for an annotation that leads nowhere. */
  readonly link: string | null;
}

/** A kind of a company's own. */
export interface KindSpec {
  readonly kind: string;
  readonly plural: string | null;
  readonly icon: string | null;
  /** Empty for any. */
  readonly apiVersions: readonly string[];
  /** File of the schema, relative to the configuration; null for none. */
  readonly schemaFile: string | null;
  /** JSON Schema of `spec`; null without a file, and until the file has been read. */
  readonly schema: object | null;
  readonly place: Place;
}

/** A relation of a company's own. */
export interface RelationSpec {
  readonly field: string;
  readonly kinds: readonly string[];
  /** Empty for any. */
  readonly targets: readonly string[];
  readonly relation: string;
  readonly reverse: string;
  /** What it is called from both ends; null for its names. */
  readonly words: readonly [string, string] | null;
  readonly place: Place;
}

/** A configuration that was read from disk. */
export interface ConfigFile extends Config {
  /** Full path of the file. */
  readonly file: string;
  /** Full path of its folder: every relative path in it refers to this. */
  readonly folder: string;
}

interface SourceSpecBase {
  /** Id as configured; null for one made from the name of the folder or repository. */
  readonly id: string | null;
  /** Globs of the entity files. */
  readonly catalog: readonly string[];
  /** Folder of a docs site that no entity names, the empty string for the root; null for none. */
  readonly docs: string | null;
  /** Where the entry stands in `portal.yaml`. */
  readonly place: Place;
}

/** A folder, or a glob of folders, beside the configuration. */
export interface FolderSpec extends SourceSpecBase {
  readonly type: 'path';
  /** As configured. */
  readonly path: string;
  /** Says whether `path` is a glob of which each matching folder is a source. */
  readonly many: boolean;
}

/** A git repository. */
export interface GitSpec extends SourceSpecBase {
  readonly type: 'git';
  readonly address: GitAddress;
  /** Branch, tag or full commit hash; null for the remote's HEAD. */
  readonly ref: string | null;
}

/** Kinds of hosts whose repositories can be listed. */
export type Service = 'github' | 'gitlab' | 'gitea' | 'bitbucket' | 'bitbucket-server';

/** Where the repositories of an entry are looked for, and which of them are wanted. */
export interface DiscoveryQuery {
  readonly service: Service;
  /** Host in lower case, with its port if that is not the usual one. */
  readonly host: string;
  /** Organisation, user, group with its parents, workspace or project. */
  readonly owner: string;
  /** Topics of which a repository needs one; none for any repository. */
  readonly topics: readonly string[];
  /** Globs of names of which one must match; none for any repository. */
  readonly names: readonly string[];
  readonly archived: boolean;
  readonly forks: boolean;
  /** Says whether groups below the group count. */
  readonly subgroups: boolean;
}

/** The repositories of an organisation, group or project on a host. */
export interface DiscoverySpec extends SourceSpecBase, DiscoveryQuery {
  readonly type: 'discovery';
}

export type SourceSpec = FolderSpec | GitSpec | DiscoverySpec;
