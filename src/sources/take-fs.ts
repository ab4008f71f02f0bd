// Brings the files of a commit to disk that a portal reads, and no others: a mirror and a selection in; files below a folder out.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_TEXT_BYTES, textOf } from '../lib/files.ts';
import type { History } from '../lib/snapshot.ts';
import { extractFiles } from './extract-fs.ts';
import type { Git } from './git-fs.ts';
import { fetchFiles, missingFiles } from './git-remote.ts';
import { LOG_ARGS, readHistory } from './history.ts';
import { isShallow } from './mirror-fs.ts';
import { likelyFiles } from './needs/likely.ts';
import { type Repository, openSelection } from './needs/select.ts';
import type { AskElsewhere } from './needs/types.ts';
import { type PlannedFile, type SafeFile, type Skipped, filesThatFit, parseTree, safeFiles } from './tree.ts';
import type { Failure, Limits, Outcome } from './types.ts';

/** Entries of a listing that are looked at beyond the files that may be kept, for links and others that are not; and bytes for each. */
const SPARE_ENTRIES = 10_000;
const BYTES_PER_ENTRY = 320;
/** Files name files that name files: deeper chains are nobody's. */
const MAX_ROUNDS = 20;

/** Tells how to get what is not on this disk. */
export const PULL_HINT = 'Run `npm run pull` once with network.';

/** What the steps need to know. */
export interface TakeJob {
  readonly git: Git;
  readonly mirror: string;
  readonly remote: string;
  /** Says whether files that the mirror lacks may be fetched. */
  readonly network: boolean;
  readonly commit: string;
  readonly selection: Omit<Repository, 'names'>;
  readonly limits: Limits;
}

/** What was taken. */
export interface Taken {
  readonly files: number;
  readonly bytes: number;
  /** Of the hashes and paths of the files: equal for equal files, whatever machine took them. */
  readonly digest: string;
  readonly skipped: readonly Skipped[];
  readonly elsewhere: readonly AskElsewhere[];
  /** Paths of everything the commit holds. */
  readonly names: readonly string[];
  readonly paths: readonly string[];
  /** Says that the mirror does not hold all files of the commit. */
  readonly partial: boolean;
}

/** Writes the files that the selection asks for below `root`, which must be empty. */
export async function takeFiles(job: TakeJob, root: string): Promise<Outcome<Taken>> {
  const listed = await listTree(job);
  if ('failure' in listed) return listed;
  const { files, skipped } = listed.value;
  const byPath = new Map(files.map((file) => [file.path, file]));
  const refused = new Map(skipped.map((one) => [one.path, one]));
  // What may not be written can be asked for all the same: then people are told why it is not there.
  const names = [...byPath.keys(), ...refused.keys()].sort();
  const selection = openSelection({ ...job.selection, names });
  const absent = await missingFiles(job.git, job.mirror, job.commit, job.limits);
  if ('failure' in absent) return absent;
  const missing = new Set(absent.value);
  const likely = likelyFiles(names, job.selection.catalog);

  const taken = new Map<string, PlannedFile>();
  /** Files on disk that nobody has asked for yet. */
  const guessed = new Map<string, PlannedFile>();
  const left: Skipped[] = skipped.filter(({ rule }) => rule === 'source/cut-off');
  let bytes = 0;
  const take = (file: PlannedFile) => {
    taken.set(file.path, file);
    bytes += file.size;
    guessed.delete(file.path);
  };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const asked = selection.next();
    if (asked.length === 0) break;
    for (const path of asked) {
      const refusal = refused.get(path);
      if (refusal !== undefined && refused.delete(path)) left.push(refusal);
      const guess = guessed.get(path);
      if (guess !== undefined) take(guess);
    }
    const wanted = asked.filter((path) => !taken.has(path));
    const now = new Set(wanted);
    const more = round === 0 ? likely.filter((path) => !now.has(path)) : [];
    const written = await write(
      job,
      [...wanted, ...more].flatMap((path) => byPath.get(path) ?? []),
      missing,
      { files: taken.size, bytes },
      root,
    );
    if ('failure' in written) return written;
    const guesses = new Set(more);
    for (const file of written.value.files)
      if (guesses.has(file.path)) guessed.set(file.path, file);
      else take(file);
    left.push(...written.value.skipped.filter(({ path }) => !guesses.has(path)));
    for (const path of asked) readIn(path, taken.get(path), root, selection.read);
  }
  for (const path of guessed.keys()) rmSync(join(root, path));
  const paths = [...taken.keys()].sort();
  const digest = createHash('sha256')
    .update(paths.map((path) => `${taken.get(path)?.oid} ${path}\n`).join(''))
    .digest('hex');
  const counted = { files: taken.size, bytes, digest, paths, partial: absent.value.size > 0 };
  return { value: { ...counted, skipped: left, elsewhere: selection.elsewhere(), names: [...byPath.keys()].sort() } };
}

