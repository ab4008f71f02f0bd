// Sources for the tests of the radar room: files in memory, or a folder on disk.
import { diskFiles } from '../../src/lib/files-fs.ts';
import { memoryFiles } from '../../src/lib/files.ts';
import type { SourceSnapshot } from '../../src/lib/snapshot.ts';

type Rest = Omit<SourceSnapshot, 'files' | 'root' | 'origin'>;
const REST: Rest = { id: 'radars', catalog: [], docs: null, stale: null };

export function memorySource(record: Readonly<Record<string, string>>): SourceSnapshot {
  return { ...REST, origin: { type: 'path', path: 'radars' }, root: '/nowhere', files: memoryFiles(record) };
}

export function diskSource(root: string): SourceSnapshot {
  return { ...REST, origin: { type: 'path', path: root }, root, files: diskFiles(root) };
}

/** Folder of this room's fixtures, from the project's root. */
export const FIXTURES = 'tests/fixtures/radar';
