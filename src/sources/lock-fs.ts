// The lock file on disk, beside portal.yaml.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Parsed, Problem } from '../lib/problem.ts';
import { PORTAL_SOURCE } from '../config/config.ts';
import { diskFailure } from './disk-fs.ts';
import { lockText, parseLock } from './lock.ts';
import { reportSource } from './rules.ts';
import type { Lock } from './types.ts';

const LOCK_FILE = 'callboard.lock.json';

/** Reads the lock beside a configuration. No file is an empty lock; one that is damaged is an empty lock and a problem. */
export function readLock(folder: string): Parsed<Lock> {
  const text = readIfThere(join(folder, LOCK_FILE));
  const lock = text === null ? new Map() : parseLock(text);
  if (lock !== null) return { value: lock, problems: [] };
  const message = 'The lock file cannot be read.';
  const hint = 'Restore it from version control, or run `npm run pull` to write it anew.';
  return {
    value: new Map(),
    problems: [reportSource('source/invalid-lock', { message, hint, place: { source: PORTAL_SOURCE, path: LOCK_FILE } })],
  };
}

/** Writes the lock in one step, if it holds anything and is not what the file says already. A disk that refuses is a problem. */
export async function writeLock(folder: string, lock: Lock): Promise<Problem[]> {
  const file = join(folder, LOCK_FILE);
  const text = lockText(lock);
  if (lock.size === 0 || readIfThere(file) === text) return [];
  try {
    await writeFileAtomic(file, text);
    return [];
  } catch (error) {
    const message = `The lock file could not be written: ${diskFailure(error).reason}.`;
    const hint = 'Allow writing beside the configuration, or build with --frozen.';
    return [reportSource('source/lock-not-written', { message, hint, place: { source: PORTAL_SOURCE, path: LOCK_FILE } })];
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
