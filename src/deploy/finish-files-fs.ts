// Some files of a new site in; their digests out, with compressed copies beside them where those are wanted. Files that are what they were in
// the site before keep their time.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lazy } from '../lib/lazy.ts';
import { ENCODINGS, type Encoding, compress, isText, levelOf } from './compress.ts';
import { type CopyStore, NO_STORE, openCopyStore } from './copy-store-fs.ts';

/** What some files are finished with; it can be handed to another thread. */
export interface FilesTask {
  /** The new site. */
  readonly folder: string;
  /** Paths in it, each with the digest it had in the site before; undefined for a file that was not there. */
  readonly files: readonly (readonly [path: string, before: string | undefined])[];
  /** The site before. */
  readonly before: string;
  readonly compress: boolean;
  /** Folder of kept copies; none keeps nothing. */
  readonly store: string | undefined;
}

export interface FinishedFiles {
  /** Path and digest of each file, with those that were written beside them. */
  readonly digests: readonly (readonly [path: string, digest: string])[];
  /** Names of the kept copies that are in use. */
  readonly copies: readonly string[];
}

/** Finishes files. Throws when one cannot be read or written. */
export function finishFiles({ folder, files, before, compress: wanted, store }: FilesTask): FinishedFiles {
  const kept = store === undefined ? NO_STORE : openCopyStore(store);
  const digests: (readonly [string, string])[] = [];
  const copies: string[] = [];
  for (const [path, last] of files) {
    const file = join(folder, path);
    const bytes = lazy(() => readFileSync(file));
    const isTaken = last !== undefined && isSameFile(file, join(before, path));
    const digest = isTaken ? last : digestOf(bytes());
    digests.push([path, digest]);
    const time = digest === last ? timeOf(join(before, path), isTaken ? null : bytes().length) : null;
    if (time !== null && !isTaken) utimesSync(file, time, time);
    if (!wanted || !isText(path)) continue;
    for (const encoding of ENCODINGS) {
      const level = levelOf(encoding, path);
      // Another version of Node may compress to other bytes.
      const name = `${digest}-${level}-${process.version}${encoding.ending}`;
      const copy = copyOf(encoding, bytes, level, kept, name);
      copies.push(name);
      if (copy.length === 0) continue;
      const target = join(folder, path + encoding.ending);
      // A name that is taken may be that of another kept copy, which must stay what it is.
      rmSync(target, { force: true });
      if (!kept.link(name, target)) {
        writeFileSync(target, copy);
        if (time !== null) utimesSync(target, time, time);
      }
      digests.push([path + encoding.ending, digestOf(copy)]);
    }
  }
  return { digests, copies };
}

/** Returns a compressed copy, empty where it would not be smaller. */
function copyOf(encoding: Encoding, bytes: () => Uint8Array, level: number, kept: CopyStore, name: string): Buffer {
  const known = kept.read(name);
  if (known !== null) return known;
  const made = compress(encoding, bytes(), level) ?? Buffer.alloc(0);
  kept.write(name, made);
  return made;
}

/** Says whether two names are of one file: it was taken from the site before. */
function isSameFile(file: string, before: string): boolean {
  const [a, b] = [statSync(file), statSync(before, { throwIfNoEntry: false })];
  return b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

/** Returns the time in seconds of a file that still has a size, null for any; null for one that somebody has changed. */
function timeOf(file: string, size: number | null): number | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && (size === null || stat.size === size) ? stat.mtimeMs / 1000 : null;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
