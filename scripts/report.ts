// Prints problems for a person at a terminal: all errors, and the first of the rest with a count of what was left out.
import { isAbsolute, relative } from 'node:path';
import { FORMATS, type Locate, countProblems } from '../src/lib/problem-formats.ts';
import type { Problem } from '../src/lib/problem.ts';
import { type Snapshot, radarsIn } from '../src/lib/snapshot.ts';

const MOST = 20;

/** Makes the function that says where a problem's file lies on disk, as seen from the current folder; pulled copies keep their source's name. */
export function locateOnDisk(snapshot: Snapshot | null): Locate {
  const sources = [...(snapshot?.sources ?? []), ...(snapshot ? radarsIn(snapshot).map(({ source }) => source) : [])];
  const roots = new Map(sources.filter((source) => source.origin.type === 'path').map((source) => [source.id, source.root]));
  return ({ place }) => {
    if (place === undefined) return null;
    if (place.source === 'portal') return place.path;
    const root = roots.get(place.source);
    if (root === undefined) return `${place.source}/${place.path}`;
    const path = relative(process.cwd(), `${root}/${place.path}`);
    return path.startsWith('..') || isAbsolute(path) ? `${root}/${place.path}` : path;
  };
}

/** Prints problems to stderr, errors first; the whole list is on the problems page and in `validate`. */
export function printProblems(problems: readonly Problem[], snapshot: Snapshot | null): void {
  if (problems.length === 0) return;
  const rank = { error: 0, warning: 1, info: 2 };
  const shown = problems.toSorted((a, b) => rank[a.severity] - rank[b.severity]).slice(0, MOST);
  console.error(`\n${FORMATS['pretty']?.(shown, locateOnDisk(snapshot))}\n`);
  if (shown.length < problems.length) console.error(`… and ${problems.length - shown.length} more: see /problems/ or run validate.`);
  console.error(countProblems(problems));
}

/** Says that the configuration could not be used; returns the exit code for it. */
export function printBadConfig(problems: readonly Problem[], file: string): 2 {
  console.error(FORMATS['pretty']?.(problems, locateOnDisk(null)));
  console.error(`\n${file} could not be used: ${countProblems(problems)}.`);
  return 2;
}

/** Says whether a problem is at error level. */
export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
