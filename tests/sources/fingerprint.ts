// What a snapshot holds, as data that two snapshots can be compared by: ids, commits, paths and hashes of bytes.
import { createHash } from 'node:crypto';
import type { Snapshot } from '../../src/lib/snapshot.ts';

export interface SourcePrint {
  readonly id: string;
  readonly commit: string | null;
  readonly committedAt: string | null;
  readonly stale: boolean;
  /** Hash of each file by its path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Returns what each source of a snapshot holds; where the files came from and lie is left out. */
export function fingerprint({ sources }: Snapshot): SourcePrint[] {
  return sources.map(({ id, origin, files, stale }) => ({
    id,
    commit: origin.type === 'git' ? origin.commit : null,
    committedAt: origin.type === 'git' ? origin.committedAt : null,
    stale: stale !== null,
    files: Object.fromEntries(files.list().map((path) => [path, hash(files.readBytes(path))])),
  }));
}

function hash(bytes: Uint8Array | null): string {
  return bytes === null ? 'unreadable' : createHash('sha256').update(bytes).digest('hex');
}
