// The organisation from farther away: a graph and what to fold by in; one node for each system, domain or owner, and all that runs between them, out.
import { compareText } from '../lib/problem.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';
import { type IndexedGraph, ownerOf } from './indexed.ts';

/** What entities can be folded into. */
export const FOLDS = ['system', 'domain', 'owner'] as const;
export type Fold = (typeof FOLDS)[number];

/** Wholes of wholes are followed this far up. */
const MOST_LEVELS = 12;
const PEOPLE = new Set(['group', 'user']);

export interface FoldedGraph extends Graph {
  /** Entities that each node stands for, itself among them when it is one of them. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many edges of the graph run between two nodes, by `source target`. */
  readonly strengths: ReadonlyMap<string, number>;
  /** Entities that belong to nothing that is shown. */
  readonly left: number;
}

/** Folds a part of a graph; `whole` knows what belongs to what beyond that part. */
export function foldGraph(whole: IndexedGraph, part: Graph, fold: Fold): FoldedGraph {
  const into = new Map<string, GraphNode>();
  const counts = new Map<string, number>();
  let left = 0;
  for (const { ref } of part.nodes) {
    const start = whole.at.get(ref);
    const number = start === undefined ? null : container(whole, start, fold);
    const node = number === null ? undefined : whole.nodes[number];
    if (node === undefined) left += 1;
    else {
      into.set(ref, node);
      counts.set(node.ref, (counts.get(node.ref) ?? 0) + 1);
    }
  }
  const edges = new Map<string, GraphEdge>();
  const strengths = new Map<string, number>();
  for (const { source, target, type } of part.edges) {
    const a = into.get(source)?.ref;
    const b = into.get(target)?.ref;
    if (a === undefined || b === undefined || a === b) continue;
    edges.set(`${a} ${b} ${type}`, { source: a, target: b, type });
    strengths.set(`${a} ${b}`, (strengths.get(`${a} ${b}`) ?? 0) + 1);
  }
  return {
    nodes: [...new Map([...into.values()].map((node) => [node.ref, node])).values()].sort((a, b) => compareText(a.ref, b.ref)),
    edges: [...edges.values()].sort(
      (a, b) => compareText(a.source, b.source) || compareText(a.target, b.target) || compareText(a.type, b.type),
    ),
    counts,
    strengths,
    left,
  };
}

/** Finds what a node is folded into; null when it belongs to nothing of the sort. */
export function container(graph: IndexedGraph, node: number, fold: Fold): number | null {
  if (fold === 'owner') return PEOPLE.has(kindAt(graph, node)) ? teamOf(graph, node) : ownerOf(graph, node);
  return climb(graph, node, fold) ?? climbProvider(graph, node, fold);
}

/** A person stands in their team; a team, and a person without one, for themselves. */
function teamOf(graph: IndexedGraph, node: number): number {
  const edge = (graph.leaving[node] ?? []).find((index) => graph.edges[index]?.type === 'memberOf');
  return edge === undefined ? node : (graph.to[edge] ?? node);
}

/** Follows `partOf` up to the first node of a kind; a domain stands for itself when systems are asked for, and the outermost one for its parts. */
function climb(graph: IndexedGraph, node: number, fold: 'system' | 'domain'): number | null {
  const seen = new Set<number>();
  let current: number | undefined = node;
  let best: number | null = null;
  for (let level = 0; current !== undefined && !seen.has(current) && level < MOST_LEVELS; level++) {
    seen.add(current);
    const kind = kindAt(graph, current);
    if (kind === fold) {
      if (fold === 'system') return current;
      best = current;
    }
    if (fold === 'system' && kind === 'domain') return level === 0 ? current : null;
    current = parentOf(graph, current, seen);
  }
  return best;
}

/** An API that names no system is where its provider is. */
function climbProvider(graph: IndexedGraph, node: number, fold: 'system' | 'domain'): number | null {
  const edge = (graph.leaving[node] ?? []).find((index) => graph.edges[index]?.type === 'providesApi');
  return edge === undefined ? null : climb(graph, graph.to[edge] ?? -1, fold);
}

function parentOf(graph: IndexedGraph, node: number, seen: ReadonlySet<number>): number | undefined {
  for (const index of graph.leaving[node] ?? []) {
    const to = graph.to[index];
    if (graph.edges[index]?.type === 'partOf' && to !== undefined && !seen.has(to)) return to;
  }
  return undefined;
}

function kindAt(graph: IndexedGraph, node: number): string {
  return graph.nodes[node]?.kind.toLowerCase() ?? '';
}
