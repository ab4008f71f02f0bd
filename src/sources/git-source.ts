// A git repository as a source: its commit is found, its files are brought to disk, and a failure falls back on the last good copy.
import { isCommitHash } from '../config/git-ref.ts';
import type { GitSpec } from '../config/types.ts';
import { diskFiles } from '../lib/files-fs.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { type Copies, type Copy, type Current, openCopies } from './copies-fs.ts';
import { diskFailure } from './disk-fs.ts';
import { extractFiles } from './extract-fs.ts';
import { type Git, openGit } from './git-fs.ts';
import { type Target, askCommit, fetchCommit, findCommit, keepCommit } from './git-remote.ts';
import { addressKey, withMirror } from './mirror-fs.ts';
import { reportSource } from './rules.ts';
import { problemsOfSkipped } from './skipped.ts';
import { parseTree, planFiles } from './tree.ts';
import type { Failure, FoundSource, LockEntry, Outcome, PullContext, Pulled } from './types.ts';

/** Entries of a listing that are looked at beyond the files that may be kept, for links and others that are not; and bytes for each. */
const SPARE_ENTRIES = 10_000;
const BYTES_PER_ENTRY = 320;

const PULL_HINT = 'Run `npm run pull` once with network.';

/** Makes the source that a git entry of the configuration stands for; `known` is where its ref stands, if that has been asked already. */
export function gitSource(spec: GitSpec, known: Target | null = null): FoundSource {
  return {
    id: spec.id,
    name: spec.address.name,
    from: spec.address.shown,
    folder: null,
    many: false,
    place: spec.place,
    pull: (id, context) => pullGit(spec, known, id, context),
  };
}

/** What the steps of one pull share. */
interface Job {
  readonly spec: GitSpec;
  readonly known: Target | null;
  readonly id: string;
  /** Name of the source's folder and ref: another address under the same id is another source. */
  readonly key: string;
  readonly context: PullContext;
  readonly git: Git;
  readonly copies: Copies;
  readonly current: Current | null;
}

async function pullGit(spec: GitSpec, known: Target | null, id: string, context: PullContext): Promise<Pulled> {
  const key = `${id}-${addressKey(spec.address).slice(0, 8)}`;
  const copies = openCopies(context.cache, key);
  const job: Job = {
    spec,
    known,
    id,
    key,
    context,
    git: openGit(spec.address, context.env, context.grants),
    copies,
    current: copies.current(),
  };
  let result: Outcome<Copy>;
  try {
    result = await (context.frozen ? frozenCopy(job) : context.network ? newestCopy(job) : offlineCopy(job));
  } catch (error) {
    result = { failure: diskFailure(error) };
  }
  return 'failure' in result ? failed(job, result.failure) : done(job, result.value);
}

async function newestCopy(job: Job): Promise<Outcome<Copy>> {
  const { spec, context, copies } = job;
  const target = job.known === null ? await askCommit(job.git, spec.address.remote, spec.ref, context.limits) : { value: job.known };
  if ('failure' in target) return target;
  const copy = await obtain(job, target.value);
  if ('failure' in copy) return copy;
  await copies.use({ commit: copy.value.commit, ref: spec.ref, pulledAt: context.now().toISOString() });
  return copy;
}

async function offlineCopy(job: Job): Promise<Outcome<Copy>> {
  const { spec, current, copies } = job;
  const wanted = spec.ref !== null && isCommitHash(spec.ref) ? spec.ref : lockedEntry(job)?.commit;
  if (wanted !== undefined) return obtain(job, { commit: wanted, name: null });
  const copy = current !== null && current.ref === spec.ref ? copies.find(current.commit) : null;
  return copy === null ? { failure: { reason: 'it has not been pulled yet and there is no network', hint: PULL_HINT } } : { value: copy };
}

async function frozenCopy(job: Job): Promise<Outcome<Copy>> {
  const entry = lockedEntry(job);
  if (entry === null)
    return {
      failure: {
        reason: 'callboard.lock.json has no commit for it as it is configured',
        hint: 'Run `npm run pull` and commit the lock file.',
      },
    };
  return obtain(job, { commit: entry.commit, name: null });
}

