// Who needs each other in a circle: a graph in, its rings of mutual need out.
import { type Follows, type IndexedGraph, steps } from './indexed.ts';
import { edgeNeeds } from './relations.ts';
import { shortestPath } from './paths.ts';

/** Nodes that can all reach each other. */
export interface Cycle {
  /** In the order of nodes. */
  readonly members: readonly number[];
  /** A shortest circle through the first member: each needs the next, the last the first. */
  readonly ring: readonly number[];
}

/** Follows needs only, the relations in which a circle is worth telling. */
export const needsOnly: Follows = (edge) => edgeNeeds(edge.type) !== null;

/** Finds all cycles, those with most members first. A node that needs itself is one. */
export function findCycles(graph: IndexedGraph, follows: Follows = needsOnly): Cycle[] {
  return components(graph, follows)
    .map((members) => members.toSorted((a, b) => a - b))
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((members) => ({ members, ring: ringOf(graph, members, follows) }));
}

/** A shortest way from the first member back to itself. */
function ringOf(graph: IndexedGraph, members: readonly number[], follows: Follows): number[] {
  const [first = -1] = members;
  const inside = new Set(members);
  const options = {
    way: 'forward',
    follows: ((edge, index) => follows(edge, index) && inside.has(graph.to[index] ?? -1)) satisfies Follows,
  } as const;
  let best: number[] | undefined;
  for (const { node } of steps(graph, first, 'forward', options.follows)) {
    const back = shortestPath(graph, node, first, options);
    if (back !== null && (best === undefined || back.steps.length < best.length)) {
      best = node === first ? [first] : [first, node, ...back.steps.slice(0, -1).map((step) => step.node)];
    }
  }
  return best ?? [first];
}

/** Strongly connected components by Tarjan, without recursion: an organisation may be deeper than a stack. */
function components(graph: IndexedGraph, follows: Follows): number[][] {
  const size = graph.nodes.length;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const found: number[][] = [];
  let clock = 0;
  const enter = (node: number) => {
    order[node] = low[node] = clock++;
    stack.push(node);
    onStack[node] = 1;
    return { node, next: steps(graph, node, 'forward', follows), at: 0 };
  };
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const frames = [enter(root)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const { node } = frame;
      const step = frame.next[frame.at++];
      if (step !== undefined) {
        if (order[step.node] === -1) frames.push(enter(step.node));
        else if (onStack[step.node] === 1) low[node] = Math.min(low[node] ?? 0, order[step.node] ?? 0);
        continue;
      }
      frames.pop();
      const above = frames.at(-1);
      if (above !== undefined) low[above.node] = Math.min(low[above.node] ?? 0, low[node] ?? 0);
      if (low[node] === order[node]) {
        const members = stack.splice(stack.lastIndexOf(node));
        for (const member of members) onStack[member] = 0;
        if (members.length > 1 || steps(graph, node, 'forward', follows).some((one) => one.node === node)) found.push(members);
      }
    }
  }
  return found;
}
