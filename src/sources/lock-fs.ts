// The lock file on disk, beside portal.yaml.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Parsed } from '../lib/problem.ts';
import { PORTAL_SOURCE } from '../config/config.ts';
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
  const hint = 'Restore it from version control, or run `callboard pull` to write it anew.';
  return {
    value: new Map(),
    problems: [reportSource('source/invalid-lock', { message, hint, place: { source: PORTAL_SOURCE, path: LOCK_FILE } })],
  };
}

/** Writes the lock in one step, if it holds anything and is not what the file says already. */
export async function writeLock(folder: string, lock: Lock): Promise<void> {
  const file = join(folder, LOCK_FILE);
  const text = lockText(lock);
  if (lock.size > 0 && readIfThere(file) !== text) await writeFileAtomic(file, text);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
