// Where sources can come from: a row for each type of entry in portal.yaml.
import type { DiscoverySpec, FolderSpec, GitSpec, SourceSpec } from '../config/types.ts';
import type { Parsed } from '../lib/problem.ts';
import { discover } from './discovery/discover.ts';
import { findFolders } from './folder-source-fs.ts';
import { gitSource } from './git-source.ts';
import type { FoundSource, Provider, PullContext } from './types.ts';

const PROVIDERS: { readonly path: Provider<FolderSpec>; readonly git: Provider<GitSpec>; readonly discovery: Provider<DiscoverySpec> } = {
  path: findFolders,
  git: async (spec) => ({ value: [gitSource(spec)], problems: [] }),
  discovery: discover,
};

/** Finds the sources that an entry stands for. */
export function findSources(spec: SourceSpec, context: PullContext): Promise<Parsed<readonly FoundSource[]>> {
  switch (spec.type) {
    case 'path':
      return PROVIDERS.path(spec, context);
    case 'git':
      return PROVIDERS.git(spec, context);
    case 'discovery':
      return PROVIDERS.discovery(spec, context);
  }
}

/** Leaves out folders and repositories that a glob or host lists but that an entry of their own, or an earlier such one, names already. */
export function withoutRepeats(found: readonly FoundSource[]): FoundSource[] {
  const named = new Set(found.flatMap((source) => (source.many ? [] : [whereabouts(source)])));
  return found.filter((source) => {
    if (!source.many) return true;
    const where = whereabouts(source);
    const fresh = !named.has(where);
    named.add(where);
    return fresh;
  });
}

/** Hosts answer to an address with and without `.git`, in capitals or not, and over https as over ssh. */
function whereabouts({ folder, from }: FoundSource): string {
  return (
    folder ??
    `repository ${from
      .replace(/^[a-z]+:\/\//, '')
      .replace(/(?:\.git)?\/*$/, '')
      .toLowerCase()}`
  );
}
