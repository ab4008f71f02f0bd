// A git repository as a source: its commit is found, its files are brought to disk, and a failure falls back on the last good copy.
import { isCommitHash } from '../config/git-ref.ts';
import type { GitSpec } from '../config/types.ts';
import { diskFiles } from '../lib/files-fs.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { type Copies, type Copy, type Current, type Filled, copyId, openCopies } from './copies-fs.ts';
import { diskFailure } from './disk-fs.ts';
import { type Git, openGit } from './git-fs.ts';
import { askOverHttp } from './ask-http.ts';
import { type Commit, type Target, askCommit, fetchCommit, findCommit, keepCommit } from './git-remote.ts';
import { addressKey, isDeep, withMirror } from './mirror-fs.ts';
import { reportSource } from './rules.ts';
import { problemsOfSkipped } from './skipped.ts';
import { type TakeJob, takeFiles, takeHistory } from './take-fs.ts';
import { summarize } from './tree.ts';
import { patiently } from './retry.ts';
import type { Again, Failure, FoundSource, LockEntry, Outcome, PullContext, Pulled } from './types.ts';

const PULL_HINT = 'Run `npm run pull` once with network.';
const NO_FILES = { files: 0, bytes: 0, digest: null, asked: [], elsewhere: [] } as const;

/** Makes the source that a git entry of the configuration stands for; `known` is where its ref stands, if that has been asked already. */
export function gitSource(spec: GitSpec, known: Target | null = null): FoundSource {
  return {
    id: spec.id,
    name: spec.address.name,
    from: spec.address.shown,
    host: spec.address.host,
    folder: null,
    many: false,
    place: spec.place,
    pull: (id, context, again) => pullGit(spec, known, id, context, again ?? null),
  };
}

/** What the steps of one pull share. */
interface Job {
  readonly spec: GitSpec;
  readonly known: Target | null;
  readonly again: Again | null;
  readonly id: string;
  /** Name of the source's folder and ref: another address under the same id is another source. */
  readonly key: string;
  readonly context: PullContext;
  readonly git: Git;
  readonly copies: Copies;
  readonly current: Current | null;
  readonly selection: TakeJob['selection'];
}

/** A copy, and the name under which it lies. */
interface Found {
  readonly id: string;
  readonly copy: Copy;
}

async function pullGit(spec: GitSpec, known: Target | null, id: string, context: PullContext, again: Again | null): Promise<Pulled> {
  const key = `${id}-${addressKey(spec.address).slice(0, 8)}`;
  const copies = openCopies(context.cache, key);
  const current = copies.current();
  // What other repositories asked for the last time is most likely what they will ask for again.
  const selection = { catalog: spec.catalog, docs: spec.docs, asked: again?.asked ?? current?.asked ?? [] };
  const job: Job = { spec, known, again, id, key, context, git: openGit(spec.address, context.env), copies, current, selection };
  let result: Outcome<Found>;
  try {
    result = await (again !== null
      ? copyOf(job, again.commit)
      : context.frozen
        ? frozenCopy(job)
        : context.network
          ? newestCopy(job)
          : offlineCopy(job));
  } catch (error) {
    result = { failure: diskFailure(error) };
  }
  return 'failure' in result ? failed(job, result.failure) : done(job, result.value);
}

async function newestCopy(job: Job): Promise<Outcome<Found>> {
  const { context } = job;
  const target = job.known === null ? await patiently(context.limits, () => ask(job)) : { value: job.known };
  return 'failure' in target ? target : inUse(job, await obtain(job, target.value));
}

/** Asks where the ref of a source stands: directly where that will do, else through git, which knows every way. */
async function ask({ git, spec, context }: Job): Promise<Outcome<Target>> {
  const direct = (await context.askDirectly()) ? await askOverHttp(spec.address, spec.ref, context) : null;
  return direct === null ? askCommit(git, spec.address.remote, spec.ref, context.limits) : { value: direct };
}

/** The copy of a commit that has been pulled just now, with more of its files. */
async function copyOf(job: Job, commit: string): Promise<Outcome<Found>> {
  return inUse(job, await obtain(job, { commit, name: null }));
}

/** Notes that a copy is the newest, unless only locked commits are used. */
async function inUse(job: Job, found: Outcome<Found>): Promise<Outcome<Found>> {
  const { context, spec, copies, selection } = job;
  if ('failure' in found || context.frozen || !context.network) return found;
  const { id, copy } = found.value;
  await copies.use({ id, commit: copy.commit, ref: spec.ref, asked: selection.asked, pulledAt: context.now().toISOString() });
  return found;
}

async function offlineCopy(job: Job): Promise<Outcome<Found>> {
  const { spec, current, copies } = job;
  const wanted = spec.ref !== null && isCommitHash(spec.ref) ? spec.ref : lockedEntry(job)?.commit;
  if (wanted !== undefined) return obtain(job, { commit: wanted, name: null });
  const copy = current !== null && current.ref === spec.ref ? copies.find(current.id) : null;
  if (current === null || copy === null)
    return { failure: { reason: 'it has not been pulled yet and there is no network', hint: PULL_HINT } };
  return { value: { id: current.id, copy } };
}

