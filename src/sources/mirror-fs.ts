// The mirror of a repository: one bare repository for each address, used by one process at a time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import type { GitAddress } from '../config/git-address.ts';
import type { Git } from './git-fs.ts';
import type { Limits, Outcome } from './types.ts';

/** Returns a short name for an address that is safe as the name of a folder. */
export function addressKey(address: GitAddress): string {
  return createHash('sha256').update(address.remote).digest('hex').slice(0, 32);
}

/** Packs that a mirror may have before git is asked to put them together; each pull that brings something adds one or two. */
const MAX_PACKS = 40;

/** Lets git tidy up a mirror when there is something to tidy: asking costs a process each time. */
export async function tidyMirror(git: Git, mirror: string, limits: Limits): Promise<void> {
  const packs = readdirSync(join(mirror, 'objects', 'pack'), { withFileTypes: true }).filter(({ name }) => name.endsWith('.pack'));
  if (packs.length > MAX_PACKS) await git({ args: ['gc', '--quiet'], gitDir: mirror, seconds: limits.readSeconds });
}

/** Says whether nothing has ever been brought to a mirror. */
export function isFresh(mirror: string): boolean {
  return !existsSync(join(mirror, 'refs', 'callboard')) && !existsSync(join(mirror, 'packed-refs'));
}

/** Says whether a mirror holds the history of its commits. */
export function isDeep(mirror: string): boolean {
  return !isFresh(mirror) && !isShallow(mirror);
}

/** Says whether a mirror holds commits without those before them. */
export function isShallow(mirror: string): boolean {
  return existsSync(join(mirror, 'shallow'));
}

/**
 * Does a piece of work on the mirror of an address while no other does. The mirror is made when it is not there; one that turns out to be
 * damaged is made anew, and the work done again, once.
 */
export async function withMirror<T>(
  cache: string,
  address: GitAddress,
  git: Git,
  limits: Limits,
  hashLength: number,
  work: (mirror: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const mirror = join(cache, 'mirrors', addressKey(address));
  mkdirSync(join(cache, 'mirrors'), { recursive: true });
  const release = await lock(mirror, limits);
  if (release === null)
    return { failure: { reason: 'another process keeps the copy of the repository busy', hint: 'Try again when it has ended.' } };
  try {
    const first = await onMirror(mirror, git, limits, hashLength, work);
    if (!('failure' in first) || first.failure.mirror !== true) return first;
    rmSync(mirror, { recursive: true, force: true });
    return await onMirror(mirror, git, limits, hashLength, work);
  } finally {
    await release();
  }
}

async function onMirror<T>(
  mirror: string,
  git: Git,
  limits: Limits,
  hashLength: number,
  work: (mirror: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!existsSync(join(mirror, 'HEAD'))) {
    const format = `--object-format=${hashLength === 64 ? 'sha256' : 'sha1'}`;
    const made = await git({ args: ['init', '--bare', '--quiet', '--template=', format], gitDir: mirror, seconds: limits.readSeconds });
    if ('failure' in made) return made;
  }
  return work(mirror);
}

/** Waits for the lock beside a mirror as long as another may need for its work; null when it never came free. */
async function lock(mirror: string, limits: Limits): Promise<(() => Promise<void>) | null> {
  const retries = { retries: 200 + limits.fetchSeconds * 2, factor: 1.3, minTimeout: 20, maxTimeout: 1000 };
  try {
    // A holder that died stops touching its lock, which is then taken over. Losing it does no harm: what is written is renamed in one step.
    const release = await lockfile.lock(mirror, { realpath: false, stale: 15_000, update: 3_000, retries, onCompromised: () => undefined });
    return () => release().catch(() => undefined);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return null;
    throw error;
  }
}
