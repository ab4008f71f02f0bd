// Which of a host's repositories are wanted, and which paths they are asked for: a query and what is listed in, a choice out.
import picomatch from 'picomatch';
import type { DiscoveryQuery } from '../../config/types.ts';
import { isGlob, normalizeInside } from '../../config/values.ts';
import type { SourceFiles } from '../../lib/files.ts';
import type { Listed } from './types.ts';

/** A repository is asked for this many files at most; for more of them it is pulled to see. */
const MAX_ASKED = 10;

/** Makes the test that a repository has to pass. One without a branch has no files yet. */
export function selects({ topics, names, archived, forks }: DiscoveryQuery): (repository: Listed) => boolean {
  const wanted = new Set(topics.map((topic) => topic.toLowerCase()));
  const matches = names.length === 0 ? () => true : picomatch([...names], { nocase: true });
  return (repository) =>
    repository.branch !== null &&
    (archived || !repository.archived) &&
    (forks || !repository.fork) &&
    (wanted.size === 0 || repository.topics.some((topic) => wanted.has(topic.toLowerCase()))) &&
    matches(repository.name);
}

/** Returns the files of which a repository must hold one; empty when only its files can tell, because a glob may match any of them. */
export function askedPaths(catalog: readonly string[]): string[] {
  const paths = [...new Set(catalog.map(normalizeInside))];
  return paths.length > MAX_ASKED || paths.some((path) => path === '' || isGlob(path)) ? [] : paths;
}

/** Says whether a repository that has been pulled holds a catalog file. */
export function holdsCatalog(files: SourceFiles, catalog: readonly string[]): boolean {
  const matches = picomatch(catalog.map((glob) => glob.replace(/^(?:\.?\/)+/, '')));
  return files.list().some((path) => matches(path));
}
