// The ways between two entities: two nodes in, the shortest path or all simple paths out, shortest first and bounded.
import { type Follows, type IndexedGraph, type Step, type Way, steps } from './indexed.ts';
import { walk } from './walk.ts';

/** A path: the node it begins at and its steps. */
export interface Path {
  readonly start: number;
  readonly steps: readonly Step[];
}

export interface PathOptions {
  readonly way: Way;
  readonly follows: Follows;
}

export interface AllPathsOptions extends PathOptions {
  /** Paths that are returned. */
  readonly most: number;
  /** Steps that a path may have. */
  readonly longest: number;
}

export interface AllPaths {
  /** Shortest first, then in the order of edges. */
  readonly paths: readonly Path[];
  /** False when there are more than were asked for. */
  readonly complete: boolean;
}

/** Steps of the search before it gives up: dense graphs have more dead ends than anyone can wait for. */
const MOST_STEPS = 400_000;

/** Finds a shortest path; null when there is none. */
export function shortestPath(graph: IndexedGraph, start: number, end: number, options: PathOptions): Path | null {
  const distance = walk(graph, [end], { ...options, way: turn(options.way), depth: Infinity });
  let left = distance.get(start);
  if (left === undefined) return null;
  const taken: Step[] = [];
  for (let node = start; left > 0;) {
    const next: Step | undefined = steps(graph, node, options.way, options.follows).find(
      (step) => distance.get(step.node) === (left ?? 0) - 1,
    );
    if (next === undefined) return null;
    taken.push(next);
    node = next.node;
    left -= 1;
  }
  return { start, steps: taken };
}

/** Finds all paths that visit no node twice. Two edges between the same nodes make two paths. */
export function allPaths(graph: IndexedGraph, start: number, end: number, options: AllPathsOptions): AllPaths {
  const distance = walk(graph, [end], { ...options, way: turn(options.way), depth: options.longest });
  const nearest = distance.get(start);
  const paths: Path[] = [];
  if (nearest === undefined || start === end) return { paths, complete: true };
  let budget = MOST_STEPS;
  let complete = true;
  const visited = new Set([start]);
  const taken: Step[] = [];
  const search = (node: number, left: number): void => {
    for (const step of steps(graph, node, options.way, options.follows)) {
      if (!complete) return;
      if (visited.has(step.node) || (distance.get(step.node) ?? Infinity) > left - 1) continue;
      if (--budget < 0) complete = false;
      if (step.node === end) {
        // Paths of fewer steps were found by an earlier round.
        if (left !== 1) continue;
        if (paths.length >= options.most) complete = false;
        else paths.push({ start, steps: [...taken, step] });
        continue;
      }
      visited.add(step.node);
      taken.push(step);
      search(step.node, left - 1);
      taken.pop();
      visited.delete(step.node);
    }
  };
  const longest = Math.min(options.longest, distance.size - 1);
  for (let length = nearest; length <= longest && complete; length++) search(start, length);
  return { paths, complete };
}

function turn(way: Way): Way {
  return way === 'both' ? 'both' : way === 'forward' ? 'backward' : 'forward';
}
