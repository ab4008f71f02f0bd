// callboard.lock.json: which commit each repository stood at when the portal was last pulled. Text in, entries out, and back.
import * as z from 'zod';
import { isCommitHash } from '../config/git-ref.ts';
import { compareText } from '../lib/problem.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import type { Lock, LockEntry } from './types.ts';

const lockSchema = z.object({
  version: z.literal(1),
  sources: z.record(
    z.string(),
    z.object({
      url: z.string(),
      ref: z.string().nullable(),
      commit: z.string().refine(isCommitHash),
      committedAt: z.iso.datetime(),
      digest: z.string().optional(),
      from: z.string().optional(),
    }),
  ),
});

/** Parses the text of a lock file; null when it is none. */
export function parseLock(text: string): Lock | null {
  try {
    return new Map(Object.entries(lockSchema.parse(JSON.parse(text)).sources));
  } catch {
    return null;
  }
}

/** A source in use, and the digest of its files. */
export interface LockedSource {
  readonly snapshot: SourceSnapshot;
  readonly digest: string | null;
}

/**
 * Builds the lock of a pull: an entry for each repository in use. One that could not be pulled and has no copy keeps the entry it had, so
 * that a bad hour of one host does not lose what was locked; sources that are configured no more lose theirs. `foundBy` names the entries
 * that found repositories on a host, by id.
 */
export function buildLock(
  used: readonly LockedSource[],
  failed: readonly string[],
  before: Lock,
  foundBy: ReadonlyMap<string, string> = new Map(),
): Lock {
  const entries = used.flatMap(({ snapshot: { id, origin }, digest }): [string, LockEntry][] => {
    if (origin.type !== 'git') return [];
    const { url, ref, commit, committedAt } = origin;
    const from = foundBy.get(id);
    return [[id, { url, ref, commit, committedAt, ...(digest !== null && { digest }), ...(from !== undefined && { from }) }]];
  });
  const kept = failed.flatMap((id): [string, LockEntry][] => {
    const entry = before.get(id);
    return entry === undefined ? [] : [[id, entry]];
  });
  return new Map([...entries, ...kept]);
}

/** Returns a lock as the text of its file, sorted by id. */
export function lockText(lock: Lock): string {
  const sources = Object.fromEntries([...lock].sort(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify({ version: 1, sources }, null, 2)}\n`;
}
