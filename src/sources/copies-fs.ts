// The copies of one source on disk: each commit's files in a folder of its own, and a note which of them is in use.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as z from 'zod';
import { isCommitHash } from '../config/git-ref.ts';
import type { Environment, Outcome } from './types.ts';

const commitSchema = z.string().refine(isCommitHash);
const skipSchema = z.object({
  rule: z.enum(['source/unsafe-name', 'source/name-clash', 'source/file-too-large', 'source/link', 'source/cut-off']),
  path: z.string(),
  other: z.string().nullable(),
});

/** What is known about a copy; lies beside its files, so that both appear in one step. */
const copySchema = z.object({
  version: z.literal(1),
  commit: commitSchema,
  committedAt: z.iso.datetime(),
  files: z.int(),
  bytes: z.int(),
  skipped: z.array(skipSchema),
  counts: z.record(z.string(), z.int()),
});

/** Which copy is in use, and since when it is known to be what the ref names. */
const currentSchema = z.object({ version: z.literal(1), commit: commitSchema, ref: z.string().nullable(), pulledAt: z.iso.datetime() });

export type Copy = z.infer<typeof copySchema>;
export type Current = z.infer<typeof currentSchema>;

/** The copies of one source. */
export interface Copies {
  /** Returns the note about the copy in use, or null when there is none whose files are there. */
  current(): Current | null;
  /** Returns the copy of a commit, or null. */
  find(commit: string): Copy | null;
  /** Returns the folder that holds the files of a commit. */
  root(commit: string): string;
  /** Lets `fill` write the files of a commit into an empty folder, and puts it in its place in one step. */
  add(commit: string, fill: (root: string) => Promise<Outcome<Omit<Copy, 'version' | 'commit'>>>): Promise<Outcome<Copy>>;
  /** Notes the copy in use, and removes all but this and the one before: a build may still be reading that. */
  use(current: Omit<Current, 'version'>): Promise<void>;
}

const TEMPORARY = 'new-';

/** Returns the full path of the folder of mirrors and snapshots: as given, else `CALLBOARD_CACHE`, else `.callboard` in the current folder. */
export function cacheFolder(given: string | undefined, env: Environment): string {
  return resolve(given ?? (env['CALLBOARD_CACHE'] || '.callboard'));
}

/** Opens the copies of the source of a name, which need not exist. */
export function openCopies(cache: string, name: string): Copies {
  const folder = join(cache, 'snapshots', name);
  const root = (commit: string) => join(folder, commit, 'files');
  const find = (commit: string) => readJson(join(folder, commit, 'copy.json'), copySchema);
  const current = () => {
    const noted = readJson(join(folder, 'current.json'), currentSchema);
    return noted !== null && find(noted.commit) !== null ? noted : null;
  };

  return {
    root,
    find,
    current,
    async add(commit, fill) {
      mkdirSync(folder, { recursive: true });
      const temporary = mkdtempSync(join(folder, TEMPORARY));
      try {
        mkdirSync(join(temporary, 'files'));
        const filled = await fill(join(temporary, 'files'));
        if ('failure' in filled) return filled;
        const copy: Copy = { version: 1, commit, ...filled.value };
        writeFileSync(join(temporary, 'copy.json'), JSON.stringify(copy));
        if (find(commit) === null) {
          // What lies there without its note is no copy.
          rmSync(join(folder, commit), { recursive: true, force: true });
          renameSync(temporary, join(folder, commit));
        }
        return { value: copy };
      } finally {
        rmSync(temporary, { recursive: true, force: true });
      }
    },
    async use(noted) {
      const before = current();
      await writeFileAtomic(join(folder, 'current.json'), JSON.stringify({ version: 1, ...noted }));
      if (before?.commit === noted.commit) return;
      for (const name of readdirSync(folder)) {
        const old = isCommitHash(name) && name !== noted.commit && name !== before?.commit;
        if (old || (name.startsWith(TEMPORARY) && isAbandoned(join(folder, name), noted.pulledAt)))
          rmSync(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}

/** Says whether a temporary folder is left over from a process that died: no pull takes a day. */
function isAbandoned(folder: string, now: string): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && Date.parse(now) - stat.mtimeMs > 24 * 60 * 60 * 1000;
}

function readJson<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing or damaged: as if it had never been pulled.
    return null;
  }
}
