// Brings the files of a commit to disk that a portal reads, and no others: a mirror and a selection in; files below a folder out.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_TEXT_BYTES, textOf } from '../lib/files.ts';
import type { History } from '../lib/snapshot.ts';
import { extractFiles } from './extract-fs.ts';
import type { Git } from './git-fs.ts';
import { fetchFiles, missingFiles } from './git-remote.ts';
import { LOG_ARGS, readHistory } from './history.ts';
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
  const likely = missing.size === 0 ? [] : likelyFiles(names, job.selection.catalog);

  const taken = new Map<string, PlannedFile>();
  const left: Skipped[] = skipped.filter(({ rule }) => rule === 'source/cut-off');
  let bytes = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const asked = selection.next();
    if (asked.length === 0) break;
    for (const path of asked) {
      const refusal = refused.get(path);
      if (refusal !== undefined && refused.delete(path)) left.push(refusal);
    }
    const wanted = asked.flatMap((path) => (taken.has(path) ? [] : (byPath.get(path) ?? [])));
    const guessed = round === 0 ? likely.flatMap((path) => byPath.get(path) ?? []) : [];
    const fetched = await bring(job, missing, [...wanted, ...guessed]);
    if ('failure' in fetched) return fetched;
    const sized = await sizesOf(job, wanted);
    if ('failure' in sized) return sized;
    const fitting = filesThatFit(sized.value, job.limits, { files: taken.size, bytes });
    left.push(...fitting.skipped);
    const written = await extractFiles(job.git, job.mirror, fitting.files, root, job.limits.readSeconds);
    if ('failure' in written) return written;
    for (const file of fitting.files) {
      taken.set(file.path, file);
      bytes += file.size;
    }
    for (const path of asked) readIn(path, taken.get(path), root, selection.read);
  }
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

/** Fetches those of the files that the mirror lacks. */
async function bring(job: TakeJob, missing: Set<string>, files: readonly SafeFile[]): Promise<Outcome<null>> {
  const oids = [...new Set(files.map(({ oid }) => oid))].filter((oid) => missing.has(oid));
  if (oids.length === 0) return { value: null };
  if (!job.network) {
    const hint = 'Run `npm run pull` once with network.';
    return { failure: { reason: `${oids.length} of its files are not on this disk and there is no network`, hint } };
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
  if (existsSync(join(mirror, 'shallow'))) return null;
  const reader = readHistory(paths, Date.parse(committedAt) / 1000);
  const result = await git({
    args: [...LOG_ARGS, commit, '--'],
    gitDir: mirror,
    seconds: limits.readSeconds,
    onOutput: (chunk) => (reader.take(chunk) ? ENOUGH : null),
  });
  return 'failure' in result && result.failure !== ENOUGH ? null : reader.history();
}
