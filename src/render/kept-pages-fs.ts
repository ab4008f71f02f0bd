// What is known of the pages of the last build: which facts each has read and what these said. Pages whose facts say the same are taken from the last
// site as they are.
import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sync as writeFileAtomic } from 'write-file-atomic';

/** A page that was rendered. */
export interface KeptPage {
  /** Numbers of the facts that it has read. */
  readonly facts: Uint32Array;
  /** Digest of what it was given beside. */
  readonly props: string;
}

/** The pages of one build. */
export interface KeptPages {
  /** What all of them depend on: the version of Callboard, the configuration. */
  readonly key: string;
  /** Names and digests of facts by number. */
  readonly names: readonly string[];
  readonly digests: readonly string[];
  /** By file, seen from the folder of the site. */
  readonly pages: ReadonlyMap<string, KeptPage>;
}

interface StoredPages extends KeptPages {
  /** Size and time of each file that there is. */
  readonly stamps: ReadonlyMap<string, string>;
}

/** Reads what is known of a site; null when nothing is, or nothing that a key fits. Pages whose files were touched since are left out. */
export function readKeptPages(file: string, site: string, key: string): KeptPages | null {
  try {
    const stored = deserialize(readFileSync(file)) as StoredPages;
    if (stored.key !== key) return null;
    const pages = [...stored.pages].filter(([path]) => stamp(join(site, path)) === stored.stamps.get(path));
    return { ...stored, pages: new Map(pages) };
  } catch {
    // There is none, or it is none.
    return null;
  }
}

/**
 * Writes down what is known of a site that stands in its place. An address that gave no file, like the feed of a radar that there is not, is asked
 * again by the next build. Without a disk that can be written, the next build renders all pages.
 */
export function writeKeptPages(file: string, site: string, kept: KeptPages): void {
  const stamps = new Map<string, string>();
  for (const path of kept.pages.keys()) {
    const found = stamp(join(site, path));
    if (found !== null) stamps.set(path, found);
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileAtomic(file, serialize({ ...kept, stamps } satisfies StoredPages), { fsync: false });
  } catch {
    // See above.
  }
}

/** Returns null for what is no file. */
function stamp(file: string): string | null {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found === undefined || !found.isFile() ? null : `${found.size} ${found.mtimeMs}`;
}
