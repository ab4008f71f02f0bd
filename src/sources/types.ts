// The shapes of a pull: what it is asked, what it tells while it runs, and what it answers.
import type { Parsed, Place, Problem } from '../lib/problem.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';
import type { GitAddress } from '../config/git-address.ts';
import type { RadarSpec, SourceSpec } from '../config/types.ts';
import type { Ask, AskElsewhere } from './needs/types.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A user name and password for a host. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** Credentials that hosts have given out for one pull, by host and owner. Never print, store or pass them as an argument. */
export type Grants = ReadonlyMap<string, Credentials>;

/** Bounds on what one repository may cost. */
export interface Limits {
  /** Largest file, in bytes; larger ones are left out. */
  readonly fileBytes: number;
  /** Files of one repository; the rest is left out. */
  readonly files: number;
  /** Bytes of all files of one repository; the rest is left out. */
  readonly bytes: number;
  /** Seconds for asking a remote where a ref stands. */
  readonly askSeconds: number;
  /** Seconds for fetching one commit. */
  readonly fetchSeconds: number;
  /** Seconds for each command on the mirror. */
  readonly readSeconds: number;
  /** How often a remote is asked again after a failure that may pass, and seconds before the first time; each pause is longer. */
  readonly retries: number;
  readonly retrySeconds: number;
  /** Seconds for listing the repositories of one entry, with all pauses. */
  readonly listSeconds: number;
  /** Seconds that one question to a host may be put off, because the host asks for it or does not answer well. */
  readonly waitSeconds: number;
}

export interface PullOptions {
  /** Folder of mirrors and snapshots; defaults to `CALLBOARD_CACHE`, else `.callboard` in the current folder. */
  readonly cache?: string | undefined;
  /** Defaults to the environment of the process; tokens are taken from it. */
  readonly env?: Environment | undefined;
  /** No network: the locked commit if it is on disk, else the last good copy. Defaults to `frozen`. */
  readonly offline?: boolean | undefined;
  /** Exactly the locked commits, or an error; with `offline: false` they may be fetched. Defaults to false. */
  readonly frozen?: boolean | undefined;
  /** Sources pulled at the same time; defaults to 16. */
  readonly concurrency?: number | undefined;
  /** Repositories of one host pulled at the same time; defaults to 8. */
  readonly perHost?: number | undefined;
  /** Ids of the sources to bring up to date; all others stay as they are on disk. Defaults to all. */
  readonly only?: readonly string[] | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Defaults to the clock. */
  readonly now?: (() => Date) | undefined;
  /** Waits before a host is asked again, unless that ends before; defaults to a timer. */
  readonly wait?: ((seconds: number, end: AbortSignal) => Promise<void>) | undefined;
  readonly onEvent?: ((event: PullEvent) => void) | undefined;
}

/** What a command line may show while sources are pulled: `from` is a folder or address for people. Nothing in it is secret. */
export type PullEvent =
  | { readonly type: 'source-start'; readonly id: string; readonly from: string; readonly total: number }
  | { readonly type: 'source-unchanged'; readonly id: string; readonly commit: string }
  // No commit for a folder.
  | { readonly type: 'source-done'; readonly id: string; readonly commit: string | null; readonly bytes: number }
  // `stale` says that a last good copy is used.
  | { readonly type: 'source-failed'; readonly id: string; readonly reason: string; readonly stale: boolean };

export interface PullStats {
  readonly sources: number;
  /** Repositories whose files are new on disk. */
  readonly fetched: number;
  /** Repositories that stand where they stood. */
  readonly unchanged: number;
  readonly stale: number;
  readonly failed: number;
  /** Files and bytes of the repositories in use; folders are not counted. */
  readonly files: number;
  readonly bytes: number;
}

export interface PullResult {
  readonly snapshot: Snapshot;
  /** Sorted. */
  readonly problems: readonly Problem[];
  readonly stats: PullStats;
}

