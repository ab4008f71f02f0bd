// The files of a commit: the listing of `git ls-tree` in; which of them may be written to disk, and which may not and why, out.
import { isSafePath } from '../lib/paths.ts';
import type { sourceRules } from './rules.ts';
import { visible } from './secrets.ts';
import type { Limits } from './types.ts';

/** One line of the listing. */
export interface TreeEntry {
  readonly mode: string;
  readonly oid: string;
  /** Null when its bytes are no UTF-8. */
  readonly path: string | null;
  /** The path as people may be shown it. */
  readonly shown: string;
}

/** A file of the commit that may be written to any disk. */
export interface SafeFile {
  readonly path: string;
  readonly oid: string;
}

/** A file that is written. */
export interface PlannedFile extends SafeFile {
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

/** What a commit holds. */
export interface Tree {
  /** In the order of the listing. */
  readonly files: readonly SafeFile[];
  /** Files that are left out whatever asks for them, because of their names or types. */
  readonly skipped: readonly Skipped[];
}

/** What was left out, for people. */
export interface SkippedSummary {
  /** At most 20 of each rule. */
  readonly skipped: readonly Skipped[];
  /** How many were left out, by rule. */
  readonly counts: Readonly<Record<string, number>>;
}

const SHOWN_PER_RULE = 20;
/** Longer and deeper paths cannot be written on every system. */
const MAX_PATH_BYTES = 1000;
const MAX_PARTS = 64;

/**
 * Parses the output of `git ls-tree -r -z`, as many entries as asked for. What follows the last NUL is an entry that was cut off, and
 * dropped; `complete` says whether nothing was.
 */
export function parseTree(output: Buffer, most: number): { entries: TreeEntry[]; complete: boolean } {
  const entries: TreeEntry[] = [];
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let start = 0, end = output.indexOf(0); end >= 0; start = end + 1, end = output.indexOf(0, start)) {
    if (entries.length >= most) return { entries, complete: false };
    const tab = output.indexOf(9, start);
    const [mode = '', , oid = ''] = output.toString('latin1', start, tab).split(' ');
    const name = output.subarray(tab + 1, end);
    let path: string | null = null;
    try {
      path = strict.decode(name);
    } catch {
      // A name in another encoding: it could be written here, but not read everywhere.
    }
    entries.push({ mode, oid, path, shown: visible(path ?? name.toString()) });
  }
  return { entries, complete: output.length === 0 || output.at(-1) === 0 };
}

/**
 * Chooses the files that may be written: regular files with safe names of which no two are equal on any disk. Links and submodules are
 * never among them. Without `complete` the listing itself was cut off.
 */
export function safeFiles(entries: readonly TreeEntry[], complete: boolean): Tree {
  const files: SafeFile[] = [];
  const skipped: Skipped[] = [];
  const names = new Map<string, Name>();
  const skip = (rule: SkipRule, path: string, other: string | null = null) => skipped.push({ rule, path, other });
  for (const { mode, oid, path, shown } of entries) {
    if (path === null || !isSafePath(path) || !isPortable(path)) skip('source/unsafe-name', shown);
    else if (!mode.startsWith('100')) skip('source/link', shown);
    else {
      const clash = claim(names, path);
      if (clash === null) files.push({ path, oid });
      else skip('source/name-clash', shown, visible(clash));
    }
  }
  if (!complete) skip('source/cut-off', entries.at(-1)?.shown ?? '');
  return { files, skipped };
}

/** Chooses the files that fit beside those that were `taken` before: none larger than the limit, and together no more than may be kept. */
export function filesThatFit(
  files: readonly PlannedFile[],
  limits: Limits,
  taken: { readonly files: number; readonly bytes: number },
): { files: PlannedFile[]; skipped: Skipped[] } {
  const kept: PlannedFile[] = [];
  const skipped: Skipped[] = [];
  let { bytes } = taken;
  for (const file of files) {
    const full = taken.files + kept.length >= limits.files || bytes + file.size > limits.bytes;
    const rule = file.size > limits.fileBytes ? 'source/file-too-large' : full ? 'source/cut-off' : null;
    if (rule === null) {
      kept.push(file);
      bytes += file.size;
    } else skipped.push({ rule, path: file.path, other: null });
  }
  return { files: kept, skipped };
}

/** Counts what was left out, and keeps the first of each rule. */
export function summarize(skipped: readonly Skipped[]): SkippedSummary {
  const counts: Record<string, number> = {};
  const shown = skipped.filter(({ rule }) => (counts[rule] = (counts[rule] ?? 0) + 1) <= SHOWN_PER_RULE);
  return { skipped: shown, counts };
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
