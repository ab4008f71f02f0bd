// When and by whom files were last changed, and how much a repository was worked on: the output of `git log` in, a history out.

import type { History, LastChange } from '../lib/snapshot.ts';

const WEEK = 7 * 24 * 60 * 60;
const WEEKS = 52;
/** Names longer than this are cut: they come from strangers. */
const MAX_NAME = 100;

/** What `git log` is asked for: after an STX the time and the author of a commit, then the paths it touched, each ended by a NUL. */
export const LOG_ARGS = ['log', '--no-renames', '--no-merges', '--no-show-signature', '-z', '--name-only', '--format=%x02%ct%x1f%an'];

/** Takes the output of `git log` as it comes, newest commit first. */
export interface HistoryReader {
  /** Returns true when nothing more can be learned from older commits. */
  take(chunk: Buffer): boolean;
  history(): History;
}

/** Begins to read the history of the given files; `newest` is the time of the newest commit in seconds. */
export function readHistory(paths: Iterable<string>, newest: number): HistoryReader {
  const left = new Set(paths);
  const changed = new Map<string, LastChange>();
  const weeks = Array.from({ length: WEEKS }, () => 0);
  let pending: Buffer = Buffer.alloc(0);
  let commit: { readonly seconds: number; readonly change: LastChange } | null = null;

  function token(text: string): void {
    // oxlint-disable-next-line no-control-regex -- control characters are what no name has
    const header = /^\n?\x02(\d+)\x1f(.*)$/s.exec(text);
    if (header !== null) {
      const seconds = Number(header[1]);
      commit = { seconds, change: { at: isoTime(seconds), by: (header[2] ?? '').replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, MAX_NAME) } };
      const week = WEEKS - 1 - Math.floor((newest - seconds) / WEEK);
      if (week >= 0 && week < WEEKS) weeks[week] = (weeks[week] ?? 0) + 1;
      return;
    }
    const path = text.startsWith('\n') ? text.slice(1) : text;
    if (commit !== null && left.delete(path)) changed.set(path, commit.change);
  }

  return {
    take(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      let start = 0;
      for (let end = pending.indexOf(0); end >= 0; start = end + 1, end = pending.indexOf(0, start))
        token(pending.toString('utf8', start, end));
      pending = pending.subarray(start);
      return left.size === 0 && commit !== null && newest - commit.seconds > WEEKS * WEEK;
    },
    history: () => ({ changed: Object.fromEntries([...changed].sort(([a], [b]) => (a < b ? -1 : 1))), weeks }),
  };
}

function isoTime(seconds: number): string {
  const time = new Date(seconds * 1000);
  return (Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString();
}