/** What every source is given to pull with: the options, with all defaults. */
export interface PullContext {
  /** Full path of the folder of the configuration. */
  readonly folder: string;
  /** Full path. */
  readonly cache: string;
  readonly env: Environment;
  readonly network: boolean;
  readonly frozen: boolean;
  readonly limits: Limits;
  readonly now: () => Date;
  readonly wait: (seconds: number, end: AbortSignal) => Promise<void>;
  readonly lock: Lock;
  /** Says whether it is wanted when files were last changed. */
  readonly history: boolean;
  /** Radars, of which some lie in sources. */
  readonly radars: readonly RadarSpec[];
  /** Says whether it is wanted what repositories depend on: for the radar alone. */
  readonly manifests: boolean;
  /** Says whether remotes may be asked over HTTP without starting git: not where git is told of proxies or other addresses. */
  readonly askDirectly: () => Promise<boolean>;
  /** Says whether the server of an address is known to send commits without files; false where that has to be tried. */
  readonly leavesFilesOut: (address: GitAddress) => Promise<boolean>;
  /** Hosts that have asked for a login in this run; others are shown none. */
  readonly asksForLogin: Set<string>;
  /** Filled while sources are found, read when they are pulled. */
  readonly grants: Map<string, Credentials>;
}

/** A second pull of a repository in one run: other repositories turned out to need more of its files. */
export interface Again {
  readonly commit: string;
  readonly asked: readonly Ask[];
}

/** What became of one source. */
export interface Pulled {
  readonly outcome: 'fetched' | 'unchanged' | 'stale' | 'failed' | 'folder';
  /** Null when it failed and there is no copy. */
  readonly snapshot: SourceSnapshot | null;
  /** Why it failed; null when it did not. */
  readonly reason: string | null;
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly bytes: number;
  /** Of the files that were taken; null where nothing was. */
  readonly digest: string | null;
  /** What other repositories asked of it. */
  readonly asked: readonly Ask[];
  /** What it asks of other repositories. */
  readonly elsewhere: readonly AskElsewhere[];
}

/** A source that an entry of the configuration stands for. */
export interface FoundSource {
  /** Id as configured; null for one made from the name. */
  readonly id: string | null;
  /** Name of the folder or repository. */
  readonly name: string;
  /** Folder or address, for people. */
  readonly from: string;
  /** Host that it is pulled from; null for this machine. */
  readonly host: string | null;
  /** Full path of a folder; null for what is none. */
  readonly folder: string | null;
  /** Says whether it is one of many that an entry found. */
  readonly many: boolean;
  readonly place: Place;
  /** The entry that found it on a host, as the lock names it. */
  readonly foundBy?: string | undefined;
  /** Brings its files to disk. Never throws for what a remote or a repository does. */
  readonly pull: (id: string, context: PullContext, again?: Again) => Promise<Pulled>;
}

/** Turns an entry of the configuration into the sources it stands for; the seam for listing a host's repositories. */
export type Provider<S extends SourceSpec> = (spec: S, context: PullContext) => Promise<Parsed<readonly FoundSource[]>>;

/** One locked source. */
export interface LockEntry {
  /** Address without user name or password. */
  readonly url: string;
  readonly ref: string | null;
  readonly commit: string;
  readonly committedAt: string;
  /** Of the hashes and paths of the files that were taken; not in older locks. */
  readonly digest?: string | undefined;
  /** The entry that found it on a host, with what that asks for: `github:acme topics=portal`. */
  readonly from?: string | undefined;
}

/** Locked sources by id. */
export type Lock = ReadonlyMap<string, LockEntry>;

/** Why something could not be done, in words for people: part of a sentence, without secrets. */
export interface Failure {
  readonly reason: string;
  readonly hint?: string | undefined;
  /** Set when the mirror is to blame and should be made anew. */
  readonly mirror?: boolean;
  /** Set when the remote names no commit, or not the one that was asked for. */
  readonly empty?: boolean;
  /** Set when it may well go better in a moment. */
  readonly passing?: boolean;
  /** Set when the server does not hand out the commit by its hash, or does not have it. */
  readonly commit?: 'unadvertised' | 'unknown';
}

export type Outcome<T> = { readonly value: T } | { readonly failure: Failure };
