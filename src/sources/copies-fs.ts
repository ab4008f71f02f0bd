// The copies of one source on disk: what was taken of each commit in a folder of its own, and a note which of them is in use.
import { createHash } from 'node:crypto';
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
  version: z.literal(2),
  commit: commitSchema,
  committedAt: z.iso.datetime(),
  files: z.int(),
  bytes: z.int(),
  digest: z.string(),
  skipped: z.array(skipSchema),
  counts: z.record(z.string(), z.int()),
  elsewhere: z.array(z.object({ take: z.enum(['entity', 'definition', 'site']), url: z.string() })),
  history: z
    .object({ changed: z.record(z.string(), z.object({ at: z.iso.datetime(), by: z.string() })), weeks: z.array(z.int()) })
    .nullable(),
});

/** What another repository asks of this one: see `needs/`. */
const askSchema = z.discriminatedUnion('take', [
  z.object({ take: z.enum(['entity', 'definition', 'mkdocs', 'page', 'asset']), path: z.string() }),
  z.object({ take: z.literal('site'), path: z.string() }),
  z.object({ take: z.literal('pages'), path: z.string(), assets: z.boolean() }),
]);

/** Which copy is in use, what other repositories asked of it, and since when it is known to be what the ref names. */
const currentSchema = z.object({
  version: z.literal(2),
  id: z.string().refine(isCopyId),
  commit: commitSchema,
  ref: z.string().nullable(),
  asked: z.array(askSchema),
  pulledAt: z.iso.datetime(),
});

export type Copy = DeepReadonly<z.infer<typeof copySchema>>;
export type Current = DeepReadonly<z.infer<typeof currentSchema>>;

type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** The copies of one source. */
export interface Copies {
  /** Returns the note about the copy in use, or null when there is none whose files are there. */
  current(): Current | null;
  /** Returns a copy, or null. */
  find(id: string): Copy | null;
  /** Returns the folder that holds the files of a copy. */
  root(id: string): string;
  /** Returns the file that lists the paths of everything its commit holds, as JSON. */
  names(id: string): string;
  /** Lets `fill` write files into an empty folder, and puts them in their place in one step. */
  add(id: string, fill: (root: string) => Promise<Outcome<Filled>>): Promise<Outcome<Copy>>;
  /** Notes the copy in use, and removes all but this and the one before: a build may still be reading that. */
  use(current: Omit<Current, 'version'>): Promise<void>;
}

/** What was written into the folder of a copy. */
export interface Filled {
  readonly copy: Omit<Copy, 'version'>;
  readonly names: readonly string[];
}

const TEMPORARY = 'new-';

/** Returns the name of a copy: what is taken of one commit depends on what is asked for. */
export function copyId(commit: string, selection: object): string {
  return `${commit}-${createHash('sha256').update(JSON.stringify(selection)).digest('hex').slice(0, 8)}`;
}

function isCopyId(text: string): boolean {
  return /^[\da-f]{40,64}-[\da-f]{8}$/.test(text);
}

/** Returns the full path of the folder of mirrors and snapshots: as given, else `CALLBOARD_CACHE`, else `.callboard` in the current folder. */
export function cacheFolder(given: string | undefined, env: Environment): string {
  return resolve(given ?? (env['CALLBOARD_CACHE'] || '.callboard'));
}

/** Opens the copies of the source of a name, which need not exist. */
export function openCopies(cache: string, name: string): Copies {
  const folder = join(cache, 'snapshots', name);
  const root = (id: string) => join(folder, id, 'files');
  const find = (id: string) => readJson(join(folder, id, 'copy.json'), copySchema);
  const current = () => {
    const noted = readJson(join(folder, 'current.json'), currentSchema);
    return noted !== null && find(noted.id) !== null ? noted : null;
  };

  return {
    root,
    find,
    current,
    names: (id) => join(folder, id, 'names.json'),
    async add(id, fill) {
      mkdirSync(folder, { recursive: true });
      const temporary = mkdtempSync(join(folder, TEMPORARY));
      try {
        mkdirSync(join(temporary, 'files'));
        const filled = await fill(join(temporary, 'files'));
        if ('failure' in filled) return filled;
        const copy: Copy = { version: 2, ...filled.value.copy };
        writeFileSync(join(temporary, 'names.json'), JSON.stringify(filled.value.names));
        writeFileSync(join(temporary, 'copy.json'), JSON.stringify(copy));
        if (find(id) === null) {
          // What lies there without its note is no copy.
          rmSync(join(folder, id), { recursive: true, force: true });
          renameSync(temporary, join(folder, id));
        }
        return { value: copy };
      } finally {
        rmSync(temporary, { recursive: true, force: true });
      }
    },
    async use(noted) {
      const before = current();
      await writeFileAtomic(join(folder, 'current.json'), JSON.stringify({ version: 2, ...noted }));
      if (before?.id === noted.id) return;
      for (const name of readdirSync(folder)) {
        const old = (isCopyId(name) || isCommitHash(name)) && name !== noted.id && name !== before?.id;
        const half = name.startsWith(TEMPORARY) || /^current\.json\.\d+$/.test(name);
        if (old || (half && isAbandoned(join(folder, name), noted.pulledAt))) rmSync(join(folder, name), { recursive: true, force: true });
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
