// What lies on the disk, and what the disk refused, in words for people.
import { statSync } from 'node:fs';
import type { Failure } from './types.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'writing is not allowed',
  EPERM: 'writing is not allowed',
  EROFS: 'writing is not allowed',
  EMFILE: 'too many files are open',
};

/** Makes a failure of an error of the file system; any other error is our bug and is thrown again. */
export function diskFailure(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === null || !/^E[A-Z0-9]+$/.test(code)) throw error;
  const hint = 'Make room or give rights where .callboard lies, or name another folder with CALLBOARD_CACHE.';
  return { reason: REASONS[code] ?? `the disk refused (${code})`, hint };
}

/** Says what lies at a path, following links; null for nothing, or nothing that can be looked at. */
export function kindOf(path: string): 'folder' | 'file' | null {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : null;
  } catch {
    return null;
  }
}
