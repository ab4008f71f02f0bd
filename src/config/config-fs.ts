// Reads portal.yaml from disk: a path in; the configuration with its folder, or null, and problems out.
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { MAX_TEXT_BYTES, textOf } from '../lib/files.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import { PORTAL_SOURCE, parseConfig } from './config.ts';
import { reportConfig } from './rules.ts';
import type { ConfigFile } from './types.ts';

/** Reads and checks a configuration. A file that is missing, larger than a text may be, or no text is a problem with a hint. */
export function readConfig(file: string): Parsed<ConfigFile | null> {
  const full = resolve(file);
  const fail = (message: string, hint: string): Parsed<null> => {
    const problem: Problem = reportConfig('config/unreadable', { message, hint, place: { source: PORTAL_SOURCE, path: file } });
    return { value: null, problems: [problem] };
  };
  const bytes = readBounded(full);
  if (bytes === 'missing') return fail('There is no such file.', 'Create it, or name another one with --config FILE.');
  if (bytes === 'unreadable')
    return fail('The file cannot be read.', 'Name a file, not a folder, that you may read and that is smaller than 5 MB.');
  const content = textOf(bytes);
  if ('unreadable' in content) return fail('The file is not text.', 'Save it as UTF-8.');
  const { value, problems } = parseConfig(content.text, file);
  return { value: value === null ? null : { ...value, file: full, folder: dirname(full) }, problems };
}

function readBounded(file: string): Uint8Array | 'missing' | 'unreadable' {
  try {
    const stat = statSync(file);
    return stat.isFile() && stat.size <= MAX_TEXT_BYTES ? readFileSync(file) : 'unreadable';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
  }
}
