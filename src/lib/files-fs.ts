// The files of one source on disk. Never follows a symbolic link, never leaves the root, never reads without a limit.
import { lstatSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { MAX_ASSET_BYTES, MAX_TEXT_BYTES, type SourceFiles, textOf } from './files.ts';
import { isSafePath } from './paths.ts';

/** Folders that are never part of a source: version control and what package managers install. */
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules', '.callboard']);
/** A source with more files than this is cut off; deeper folders are not entered. */
const MAX_FILES = 200_000;
const MAX_DEPTH = 64;

/**
 * Opens a folder as the files of a source; `names` is the file that lists what the repository holds besides. Lists are made once, at the
 * first call that needs them.
 */
export function diskFiles(root: string, names: string | null | undefined = null): SourceFiles {
  let listed: readonly string[] | undefined;
  const list = () => (listed ??= walk(root));
  let named: readonly string[] | undefined;
  let realRoot: string | undefined;

  /** Size of a regular file inside the root, or null: each part of the way is looked at, so a linked folder is no way out. */
  function sizeOf(path: string): number | null {
    if (!isSafePath(path)) return null;
    try {
      const full = join(root, path);
      const stat = lstatSync(full);
      realRoot ??= realpathSync(root);
      return stat.isFile() && realpathSync(full) === realRoot + sep + path.split('/').join(sep) ? stat.size : null;
    } catch {
      return null;
    }
  }

  return {
    list,
    names: () => (named ??= names === null || names === undefined ? list() : readNames(names)),
    has: (path) => sizeOf(path) !== null,
    readText(path) {
      const size = sizeOf(path);
      if (size === null) return { unreadable: 'missing' };
      if (size > MAX_TEXT_BYTES) return { unreadable: 'too-large' };
      return textOf(readFileSync(join(root, path)));
    },
    readBytes(path) {
      const size = sizeOf(path);
      return size === null || size > MAX_ASSET_BYTES ? null : readFileSync(join(root, path));
    },
  };
}

/** Reads a list that the pull has written; a damaged one is as good as none. */
function readNames(file: string): readonly string[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as string[];
  } catch {
    return [];
  }
}

function walk(root: string): readonly string[] {
  const found: string[] = [];
  const open: [folder: string, depth: number][] = [['', 0]];
  for (let next = open.pop(); next !== undefined && found.length < MAX_FILES; next = open.pop()) {
    const [folder, depth] = next;
    for (const entry of readFolder(join(root, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!isSafePath(path)) continue;
      if (entry.isFile()) found.push(path);
      else if (entry.isDirectory() && depth < MAX_DEPTH && !SKIPPED_FOLDERS.has(entry.name)) open.push([path, depth + 1]);
    }
  }
  return found.sort();
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
