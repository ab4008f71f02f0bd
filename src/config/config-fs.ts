// Reads portal.yaml from disk: a path in; the configuration with its folder, or null, and problems out.
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { MAX_TEXT_BYTES, textOf } from '../lib/files.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import { PORTAL_SOURCE, parseConfig } from './config.ts';
import { parseKindSchema } from './kind-schema.ts';
import { reportConfig } from './rules.ts';
import type { ConfigFile, KindSpec } from './types.ts';

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
  if (value === null) return { value, problems };
  const folder = dirname(full);
  const read = value.kinds.map((kind) => readKind(kind, folder));
  const unreadable = read.flatMap((one) => one.problems);
  if (unreadable.length > 0) return { value: null, problems: [...problems, ...unreadable] };
  return { value: { ...value, kinds: read.map((one) => one.value), file: full, folder }, problems };
}

/** Reads the schema of a kind; it lies beside the configuration and is the user's own. */
function readKind(kind: KindSpec, folder: string): Parsed<KindSpec> {
  if (kind.schemaFile === null) return { value: kind, problems: [] };
  const fail = (reason: string): Parsed<KindSpec> => {
    const message = `The schema of the kind ${kind.kind} cannot be used: ${reason}.`;
    const hint = 'Name a file with a JSON Schema, relative to this file.';
    return { value: kind, problems: [reportConfig('config/invalid-schema', { message, hint, place: kind.place })] };
  };
  const bytes = readBounded(resolve(folder, kind.schemaFile));
  if (typeof bytes === 'string') return fail(bytes === 'missing' ? 'there is no such file' : 'it cannot be read');
  const content = textOf(bytes);
  if ('unreadable' in content) return fail('it is not text');
  const parsed = parseKindSchema(content.text);
  return 'reason' in parsed ? fail(parsed.reason) : { value: { ...kind, schema: parsed.schema }, problems: [] };
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