async function frozenCopy(job: Job): Promise<Outcome<Found>> {
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
async function obtain(job: Job, target: Target): Promise<Outcome<Found>> {
  const { spec, context, copies, git, key } = job;
  const { limits } = context;
  const there = findCopy(job, target.commit);
  if (there !== null) return { value: there };
  return withMirror(context.cache, spec.address, git, limits, target.commit.length, async (mirror): Promise<Outcome<Found>> => {
    const brought = await bringCommit(job, mirror, target);
    if ('failure' in brought) return brought;
    const { commit } = brought.value;
    await keepCommit(git, mirror, key, commit, limits);
    const known = findCopy(job, commit);
    if (known !== null) return { value: known };
    const id = copyId(commit, selectionOf(job));
    const added = await copies.add(id, (root) => fill(job, mirror, brought.value, root));
    return 'failure' in added ? added : { value: { id, copy: added.value } };
  });
}

function findCopy(job: Job, commit: string): Found | null {
  const id = copyId(commit, selectionOf(job));
  const copy = job.copies.find(id);
  return copy === null ? null : { id, copy };
}

/** Everything that decides what is taken of a commit. */
function selectionOf({ selection, context }: Job): object {
  return { ...selection, history: context.history, limits: [context.limits.files, context.limits.bytes, context.limits.fileBytes] };
}

async function bringCommit({ spec, context, git }: Job, mirror: string, target: Target): Promise<Outcome<Commit>> {
  const { limits } = context;
  const found = await findCommit(git, mirror, target.commit, limits);
  if (found !== null) return { value: found };
  if (!context.network) {
    const reason = `its commit ${target.commit.slice(0, 12)} is not on this disk and there is no network`;
    return { failure: { reason, hint: PULL_HINT } };
  }
  return patiently(limits, () => fetchCommit(git, mirror, spec.address.remote, target, context.history && isDeep(mirror), limits));
}

/** Writes the files of a commit of the mirror into a folder. */
async function fill(job: Job, mirror: string, { commit, committedAt }: Commit, root: string): Promise<Outcome<Filled>> {
  const { git, context, spec, selection } = job;
  const { limits, network, history: wantsHistory } = context;
  const remote = spec.address.remote;
  const take: TakeJob = { git, mirror, remote, network, commit, selection, limits };
  const taken = await takeFiles(take, root);
  if ('failure' in taken) return taken;
  const { files, bytes, digest, skipped, elsewhere, names, paths, partial } = taken.value;
  // Only a server that leaves files out can tell the history without sending all the files that ever were.
  if (wantsHistory && network && partial && !isDeep(mirror)) await fetchCommit(git, mirror, remote, { commit, name: null }, true, limits);
  const history = wantsHistory ? await takeHistory(take, committedAt, paths) : null;
  return {
    value: { copy: { commit, committedAt, files, bytes, digest, ...summarize(skipped), elsewhere, history }, names },
  };
}

function done(job: Job, { id, copy }: Found): Pulled {
  const outcome = job.current?.commit === copy.commit ? 'unchanged' : 'fetched';
  return {
    outcome,
    reason: null,
    snapshot: snapshotOf(job, id, copy, job.spec.ref, null),
    problems: problemsOfSkipped(job.id, copy),
    files: copy.files,
    bytes: copy.bytes,
    digest: copy.digest,
    asked: job.selection.asked,
    elsewhere: copy.elsewhere,
  };
}

function failed(job: Job, { reason, hint }: Failure): Pulled {
  const { id, spec, current, copies, context } = job;
  const copy = current === null || context.frozen ? null : copies.find(current.id);
  if (current === null || copy === null) {
    const rule = context.frozen && lockedEntry(job) === null ? 'source/not-locked' : 'source/failed';
    const problem = reportSource(rule, { message: `The source "${id}" could not be pulled: ${reason}.`, hint, place: spec.place });
    return { outcome: 'failed', reason, snapshot: null, problems: [problem], ...NO_FILES };
  }
  const message = `The source "${id}" could not be pulled, so its copy of ${current.pulledAt} is used: ${reason}.`;
  const problem = reportSource('source/stale', { message, hint, place: spec.place });
  const snapshot = snapshotOf(job, current.id, copy, current.ref, { since: current.pulledAt, reason });
  const problems = [problem, ...problemsOfSkipped(id, copy)];
  const { files, bytes, digest, elsewhere } = copy;
  return { outcome: 'stale', reason, snapshot, problems, files, bytes, digest, asked: current.asked, elsewhere };
}

function snapshotOf(
  { spec, id, copies }: Job,
  copyName: string,
  { commit, committedAt, history }: Copy,
  ref: string | null,
  stale: SourceSnapshot['stale'],
): SourceSnapshot {
  const root = copies.root(copyName);
  const names = copies.names(copyName);
  return {
    id,
    origin: { type: 'git', url: spec.address.shown, ref, commit, committedAt },
    root,
    names,
    files: diskFiles(root, names),
    catalog: spec.catalog,
    docs: spec.docs,
    history,
    stale,
  };
}
