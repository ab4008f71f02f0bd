// The files of a commit: the listing of `git ls-tree` in; which of them are written to disk, and which are not and why, out.
import { isSafePath } from '../lib/paths.ts';
import type { sourceRules } from './rules.ts';
import { visible } from './secrets.ts';
import type { Limits } from './types.ts';

/** One line of the listing. */
export interface TreeEntry {
  readonly mode: string;
  readonly oid: string;
  readonly size: number;
  /** Null when its bytes are no UTF-8. */
  readonly path: string | null;
  /** The path as people may be shown it. */
  readonly shown: string;
}

export interface PlannedFile {
  readonly path: string;
  readonly oid: string;
  readonly size: number;
}

type SkipRule = keyof typeof sourceRules & `source/${'unsafe-name' | 'name-clash' | 'file-too-large' | 'link' | 'cut-off'}`;

/** A file that is left out. */
export interface Skipped {
  readonly rule: SkipRule;
  readonly path: string;
  /** The file it clashes with; null otherwise. */
  readonly other: string | null;
}

export interface Plan {
  readonly files: readonly PlannedFile[];
  /** At most 20 of each rule. */
  readonly skipped: readonly Skipped[];
  /** How many were left out, by rule. */
  readonly counts: Readonly<Record<string, number>>;
  readonly bytes: number;
}

const SHOWN_PER_RULE = 20;
/** Longer and deeper paths cannot be written on every system. */
const MAX_PATH_BYTES = 1000;
const MAX_PARTS = 64;

/**
 * Parses the output of `git ls-tree -r -z -l`, as many entries as asked for. What follows the last NUL is an entry that was cut off, and
 * dropped; `complete` says whether nothing was.
 */
export function parseTree(output: Buffer, most: number): { entries: TreeEntry[]; complete: boolean } {
  const entries: TreeEntry[] = [];
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let start = 0, end = output.indexOf(0); end >= 0; start = end + 1, end = output.indexOf(0, start)) {
    if (entries.length >= most) return { entries, complete: false };
    const tab = output.indexOf(9, start);
    const [mode = '', , oid = '', size = ''] = output.toString('latin1', start, tab).split(/ +/);
    const name = output.subarray(tab + 1, end);
    let path: string | null = null;
    try {
      path = strict.decode(name);
    } catch {
      // A name in another encoding: it could be written here, but not read everywhere.
    }
    entries.push({ mode, oid, size: Number.parseInt(size, 10) || 0, path, shown: visible(path ?? name.toString()) });
  }
  return { entries, complete: output.length === 0 || output.at(-1) === 0 };
}

/**
 * Chooses the files that are written: regular files with safe names of which no two are equal on any disk, within the limits, in the order
 * of the tree. Links and submodules are never among them. Without `complete` the listing itself was cut off.
 */
export function planFiles(entries: readonly TreeEntry[], limits: Limits, complete: boolean): Plan {
  const files: PlannedFile[] = [];
  const skipped: Skipped[] = [];
  const counts: Record<string, number> = {};
  const names = new Map<string, Name>();
  let bytes = 0;
  const skip = (rule: SkipRule, path: string, other: string | null = null) => {
    counts[rule] = (counts[rule] ?? 0) + 1;
    if (counts[rule] <= SHOWN_PER_RULE) skipped.push({ rule, path, other });
  };
  for (const { mode, oid, size, path, shown } of entries) {
    if (path === null || !isSafePath(path) || !isPortable(path)) skip('source/unsafe-name', shown);
    else if (!mode.startsWith('100')) skip('source/link', shown);
    else if (size > limits.fileBytes) skip('source/file-too-large', shown);
    else if (files.length >= limits.files || bytes + size > limits.bytes) skip('source/cut-off', shown);
    else {
      const clash = claim(names, path);
      if (clash === null) {
        files.push({ path, oid, size });
        bytes += size;
      } else skip('source/name-clash', shown, visible(clash));
    }
  }
  if (!complete) skip('source/cut-off', entries.at(-1)?.shown ?? '');
  return { files, skipped, counts, bytes };
}

interface Name {
  readonly path: string;
  readonly folder: boolean;
}

function isPortable(path: string): boolean {
  return Buffer.byteLength(path) <= MAX_PATH_BYTES && path.split('/').length <= MAX_PARTS;
}

/** Takes a path and its folders into the known names; returns the known path that a disk could take for one of them, or null. */
function claim(names: Map<string, Name>, path: string): string | null {
  const claimed: [key: string, name: Name][] = [];
  for (let slash = path.indexOf('/'); ; slash = path.indexOf('/', slash + 1)) {
    const folder = slash >= 0;
    const part = folder ? path.slice(0, slash) : path;
    const key = fold(part);
    const known = names.get(key);
    if (known === undefined) claimed.push([key, { path: part, folder }]);
    else if (!folder || !known.folder || known.path !== part) return known.path;
    if (!folder) break;
  }
  for (const [key, name] of claimed) names.set(key, name);
  return null;
}

/** Folds a path as disks do that do not tell case or composed letters apart. */
function fold(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
