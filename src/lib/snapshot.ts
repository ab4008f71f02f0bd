// The files of all sources as pulled, and where each came from: what the main rooms are given to read.
import type { SourceFiles } from './files.ts';

/** Where the files of a source came from. */
export type Origin =
  | { readonly type: 'path'; /** Folder as configured, for people. */ readonly path: string }
  | {
      readonly type: 'git';
      /** Address without user name or password. */
      readonly url: string;
      /** Branch, tag or commit as configured; null for the remote's HEAD. */
      readonly ref: string | null;
      /** Full hash of the commit the files are from. */
      readonly commit: string;
      /** Time of that commit, ISO 8601. */
      readonly committedAt: string;
    };

/** The last change of a file. */
export interface LastChange {
  /** Time of the commit, ISO 8601. */
  readonly at: string;
  /** Name of its author as the commit has it. */
  readonly by: string;
}

/** What the commits of a repository tell. */
export interface History {
  /** The last change of each file that was taken, by path. */
  readonly changed: Readonly<Record<string, LastChange>>;
  /** Commits in each of the 52 weeks that end with the newest commit, the oldest week first; merges are not counted. */
  readonly weeks: readonly number[];
}

/** One source as pulled. */
export interface SourceSnapshot {
  readonly id: string;
  readonly origin: Origin;
  /** Folder on disk that holds the files; worker threads open it again by this path. */
  readonly root: string;
  /** File that lists everything the repository holds, as JSON; none where all of it lies below `root`. */
  readonly names?: string | null | undefined;
  readonly files: SourceFiles;
  /** Globs of the entity files. */
  readonly catalog: readonly string[];
  /** Folder of a docs site that no entity names; null for none. */
  readonly docs: string | null;
  /** Of the files below `root`, which are never changed once they are pulled; none for a folder, whose files change at any time. */
  readonly digest?: string | undefined;
  /** When its files were last changed; none where that is not known. */
  readonly history?: History | null | undefined;
  /** Set when the source could not be pulled this time and its last good copy is used. */
  readonly stale: { /** When the copy was pulled, ISO 8601. */ readonly since: string; readonly reason: string } | null;
}

/** Where a radar lies. */
export interface RadarFiles {
  /** Part of the radar's address, unless it is the first; none where no configuration gives it one. */
  readonly id?: string | undefined;
  /** In place of the title that the radar has. */
  readonly title?: string | null | undefined;
  readonly source: SourceSnapshot;
  readonly path: string;
}

/** Everything that was pulled, sources in the order of the configuration. */
export interface Snapshot {
  readonly sources: readonly SourceSnapshot[];
  /** Files that were read by plain web address because the configuration allows it, each at `host/path`; none when it allows none. */
  readonly web?: SourceSnapshot | null | undefined;
  /** The radar's files and the path inside them: a file, or a folder (`''` for all of it). Null when none is configured. */
  readonly radar: RadarFiles | null;
  /** The files of further radars. */
  readonly furtherRadars?: readonly RadarFiles[] | undefined;
}

/** Returns the radars of a snapshot, the first in front. */
export function radarsIn({ radar, furtherRadars = [] }: Snapshot): readonly RadarFiles[] {
  return radar === null ? furtherRadars : [radar, ...furtherRadars];
}
