// A git repository as a source: its commit is found, its files are brought to disk, and a failure falls back on the last good copy.
import { isCommitHash } from '../config/git-ref.ts';
import type { GitSpec } from '../config/types.ts';
import { diskFiles } from '../lib/files-fs.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { type Copy, openCopies } from './copies-fs.ts';
import { diskFailure } from './disk-fs.ts';
import { openGit } from './git-fs.ts';
import { type FoundCopy, type Job, obtainCopy } from './git-copy.ts';
import { askOverHttp, isNoGitServer } from './ask-http.ts';
import { noGitServer } from './git-failure.ts';
import { type Target, askCommit } from './git-remote.ts';
import { addressKey } from './mirror-fs.ts';
import { radarPathsOf } from './radar-fs.ts';
import { reportSource } from './rules.ts';
import { problemsOfSkipped } from './skipped.ts';
import { patiently } from './retry.ts';
import { PULL_HINT } from './take-fs.ts';
import type { Again, Failure, FoundSource, LockEntry, Outcome, PullContext, Pulled } from './types.ts';

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

async function pullGit(spec: GitSpec, known: Target | null, id: string, context: PullContext, again: Again | null): Promise<Pulled> {
  const key = `${id}-${addressKey(spec.address).slice(0, 8)}`;
  const copies = openCopies(context.cache, key);
  const current = copies.current();
  // What other repositories asked for the last time is most likely what they will ask for again.
  const radars = radarPathsOf(context.radars, id);
  const selection = {
    catalog: spec.catalog,
    docs: spec.docs,
    // Not there where there is none, so that copies from before keep their name.
    ...(radars.length > 0 && { radars }),
    ...(context.manifests && { manifests: true as const }),
    asked: again?.asked ?? current?.asked ?? [],
  };
  const job: Job = {
    spec,
    known,
    again,
    id,
    key,
    context,
    git: openGit(spec.address, context.env, context.grants),
    copies,
    current,
    selection,
  };
  let result: Outcome<FoundCopy>;
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

async function newestCopy(job: Job): Promise<Outcome<FoundCopy>> {
  const { context } = job;
  const target = job.known === null ? await patiently(context.limits, () => ask(job)) : { value: job.known };
  return 'failure' in target ? target : inUse(job, await obtainCopy(job, target.value));
}

/** Asks where the ref of a source stands: directly where that will do, else through git, which knows every way. */
async function ask({ git, spec, context }: Job): Promise<Outcome<Target>> {
  const direct = (await context.askDirectly()) ? await askOverHttp(spec.address, spec.ref, context) : null;
  if (direct !== null) return { value: direct };
  const asked = await askCommit(git, spec.address.remote, spec.ref, context.limits);
  const nothing = 'failure' in asked && asked.failure.empty === true;
  return nothing && (await isNoGitServer(spec.address, context)) ? { failure: noGitServer() } : asked;
}

/** The copy of a commit that has been pulled just now, with more of its files. */
async function copyOf(job: Job, commit: string): Promise<Outcome<FoundCopy>> {
  return inUse(job, await obtainCopy(job, { commit, name: null }));
}

/** Notes that a copy is the newest, unless only locked commits are used. */
async function inUse(job: Job, found: Outcome<FoundCopy>): Promise<Outcome<FoundCopy>> {
  const { context, spec, copies, selection } = job;
  if ('failure' in found || context.frozen || !context.network) return found;
  const { id, copy } = found.value;
  await copies.use({ id, commit: copy.commit, ref: spec.ref, asked: selection.asked, pulledAt: context.now().toISOString() });
  return found;
}

async function offlineCopy(job: Job): Promise<Outcome<FoundCopy>> {
  const { spec, current, copies } = job;
  const wanted = spec.ref !== null && isCommitHash(spec.ref) ? spec.ref : lockedEntry(job)?.commit;
  if (wanted !== undefined) return obtainCopy(job, { commit: wanted, name: null });
  const copy = current !== null && current.ref === spec.ref ? copies.find(current.id) : null;
  if (current === null || copy === null)
    return { failure: { reason: 'it has not been pulled yet and there is no network', hint: PULL_HINT } };
  return { value: { id: current.id, copy } };
}

async function frozenCopy(job: Job): Promise<Outcome<FoundCopy>> {
  const entry = lockedEntry(job);
  if (entry === null)
    return {
      failure: {
        reason: 'callboard.lock.json has no commit for it as it is configured',
        hint: 'Run `npm run pull` and commit the lock file.',
      },
    };
  return obtainCopy(job, { commit: entry.commit, name: null });
}

/** Returns what the lock says of a source, if that is about the same repository and ref. */
function lockedEntry({ spec, id, context }: Job): LockEntry | null {
  const entry = context.lock.get(id);
  return entry !== undefined && entry.url === spec.address.shown && entry.ref === spec.ref ? entry : null;
}

function done(job: Job, { id, copy }: FoundCopy): Pulled {
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
  { commit, committedAt, digest, history }: Copy,
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
    digest,
    history,
    stale,
  };
}
