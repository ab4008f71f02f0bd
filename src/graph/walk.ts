// Who stands how far away: nodes to start from in, every node that can be reached with its distance out, nearest first.
import { type Follows, type IndexedGraph, type Way, steps } from './indexed.ts';

export interface WalkOptions {
  readonly way: Way;
  readonly follows: Follows;
  /** Steps that are walked; `Infinity` for all. */
  readonly depth: number;
}

/** Walks level by level. Returns distances in the order in which nodes are met; the starts have 0. */
export function walk(graph: IndexedGraph, starts: Iterable<number>, { way, follows, depth }: WalkOptions): Map<number, number> {
  const found = new Map([...starts].map((node) => [node, 0]));
  // A map that grows while it is walked is the queue.
  for (const [node, distance] of found) {
    if (distance >= depth) break;
    for (const step of steps(graph, node, way, follows)) if (!found.has(step.node)) found.set(step.node, distance + 1);
  }
  return found;
}
