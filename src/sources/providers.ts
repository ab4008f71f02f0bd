// Where sources can come from: a row for each type of entry in portal.yaml.
import type { FolderSpec, GitSpec, SourceSpec } from '../config/types.ts';
import type { Parsed } from '../lib/problem.ts';
import { findFolders } from './folder-source-fs.ts';
import { gitSource } from './git-source.ts';
import type { FoundSource, Provider, PullContext } from './types.ts';

const PROVIDERS: { readonly path: Provider<FolderSpec>; readonly git: Provider<GitSpec> } = {
  path: findFolders,
  git: async (spec) => ({ value: [gitSource(spec)], problems: [] }),
};

/** Finds the sources that an entry stands for. */
export function findSources(spec: SourceSpec, context: PullContext): Promise<Parsed<readonly FoundSource[]>> {
  return spec.type === 'path' ? PROVIDERS.path(spec, context) : PROVIDERS.git(spec, context);
}

/** Leaves out folders that a glob found but that an entry of their own, or an earlier glob, names already. */
export function withoutRepeats(found: readonly FoundSource[]): FoundSource[] {
  const named = new Set(found.flatMap(({ folder, many }) => (folder === null || many ? [] : [folder])));
  return found.filter(({ folder, many }) => {
    if (folder === null || !many) return true;
    const fresh = !named.has(folder);
    named.add(folder);
    return fresh;
  });
}