/** Returns what the lock says of a source, if that is about the same repository and ref. */
function lockedEntry({ spec, id, context }: Job): LockEntry | null {
  const entry = context.lock.get(id);
  return entry !== undefined && entry.url === spec.address.shown && entry.ref === spec.ref ? entry : null;
}

/** Returns the copy of a commit: from disk, else from the mirror, else, with network, from the remote. */
async function obtain(job: Job, target: Target): Promise<Outcome<Copy>> {
  const { spec, context, copies, git, key } = job;
  const { limits } = context;
  const there = copies.find(target.commit);
  if (there !== null) return { value: there };
  return withMirror(context.cache, spec.address, git, limits, target.commit.length, async (mirror): Promise<Outcome<Copy>> => {
    const found = await findCommit(git, mirror, target.commit, limits);
    if (found === null && !context.network) {
      const reason = `its commit ${target.commit.slice(0, 12)} is not on this disk and there is no network`;
      return { failure: { reason, hint: PULL_HINT } };
    }
    const fetched = found === null ? await fetchCommit(git, mirror, spec.address.remote, target, limits) : { value: found };
    if ('failure' in fetched) return fetched;
    const { commit, committedAt } = fetched.value;
    await keepCommit(git, mirror, key, commit, limits);
    const known = copies.find(commit);
    return known === null ? copies.add(commit, (root) => fill(job, mirror, commit, committedAt, root)) : { value: known };
  });
}

/** Writes the files of a commit of the mirror into a folder. */
async function fill(
  { git, context }: Job,
  mirror: string,
  commit: string,
  committedAt: string,
  root: string,
): Promise<Outcome<Omit<Copy, 'version' | 'commit'>>> {
  const { limits } = context;
  const most = limits.files + SPARE_ENTRIES;
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', commit];
  const listing = await git({ args, gitDir: mirror, seconds: limits.readSeconds, maxOutput: most * BYTES_PER_ENTRY });
  if ('failure' in listing) return listing;
  const { entries, complete } = parseTree(listing.value.stdout, most);
  const { files, skipped, counts, bytes } = planFiles(entries, limits, complete && !listing.value.truncated);
  const written = await extractFiles(git, mirror, files, root, limits.readSeconds);
  if ('failure' in written) return written;
  return { value: { committedAt, files: files.length, bytes, skipped: [...skipped], counts } };
}

function done(job: Job, copy: Copy): Pulled {
  const outcome = job.current?.commit === copy.commit ? 'unchanged' : 'fetched';
  return {
    outcome,
    reason: null,
    snapshot: snapshotOf(job, copy, job.spec.ref, null),
    problems: problemsOfSkipped(job.id, copy),
    files: copy.files,
    bytes: copy.bytes,
  };
}

function failed(job: Job, { reason, hint }: Failure): Pulled {
  const { id, spec, current, copies, context } = job;
  const copy = current === null || context.frozen ? null : copies.find(current.commit);
  if (current === null || copy === null) {
    const rule = context.frozen && lockedEntry(job) === null ? 'source/not-locked' : 'source/failed';
    const problem = reportSource(rule, { message: `The source "${id}" could not be pulled: ${reason}.`, hint, place: spec.place });
    return { outcome: 'failed', reason, snapshot: null, problems: [problem], files: 0, bytes: 0 };
  }
  const message = `The source "${id}" could not be pulled, so its copy of ${current.pulledAt} is used: ${reason}.`;
  const problem = reportSource('source/stale', { message, hint, place: spec.place });
  const snapshot = snapshotOf(job, copy, current.ref, { since: current.pulledAt, reason });
  return { outcome: 'stale', reason, snapshot, problems: [problem, ...problemsOfSkipped(id, copy)], files: copy.files, bytes: copy.bytes };
}

function snapshotOf({ spec, id, copies }: Job, copy: Copy, ref: string | null, stale: SourceSnapshot['stale']): SourceSnapshot {
  const root = copies.root(copy.commit);
  return {
    id,
    origin: { type: 'git', url: spec.address.shown, ref, commit: copy.commit, committedAt: copy.committedAt },
    root,
    files: diskFiles(root),
    catalog: spec.catalog,
    docs: spec.docs,
    stale,
  };
}