async function listTree({ git, mirror, commit, limits }: TakeJob): Promise<Outcome<ReturnType<typeof safeFiles>>> {
  const most = limits.files + SPARE_ENTRIES;
  const args = ['ls-tree', '-r', '-z', '--full-tree', commit];
  const listing = await git({ args, gitDir: mirror, seconds: limits.readSeconds, maxOutput: most * BYTES_PER_ENTRY });
  if ('failure' in listing) return listing;
  const { entries, complete } = parseTree(listing.value.stdout, most);
  return { value: safeFiles(entries, complete && !listing.value.truncated) };
}

/** Brings files to the mirror and from there below `root`; those that are too large are left out. */
async function write(
  job: TakeJob,
  files: readonly SafeFile[],
  missing: Set<string>,
  taken: { readonly files: number; readonly bytes: number },
  root: string,
): Promise<Outcome<ReturnType<typeof filesThatFit>>> {
  const fetched = await bring(job, missing, files);
  if ('failure' in fetched) return fetched;
  const sized = await sizesOf(job, files);
  if ('failure' in sized) return sized;
  const fitting = filesThatFit(sized.value, job.limits, taken);
  if (fitting.files.length === 0) return { value: fitting };
  const written = await extractFiles(job.git, job.mirror, fitting.files, root, job.limits.readSeconds);
  return 'failure' in written ? written : { value: fitting };
}

/** Fetches those of the files that the mirror lacks. */
async function bring(job: TakeJob, missing: Set<string>, files: readonly SafeFile[]): Promise<Outcome<null>> {
  const oids = [...new Set(files.map(({ oid }) => oid))].filter((oid) => missing.has(oid));
  if (oids.length === 0) return { value: null };
  if (!job.network) {
    return { failure: { reason: `${oids.length} of its files are not on this disk and there is no network`, hint: PULL_HINT } };
  }
  const fetched = await fetchFiles(job.git, job.mirror, job.remote, oids, job.limits);
  if ('failure' in fetched) return fetched;
  for (const oid of oids) missing.delete(oid);
  return fetched;
}

async function sizesOf({ git, mirror, limits }: TakeJob, files: readonly SafeFile[]): Promise<Outcome<PlannedFile[]>> {
  if (files.length === 0) return { value: [] };
  const result = await git({
    args: ['cat-file', '--batch-check=%(objectsize)'],
    gitDir: mirror,
    input: files.map(({ oid }) => `${oid}\n`).join(''),
    seconds: limits.readSeconds,
    maxOutput: files.length * 80,
  });
  if ('failure' in result) return result;
  const sizes = result.value.stdout.toString('latin1').split('\n');
  const damaged = files.findIndex((_, index) => !/^\d+$/.test(sizes[index] ?? ''));
  if (damaged >= 0) return { failure: { reason: 'a file of the repository cannot be read', mirror: true } };
  return { value: files.map((file, index) => ({ ...file, size: Number(sizes[index]) })) };
}

function readIn(path: string, file: PlannedFile | undefined, root: string, read: (path: string, text: string) => void): void {
  if (file === undefined || file.size > MAX_TEXT_BYTES) return;
  const content = textOf(readFileSync(join(root, path)));
  if ('text' in content) read(path, content.text);
}

/** Ends `git log` once it has told everything. */
const ENOUGH: Failure = { reason: 'enough was read' };

/** Reads when the files were last changed; null where the mirror holds no history. Failing costs the history alone. */
export async function takeHistory(
  { git, mirror, commit, limits }: TakeJob,
  committedAt: string,
  paths: readonly string[],
): Promise<History | null> {
  if (isShallow(mirror)) return null;
  const reader = readHistory(paths, Date.parse(committedAt) / 1000);
  const result = await git({
    args: [...LOG_ARGS, commit, '--'],
    gitDir: mirror,
    seconds: limits.readSeconds,
    onOutput: (chunk) => (reader.take(chunk) ? ENOUGH : null),
  });
  return 'failure' in result && result.failure !== ENOUGH ? null : reader.history();
}
