// Compressed copies that are kept from build to build in a folder, by the digest of what they were made from.
import { linkSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';

/** Kept copies. Whoever cannot read or write the folder works without. */
export interface CopyStore {
  /** Returns a copy, empty for one that would not be smaller; null when there is none. */
  read(name: string): Buffer | null;
  write(name: string, bytes: Buffer): void;
  /** Makes a copy appear in another folder without writing it again: as one more name of the kept file. Says whether it could. */
  link(name: string, target: string): boolean;
}

/** Keeps nothing. */
export const NO_STORE: CopyStore = { read: () => null, write: () => undefined, link: () => false };

/** Opens the copies in a folder. Several threads may do so at the same time: a copy is whole or not there. */
export function openCopyStore(folder: string): CopyStore {
  return {
    read(name) {
      try {
        return readFileSync(join(folder, name));
      } catch {
        return null;
      }
    },
    write(name, bytes) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileAtomic(join(folder, name), bytes, { fsync: false });
      } catch {
        // The file is compressed again next time.
      }
    },
    link(name, target) {
      try {
        linkSync(join(folder, name), target);
        return true;
      } catch {
        // The site lies on another disk, or on one without such names.
        return false;
      }
    },
  };
}

/** Removes all copies of a folder but these. */
export function keepCopies(folder: string, names: ReadonlySet<string>): void {
  try {
    for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name), { force: true });
  } catch {
    // There is no folder yet.
  }
}
