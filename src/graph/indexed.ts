// The graph with its ways: nodes and edges in; for each node the edges that leave and reach it out, turned so that an edge runs from who needs to what is needed.
import type { Graph, GraphEdge } from './graph.ts';
import { edgeNeeds } from './relations.ts';

/** Which way edges are followed: to what a node needs, to who needs it, or both. */
export type Way = 'forward' | 'backward' | 'both';

/** Says whether an edge may be followed; the number is its place in `edges`. */
export type Follows = (edge: GraphEdge, index: number) => boolean;

/** A graph whose nodes and edges are known by number. */
export interface IndexedGraph extends Graph {
  /** Number of a node by its ref. */
  readonly at: ReadonlyMap<string, number>;
  /** Numbers of the two ends of each edge: it runs from who needs to what is needed, else as it is drawn. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Numbers of the edges that leave and reach each node. */
  readonly leaving: readonly (readonly number[])[];
  readonly reaching: readonly (readonly number[])[];
}

/** Indexes a graph. Edges whose ends are not among the nodes are left out of all ways. */
export function indexGraph<T extends Graph>({ nodes, edges }: T): IndexedGraph & { readonly nodes: T['nodes'] } {
  const at = new Map(nodes.map((node, index) => [node.ref, index]));
  const from = new Int32Array(edges.length).fill(-1);
  const to = new Int32Array(edges.length).fill(-1);
  const leaving: number[][] = nodes.map(() => []);
  const reaching: number[][] = nodes.map(() => []);
  for (const [index, edge] of edges.entries()) {
    const source = at.get(edge.source);
    const target = at.get(edge.target);
    if (source === undefined || target === undefined) continue;
    const turned = edgeNeeds(edge.type) === 'holder';
    from[index] = turned ? target : source;
    to[index] = turned ? source : target;
    leaving[from[index] ?? 0]?.push(index);
    reaching[to[index] ?? 0]?.push(index);
  }
  return { nodes, edges, at, from, to, leaving, reaching };
}

/** One step: the edge that is taken and the node that it leads to. */
export interface Step {
  readonly edge: number;
  readonly node: number;
}

/** Lists the steps that lead away from a node, in the order of edges. */
export function steps(graph: IndexedGraph, node: number, way: Way, follows: Follows): Step[] {
  const found: Step[] = [];
  const add = (list: readonly number[] | undefined, end: Int32Array) => {
    for (const edge of list ?? []) {
      const one = graph.edges[edge];
      if (one !== undefined && follows(one, edge)) found.push({ edge, node: end[edge] ?? -1 });
    }
  };
  if (way !== 'backward') add(graph.leaving[node], graph.to);
  if (way !== 'forward') add(graph.reaching[node], graph.from);
  return found;
}

/** Returns the owner of a node, the first by ref; null without one. */
export function ownerOf(graph: IndexedGraph, node: number): number | null {
  const edge = (graph.leaving[node] ?? []).find((index) => graph.edges[index]?.type === 'ownedBy');
  return edge === undefined ? null : (graph.to[edge] ?? null);
}
