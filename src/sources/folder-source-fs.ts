// Folders as sources: a path or glob of the configuration in; the folders it stands for out. They are read where they lie.
import { readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import type { FolderSpec } from '../config/types.ts';
import { diskFiles } from '../lib/files-fs.ts';
import { didYouMean } from '../lib/nearest.ts';
import { type Parsed, compareText } from '../lib/problem.ts';
import { kindOf } from './disk-fs.ts';
import { reportSource } from './rules.ts';
import type { FoundSource, PullContext } from './types.ts';

/** Finds the folders of an entry: the one it names, or each that its glob matches, sorted. None is a problem. */
export async function findFolders(spec: FolderSpec, { folder }: Pick<PullContext, 'folder'>): Promise<Parsed<readonly FoundSource[]>> {
  // A folder may well have a bracket in its name.
  const many = spec.many && kindOf(resolve(folder, spec.path)) !== 'folder';
  const paths = many ? await matches(spec.path, folder) : [spec.path].filter((path) => kindOf(resolve(folder, path)) === 'folder');
  if (paths.length > 0) return { value: paths.map((path) => folderSource(spec, path, resolve(folder, path), many)), problems: [] };
  const full = resolve(folder, spec.path);
  const message = many ? `No folder matches "${spec.path}".` : `There is no folder "${spec.path}".`;
  const hint = (many ? undefined : didYouMean(basename(full), foldersIn(dirname(full)))) ?? 'Paths are relative to the configuration.';
  return { value: [], problems: [reportSource('source/missing-folder', { message, hint, place: spec.place })] };
}

async function matches(pattern: string, folder: string): Promise<string[]> {
  const found = await glob(pattern.replace(/\/+$/, ''), {
    cwd: folder,
    onlyDirectories: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules', '**/.git', '**/.callboard'],
  });
  return found.map((path) => path.replace(/\/$/, '')).sort(compareText);
}

function folderSource(spec: FolderSpec, path: string, root: string, many: boolean): FoundSource {
  const { catalog, docs } = spec;
  const common = { root, files: diskFiles(root), catalog, docs, stale: null };
  return {
    id: spec.id,
    name: basename(root),
    from: path,
    host: null,
    folder: root,
    many,
    place: spec.place,
    pull: async (id) => ({
      outcome: 'folder',
      snapshot: { ...common, id, origin: { type: 'path', path } },
      reason: null,
      problems: [],
      files: 0,
      bytes: 0,
      digest: null,
      asked: [],
      elsewhere: [],
    }),
  };
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return [];
  }
}
