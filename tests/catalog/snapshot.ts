// Snapshots for the tests of the catalog, and the marks in their fixtures.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import type { CatalogResult } from '../../src/catalog/types.ts';
import { diskFiles } from '../../src/lib/files-fs.ts';
import { type SourceFiles, memoryFiles } from '../../src/lib/files.ts';
import type { Problem } from '../../src/lib/problem.ts';
import type { Origin, Snapshot, SourceSnapshot } from '../../src/lib/snapshot.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/catalog');

/** Folder of real repositories; the tests that need it are skipped where it is not. */
export const DATA = join(import.meta.dirname, '../../../shared/data');
export const HAS_DATA = existsSync(join(DATA, 'expected'));

/** Makes a source out of files in memory or of a folder. */
export function sourceOf(
  files: Readonly<Record<string, string | Uint8Array>> | SourceFiles,
  options: Partial<SourceSnapshot> = {},
): SourceSnapshot {
  const id = options.id ?? 'src';
  return {
    id,
    origin: { type: 'path', path: id },
    root: `/${id}`,
    files: isFiles(files) ? files : memoryFiles(files),
    catalog: ['catalog-info.yaml', 'catalog-info.yml'],
    docs: null,
    stale: null,
    ...options,
  };
}

function isFiles(files: Readonly<Record<string, string | Uint8Array>> | SourceFiles): files is SourceFiles {
  return typeof files['list'] === 'function';
}

/** Opens a fixture as a source. */
export function fixture(name: string): SourceSnapshot {
  return sourceOf(diskFiles(join(FIXTURES, name)), { id: name });
}

/** Makes a snapshot of sources. */
export function snapshotOf(...sources: SourceSnapshot[]): Snapshot {
  return { sources, radar: null };
}

/** Builds the catalog of one file. */
export function catalogOf(text: string | Uint8Array, options: Partial<SourceSnapshot> = {}): CatalogResult {
  return buildCatalog(snapshotOf(sourceOf({ 'catalog-info.yaml': text }, options)));
}

/** Makes the origin of a repository on a git host. */
export function gitOrigin(url: string, ref: string | null = null): Origin {
  return { type: 'git', url, ref, commit: 'c0ffee'.repeat(6).padEnd(40, '0'), committedAt: '2024-01-01T00:00:00Z' };
}

/** Lists the marks of a fixture: `owner: nobody # {relation/unknown-target}` says that exactly this is complained of in this line. */
export function marksOf(source: SourceSnapshot): string[] {
  return source.files
    .list()
    .flatMap((path) => {
      const content = source.files.readText(path);
      const lines = 'text' in content ? content.text.split('\n') : [];
      return lines.flatMap((line, index) => {
        const marks = /#((?:\s*\{[a-z-]+\/[a-z-]+\})+)\s*$/.exec(line)?.[1] ?? '';
        return [...marks.matchAll(/\{(.+?)\}/g)].map((mark) => `${path}:${index + 1} ${mark[1]}`);
      });
    })
    .sort();
}

/** Writes problems in the form of marks. */
export function toMarks(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `${problem.place?.path}:${problem.place?.line} ${problem.rule}`).sort();
}
