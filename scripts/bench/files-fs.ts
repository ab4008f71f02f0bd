// Files on disk: made-up ones written, those of a built site counted.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BenchFile } from './model.ts';

/** How much there is. */
export interface Extent {
  readonly files: number;
  readonly bytes: number;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Iterable<BenchFile>): Extent {
  const made = new Set<string>();
  let count = 0;
  let bytes = 0;
  for (const { path, text } of files) {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(target, text);
    count++;
    bytes += Buffer.byteLength(text);
  }
  return { files: count, bytes };
}

/** Says whether there is nothing in a folder, or no folder. */
export function isFree(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false }) === undefined || readdirSync(folder).length === 0;
}

/** A built site: its pages, and what lies in each of its folders, `''` for the files beside them. */
export interface SiteExtent extends Extent {
  readonly pages: number;
  readonly folders: ReadonlyMap<string, Extent>;
}

/** Counts the files of a built site. */
export function readExtent(folder: string): SiteExtent {
  const folders = new Map<string, Extent>();
  let pages = 0;
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size } = statSync(path);
    const inside = path.slice(folder.length + 1);
    const top = inside.includes('/') ? inside.slice(0, inside.indexOf('/')) : '';
    const before = folders.get(top) ?? { files: 0, bytes: 0 };
    folders.set(top, { files: before.files + 1, bytes: before.bytes + size });
    files++;
    bytes += size;
    if (entry.name.endsWith('.html')) pages++;
  }
  return { files, bytes, pages, folders };
}

/** Reads the Markdown files below a folder. Throws when there are none. */
export function readMarkdown(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0) throw new Error(`There are no Markdown files below ${folder}.`);
  return files.sort().map((file) => readFileSync(file, 'utf8'));
}
