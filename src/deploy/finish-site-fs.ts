// A new site in; the same with what servers and uploads want to know of it, out: a list of all files with their digests, and where they are
// wanted compressed copies and the file of headers.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, sep } from 'node:path';
import Tinypool from 'tinypool';
import { compareText } from '../lib/problem.ts';
import { keepCopies } from './copy-store-fs.ts';
import { type FilesTask, type FinishedFiles, finishFiles } from './finish-files-fs.ts';
import { HEADERS_FILE, renderHeaders } from './headers.ts';
import { MANIFEST_PATH, type Manifest, parseManifest, renderManifest } from './manifest.ts';

export interface FinishOptions {
  /** Path prefix that the site is served under; starts and ends with a slash. */
  readonly base: string;
  /** Says whether text files get compressed copies. */
  readonly compress: boolean;
  /** Says whether the file of headers is written. */
  readonly headers: boolean;
  /** The site that this one takes the place of; need not exist. */
  readonly before: string;
  /** Folder of compressed copies that are kept from build to build; none keeps nothing. */
  readonly store: string | undefined;
}

/** Files of one task. */
const TASK_FILES = 128;
/** Below so many files, threads take longer to start than all takes without them; compressing takes twenty times as long. */
const MIN_FILES_PER_THREAD = { plain: 2000, compressed: 100 };

/** Finishes a site. The number of threads makes no difference to the result. Throws when the disk cannot be read or written. */
export async function finishSite(
  folder: string,
  { base, compress, headers, before, store }: FinishOptions,
  threads = availableParallelism(),
): Promise<void> {
  if (headers) writeFileSync(join(folder, HEADERS_FILE), renderHeaders(base));
  const last = readManifest(before);
  const paths = filesOf(folder);
  const tasks: FilesTask[] = [];
  for (let from = 0; from < paths.length; from += TASK_FILES) {
    const files = paths.slice(from, from + TASK_FILES).map((path) => [path, last.get(path)] as const);
    tasks.push({ folder, files, before, compress, store });
  }
  const useful = Math.floor(paths.length / MIN_FILES_PER_THREAD[compress ? 'compressed' : 'plain']);
  const finished = await runTasks(tasks, Math.min(threads, useful));
  const manifest = join(folder, MANIFEST_PATH);
  mkdirSync(dirname(manifest), { recursive: true });
  writeFileSync(manifest, renderManifest(new Map(finished.flatMap(({ digests }) => digests))));
  if (store !== undefined) keepCopies(store, new Set(finished.flatMap(({ copies }) => copies)));
}

async function runTasks(tasks: readonly FilesTask[], threads: number): Promise<FinishedFiles[]> {
  if (threads < 2) return tasks.map(finishFiles);
  const filename = new URL('./worker.ts', import.meta.url).href;
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads });
  try {
    return await Promise.all(tasks.map((task) => pool.run(task) as Promise<FinishedFiles>));
  } finally {
    await pool.destroy();
  }
}

/** Reads the list of a site; empty where there is none. */
function readManifest(folder: string): Manifest {
  try {
    return parseManifest(readFileSync(join(folder, MANIFEST_PATH), 'utf8')) ?? new Map();
  } catch {
    return new Map();
  }
}

/** Lists all files of a site, sorted, with forward slashes. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort(compareText);
}
