// Packs of rendered pages in a folder of the working files: each starts with the digest of the code that wrote it.
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { codeDigest } from '../lib/code-digest-fs.ts';
import type { PackStore } from './page-cache.ts';

/** What rendering a page goes through. */
const PIPELINE = ['src/docs', 'src/lib'];

/** Opens the packs in a folder, which need not exist. A disk that cannot be written keeps nothing, and costs nothing else. */
export function openPackStore(folder: string): PackStore {
  const version = Buffer.from(codeDigest(PIPELINE), 'hex');
  return {
    read(name) {
      try {
        const bytes = readFileSync(join(folder, name));
        return bytes.subarray(0, version.length).equals(version) ? bytes.subarray(version.length) : null;
      } catch {
        return null;
      }
    },
    write(name, bytes) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileAtomic(join(folder, name), Buffer.concat([version, bytes]), { fsync: false });
      } catch {
        // The pages are rendered again next time.
      }
    },
    keep(names) {
      try {
        for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name), { force: true });
      } catch {
        // There is no folder yet.
      }
    },
  };
}
