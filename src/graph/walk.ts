// Who stands how far away: nodes to start from in, every node that can be reached with its distance out, nearest first.
import type { Follows, IndexedGraph, Way } from './indexed.ts';

export interface WalkOptions {
  readonly way: Way;
  readonly follows: Follows;
  /** Steps that are walked; `Infinity` for all. */
  readonly depth: number;
}

/** Walks level by level. Returns distances in the order in which nodes are met; the starts have 0. */
export function walk(graph: IndexedGraph, starts: Iterable<number>, { way, follows, depth }: WalkOptions): Map<number, number> {
  const found = new Map([...starts].map((node) => [node, 0]));
  // Thousands of edges may be met: so nothing is made on the way.
  const visit = (list: readonly number[] | undefined, end: Int32Array, distance: number) => {
    for (const index of list ?? []) {
      const edge = graph.edges[index];
      const next = end[index] ?? -1;
      if (edge !== undefined && !found.has(next) && follows(edge, index)) found.set(next, distance);
    }
  };
  // A map that grows while it is walked is the queue.
  for (const [node, distance] of found) {
    if (distance >= depth) break;
    if (way !== 'backward') visit(graph.leaving[node], graph.to, distance + 1);
    if (way !== 'forward') visit(graph.reaching[node], graph.from, distance + 1);
  }
  return found;
}
