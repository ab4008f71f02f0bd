// Everything that a site is built from in, one short text out: the same text means that the build would give the same site.
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import { codeDigest } from '../lib/code-digest-fs.ts';
import type { Problem } from '../lib/problem.ts';
import { type Snapshot, type SourceSnapshot, radarsIn } from '../lib/snapshot.ts';

/** Whatever turns a snapshot into a site. */
const CODE = ['src', 'public', 'scripts/make-site.ts', 'astro.config.mjs', 'tsconfig.json'];
/** Of larger files of folders, size and time are looked at and not what is in them. */
const MAX_READ = 1024 * 1024;

/** Returns the fingerprint of a build: of Callboard itself, the configuration, all files of the snapshot, and what was found wrong before. */
export function buildFingerprint(config: Config, snapshot: Snapshot, problems: readonly Problem[]): string {
  const { sources, web } = snapshot;
  const hash = createHash('sha256')
    .update(codeDigest(CODE))
    .update(JSON.stringify([config, problems], withMaps));
  for (const source of [...sources, ...(web ? [web] : [])]) hash.update(`\0${digestOf(source, '')}`);
  for (const { path, source } of radarsIn(snapshot)) hash.update(`\0radar\0${path}\0${digestOf(source, path)}`);
  return hash.digest('hex');
}

/** Writes maps as lists: JSON would leave out what is in them. */
function withMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

/** Returns the digest of a source: of all its files, or of a single one. */
function digestOf(source: SourceSnapshot, only: string): string {
  const { id, origin, catalog, docs, digest, history, stale, files, root } = source;
  const hash = createHash('sha256').update(JSON.stringify([id, origin, catalog, docs, digest, history, stale]));
  if (digest === undefined)
    for (const path of only === '' ? files.list() : [only]) hash.update(`\0${path}\0`).update(stamp(join(root, path)));
  return hash.digest('hex');
}

function stamp(file: string): string | Uint8Array {
  try {
    const { size, mtimeMs, ctimeMs } = lstatSync(file);
    return size <= MAX_READ ? readFileSync(file) : `${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return 'unreadable';
  }
}
