// The copy of one commit: from disk, else from the mirror, else, with network, from the remote. A job and a target in; files on disk out.
import type { GitSpec } from '../config/types.ts';
import { type Copies, type Copy, type Current, type Filled, copyId } from './copies-fs.ts';
import type { Git } from './git-fs.ts';
import { type Commit, type Target, fetchCommit, findCommit, keepCommit } from './git-remote.ts';
import { isDeep, isFresh, tidyMirror, withMirror } from './mirror-fs.ts';
import { patiently } from './retry.ts';
import { PULL_HINT, type TakeJob, takeFiles, takeHistory } from './take-fs.ts';
import { summarize } from './tree.ts';
import type { Again, Outcome, PullContext } from './types.ts';

/** What the steps of one pull share. */
export interface Job {
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
export interface FoundCopy {
  readonly id: string;
  readonly copy: Copy;
}

/** Returns the copy of a commit: from disk, else from the mirror, else, with network, from the remote. */
export async function obtainCopy(job: Job, target: Target): Promise<Outcome<FoundCopy>> {
  const { spec, context, copies, git } = job;
  const { limits } = context;
  const there = findCopy(job, target.commit);
  if (there !== null) return { value: there };
  return withMirror(context.cache, spec.address, git, limits, target.commit.length, async (mirror): Promise<Outcome<FoundCopy>> => {
    const brought = await bringCommit(job, mirror, target);
    if ('failure' in brought) return brought;
    const { commit } = brought.value;
    const known = findCopy(job, commit);
    if (known !== null) return { value: known };
    const id = copyId(commit, selectionOf(job));
    const added = await copies.add(id, (root) => fill(job, mirror, brought.value, root));
    await tidyMirror(git, mirror, limits);
    return 'failure' in added ? added : { value: { id, copy: added.value } };
  });
}

function findCopy(job: Job, commit: string): FoundCopy | null {
  const id = copyId(commit, selectionOf(job));
  const copy = job.copies.find(id);
  return copy === null ? null : { id, copy };
}

/** Everything that decides what is taken of a commit. */
function selectionOf({ selection, context }: Job): object {
  return { ...selection, history: context.history, limits: [context.limits.files, context.limits.bytes, context.limits.fileBytes] };
}

/** Name under which the mirror keeps the commit that a source stands at. */
function refOf(key: string): string {
  return `refs/callboard/sources/${key}`;
}

async function bringCommit({ spec, context, git, key }: Job, mirror: string, target: Target): Promise<Outcome<Commit>> {
  const { limits } = context;
  const found = isFresh(mirror) ? null : await findCommit(git, mirror, target.commit, limits);
  if (found !== null) {
    await keepCommit(git, mirror, refOf(key), found.commit, limits);
    return { value: found };
  }
  if (!context.network) {
    const reason = `its commit ${target.commit.slice(0, 12)} is not on this disk and there is no network`;
    return { failure: { reason, hint: PULL_HINT } };
  }
  // The history comes along where it is known that no files come with it; else it is asked for when that has turned out.
  const history = context.history && (isDeep(mirror) || (isFresh(mirror) && (await context.leavesFilesOut(spec.address))));
  const fetching = { keep: refOf(key), history, limits };
  return patiently(limits, () => fetchCommit(git, mirror, spec.address.remote, target, fetching));
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
  if (wantsHistory && network && partial && !isDeep(mirror))
    await fetchCommit(git, mirror, remote, { commit, name: null }, { keep: refOf(job.key), history: true, limits });
  const history = wantsHistory ? await takeHistory(take, committedAt, paths) : null;
  return {
    value: { copy: { commit, committedAt, files, bytes, digest, ...summarize(skipped), elsewhere, history }, names },
  };
}
