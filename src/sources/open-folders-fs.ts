// Folders on this machine as a snapshot: paths in, one source each out. For checking repositories on their own, without a configuration.
import { basename, resolve } from 'node:path';
import { diskFiles } from '../lib/files-fs.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';

const CATALOG = ['catalog-info.yaml', 'catalog-info.yml'];
const MKDOCS = ['mkdocs.yml', 'mkdocs.yaml'];
/** Where a radar in our own format is looked for. */
const RADARS = ['radar/radar.yaml', 'radar.yaml'];

/** Opens folders as sources. Docs beside a `mkdocs.yml` at the root are taken even if no entity names them, and a radar where one lies. */
export function openFolders(paths: readonly string[]): Snapshot {
  const sources = paths.map(openFolder);
  const radars = sources.flatMap((source) => RADARS.filter((path) => source.files.has(path)).map((path) => ({ source, path })));
  return { sources, radar: radars[0] ?? null };
}

function openFolder(path: string, index: number): SourceSnapshot {
  const root = resolve(path);
  const files = diskFiles(root);
  return {
    id: `${basename(root)}${index === 0 ? '' : `-${index + 1}`}`,
    origin: { type: 'path', path },
    root,
    files,
    catalog: CATALOG,
    docs: MKDOCS.some((name) => files.has(name)) ? '' : null,
    stale: null,
  };
}
