// What a remote is asked: where a ref stands, and one commit of it.
import { isCommitHash } from '../config/git-ref.ts';
import type { Git } from './git-fs.ts';
import { isShallow } from './mirror-fs.ts';
import type { Limits, Outcome } from './types.ts';

/** A commit and the name on the remote it was found under; no name for one that was asked for by its hash. */
export interface Target {
  readonly commit: string;
  readonly name: string | null;
}

/** A commit that is in the mirror. */
export interface Commit {
  readonly commit: string;
  /** ISO 8601. */
  readonly committedAt: string;
}

const MAX_REFS_BYTES = 16 * 1024 * 1024;
const FETCH = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--no-auto-maintenance'];
/** Asks for commits and folders, but no files; a server that cannot do that sends all of them. */
const WITHOUT_FILES = '--filter=blob:none';
const INCOMING = 'refs/callboard/incoming';
/** The depth that git takes for no limit. */
const NO_LIMIT = 2_147_483_647;

/** Asks a remote which commit a ref names now. A full hash is its own answer, and null stands for the remote's HEAD. */
export async function askCommit(git: Git, remote: string, ref: string | null, limits: Limits): Promise<Outcome<Target>> {
  if (ref !== null && isCommitHash(ref)) return { value: { commit: ref, name: null } };
  const names = namesOf(ref);
  const result = await git({ args: ['ls-remote', '--', remote, ...names], seconds: limits.askSeconds, maxOutput: MAX_REFS_BYTES });
  if ('failure' in result) return result;
  const target = chooseRef(result.value.stdout.toString(), names);
  if (target !== null) return { value: target };
  return ref === null
    ? { failure: { reason: 'the repository has no commits yet', hint: 'Push a first commit, or name a branch with `ref`.', empty: true } }
    : {
        failure: {
          empty: true,
          reason: `it has no branch or tag "${ref}"`,
          hint: /^[\da-f]{7,63}$/.test(ref) ? 'Write the full hash of the commit.' : 'Check `ref`.',
        },
      };
}

/** Lists the full names a ref may have on the remote, the first that is there counts; a tag's `^{}` is the commit it stands for. */
export function namesOf(ref: string | null): string[] {
  if (ref === null) return ['HEAD'];
  const full = ref === 'HEAD' || ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`];
  return full.flatMap((name) => (name.startsWith('refs/tags/') ? [`${name}^{}`, name] : [name]));
}

/** Chooses the commit from the answer of `git ls-remote`, which also lists longer names that end like the ones asked for. */
export function chooseRef(answer: string, names: readonly string[]): Target | null {
  const found = new Map(
    answer.split('\n').flatMap((line) => {
      const [commit = '', name = ''] = line.split('\t');
      return isCommitHash(commit) ? [[name, commit] as const] : [];
    }),
  );
  for (const name of names) {
    const commit = found.get(name);
    if (commit !== undefined) return { commit, name: name.replace(/\^\{\}$/, '') };
  }
  return null;
}

/** Looks a commit up in the mirror, following a tag to its commit; null when it is not there. */
export async function findCommit(git: Git, mirror: string, name: string, limits: Limits): Promise<Commit | null> {
  const result = await git({ args: ['rev-list', '--max-count=1', '--timestamp', name, '--'], gitDir: mirror, seconds: limits.readSeconds });
  const [, seconds, commit] = /^(\d+) ([\da-f]+)\n$/.exec('value' in result ? result.value.stdout.toString() : '') ?? [];
  if (commit === undefined || !isCommitHash(commit)) return null;
  const time = new Date(Number(seconds) * 1000);
  return { commit, committedAt: (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString() };
}

/** How a commit is fetched. */
export interface Fetching {
  /** Ref of the mirror that keeps the commit for as long as the source stands there. */
  readonly keep: string;
  /** Says whether the commits before it come as well. */
  readonly history: boolean;
  readonly limits: Limits;
}

/**
 * Fetches one commit into the mirror, without files where the server can leave them out: its folders alone say which of them are needed.
 * Where it does not hand commits out by hash, the name it was found under is fetched instead (it may have moved: the answer says what
 * came), and for a hash alone all branches and tags.
 */
export async function fetchCommit(
  git: Git,
  mirror: string,
  remote: string,
  target: Target,
  { keep, history, limits }: Fetching,
): Promise<Outcome<Commit>> {
  const fetch = (depth: number | null, refs: readonly string[]) => {
    const args = [...FETCH, WITHOUT_FILES, ...(depth === null ? [] : [`--depth=${depth}`]), '--', remote, ...refs];
    return git({ args, gitDir: mirror, seconds: limits.fetchSeconds });
  };
  const look = async (): Promise<Outcome<Commit>> => {
    const commit = await findCommit(git, mirror, keep, limits);
    return commit === null
      ? { failure: { reason: 'what was asked for is not a commit of the repository', hint: 'Check `ref`.' } }
      : { value: commit };
  };
  const depth = !history ? 1 : isShallow(mirror) ? NO_LIMIT : null;
  const byHash = await fetch(depth, [`+${target.commit}:${keep}`]);
  if ('value' in byHash) return look();
  const refused = byHash.failure.commit;
  if (refused !== undefined && target.name !== null) {
    const byName = await fetch(depth, [`+${target.name}:${keep}`]);
    return 'failure' in byName ? byName : look();
  }
  if (refused !== 'unadvertised') return byHash;
  const all = await fetch(isShallow(mirror) ? NO_LIMIT : null, [`+refs/heads/*:${INCOMING}-heads/*`, `+refs/tags/*:${INCOMING}-tags/*`]);
  if ('failure' in all) return all;
  await keepCommit(git, mirror, keep, target.commit, limits);
  return look();
}

/** Lists the files of a commit that are not in the mirror, by hash. */
export async function missingFiles(git: Git, mirror: string, commit: string, limits: Limits): Promise<Outcome<ReadonlySet<string>>> {
  const args = ['rev-list', '--objects', '--no-object-names', '--missing=print', '--no-walk', commit, '--'];
  const missing = new Set<string>();
  let rest = '';
  const result = await git({
    args,
    gitDir: mirror,
    seconds: limits.readSeconds,
    onOutput(chunk) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('?')) missing.add(line.slice(1));
      return null;
    },
  });
  return 'failure' in result ? result : { value: missing };
}

/** Fetches files by their hashes, all in one go. */
export async function fetchFiles(
  git: Git,
  mirror: string,
  remote: string,
  oids: readonly string[],
  limits: Limits,
): Promise<Outcome<null>> {
  const result = await git({
    args: [...FETCH, WITHOUT_FILES, '--stdin', '--', remote],
    gitDir: mirror,
    input: oids.map((oid) => `${oid}\n`).join(''),
    // What is there has nothing to do with what is asked for: the server need not be told of it.
    settings: ['fetch.negotiationAlgorithm=noop'],
    seconds: limits.fetchSeconds,
  });
  return 'failure' in result ? result : { value: null };
}

/** Keeps a commit in the mirror for as long as the source stands there. */
export async function keepCommit(git: Git, mirror: string, keep: string, commit: string, limits: Limits): Promise<void> {
  await git({ args: ['update-ref', keep, commit], gitDir: mirror, seconds: limits.readSeconds });
}
