// The note of the last build of a folder: what it was built from, which files it gave and what it said. A build that would give the same
// again is not made.
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Problem } from '../src/lib/problem.ts';

/** What a build says at its end. */
export interface BuildReport {
  readonly problems: readonly Problem[];
  /** How many of what, in words. */
  readonly counts: string;
}

interface Note extends BuildReport {
  readonly fingerprint: string;
  /** Path, size and time of each file that was built. */
  readonly files: readonly string[];
}

/** Returns what the last build of a folder said, if it was built from the same and has not been touched since; else null. */
export function readKeptBuild(cache: string, folder: string, fingerprint: string): BuildReport | null {
  try {
    const note = deserialize(readFileSync(noteOf(cache, folder))) as Note;
    if (note.fingerprint !== fingerprint) return null;
    const files = filesOf(folder);
    return files.length === note.files.length && files.every((file, index) => file === note.files[index]) ? note : null;
  } catch {
    // There is no note or no folder, or the note is none.
    return null;
  }
}

/** Notes what a folder was built from and what the build said. Without a disk that can be written, the next build is made in full. */
export function writeKeptBuild(cache: string, folder: string, fingerprint: string, { problems, counts }: BuildReport): void {
  const note: Note = { fingerprint, files: filesOf(folder), problems, counts };
  try {
    const file = noteOf(cache, folder);
    mkdirSync(dirname(file), { recursive: true });
    writeFileAtomic(file, serialize(note), { fsync: false });
  } catch {
    // See above.
  }
}

function noteOf(cache: string, folder: string): string {
  return join(cache, 'builds', createHash('sha256').update(folder).digest('hex').slice(0, 32));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = lstatSync(path);
      return `${path.slice(folder.length)} ${size} ${mtimeMs}`;
    })
    .sort();
}
