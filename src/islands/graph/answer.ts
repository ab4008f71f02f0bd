// Which part of the graph answers a question: the graph and a question in; nodes, edges and what is to be said of them out.
import type { MappedGraph, MappedNode } from '../../graph/compact.ts';
import { findCycles, needsOnly } from '../../graph/cycles.ts';
import { type FoldedGraph, container, foldGraph } from '../../graph/fold.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import { type Impact, type OwnerGroup, findImpact, groupByOwner } from '../../graph/impact.ts';
import { type Follows, type IndexedGraph, type Way, steps } from '../../graph/indexed.ts';
import { type AllPaths, allPaths, shortestPath } from '../../graph/paths.ts';
import { walk } from '../../graph/walk.ts';
import type { GraphQuestion } from './question.ts';

/** The graph with its places and its ways. */
export type WholeGraph = MappedGraph & IndexedGraph;

/** Paths that are shown, and how much longer than the shortest they may be. */
const PATHS = { most: 50, longer: 3, longest: 14 } as const;
const PEOPLE_KINDS = new Set(['group', 'user']);

export interface Answer {
  /** Nearest first where there is a middle. */
  readonly nodes: readonly MappedNode[];
  readonly edges: readonly GraphEdge[];
  /** Refs that the picture is about. */
  readonly roots: ReadonlySet<string>;
  /** How far away nodes are, by ref. */
  readonly distances: ReadonlyMap<string, number>;
  /** Neighbours of each node that are not shown, by ref; what is not in it has none. */
  readonly more: ReadonlyMap<string, number>;
  /** By node numbers of the whole graph. */
  readonly impact: (Impact & { readonly groups: readonly OwnerGroup[] }) | null;
  readonly paths: (AllPaths & { readonly way: Way }) | null;
  readonly cycles: ReturnType<typeof findCycles> | null;
  readonly folded: FoldedGraph | null;
}

type Part = Omit<Answer, 'nodes' | 'edges' | 'roots' | 'distances' | 'more' | 'folded'> & {
  readonly numbers: readonly number[];
  /** Numbers of edges; those between the numbers that may be followed when left out. */
  readonly lines?: ReadonlySet<number>;
  readonly distances: ReadonlyMap<number, number>;
};

const NONE = { impact: null, paths: null, cycles: null } as const;

/** Answers a question. */
export function answer(graph: WholeGraph, question: GraphQuestion): Answer {
  const roots = question.roots.flatMap((ref) => graph.at.get(ref) ?? []);
  const follows = followed(graph, question, roots);
  const part = SHOWN[question.show](graph, question, roots, follows);
  const inside = new Set(part.numbers);
  const lines = part.lines ?? linesBetween(graph, inside, follows);
  const nodes = part.numbers.flatMap((number) => graph.nodes[number] ?? []);
  const edges = [...lines].sort((a, b) => a - b).flatMap((number) => graph.edges[number] ?? []);
  const refOf = (number: number) => graph.nodes[number]?.ref ?? '';
  const base = {
    impact: part.impact,
    paths: part.paths,
    cycles: part.cycles,
    distances: new Map([...part.distances].map(([number, distance]) => [refOf(number), distance])),
  };
  if (question.fold === null) {
    const more = question.show === 'around' ? countMore(graph, inside, follows) : new Map<string, number>();
    return { ...base, nodes, edges, roots: new Set(roots.map(refOf)), more, folded: null };
  }
  const { fold } = question;
  const folded = foldGraph(graph, { nodes, edges }, fold);
  const holders = roots.flatMap((root) => container(graph, root, fold) ?? []);
  return {
    ...base,
    nodes: folded.nodes.flatMap((node) => graph.nodes[graph.at.get(node.ref) ?? -1] ?? []),
    edges: folded.edges,
    roots: new Set(holders.map(refOf)),
    distances: new Map(),
    more: new Map(),
    folded,
  };
}

/** Which edges may be followed, by relation and kind. The roots themselves are of every kind. */
function followed(
  graph: IndexedGraph,
  { relations, kinds }: Pick<GraphQuestion, 'relations' | 'kinds'>,
  roots: readonly number[],
): Follows {
  const aboutPeople = roots.some((root) => PEOPLE_KINDS.has(graph.nodes[root]?.kind.toLowerCase() ?? ''));
  const chosen = new Set(relations);
  const byType = (type: string) => (chosen.size > 0 ? chosen.has('*') || chosen.has(type) : aboutPeople || type !== 'ownedBy');
  const allowed = kindFilter(graph, kinds, roots);
  return (edge, index) => byType(edge.type) && allowed(graph.from[index] ?? -1) && allowed(graph.to[index] ?? -1);
}

function kindFilter(graph: IndexedGraph, kinds: readonly string[], roots: readonly number[]): (node: number) => boolean {
  const chosen = new Set(kinds);
  return (node) => chosen.size === 0 || roots.includes(node) || chosen.has(graph.nodes[node]?.kind.toLowerCase() ?? '');
}

type Shown = (graph: WholeGraph, question: GraphQuestion, roots: readonly number[], follows: Follows) => Part;

/** How each thing that can be shown is found. */
const SHOWN: Readonly<Record<GraphQuestion['show'], Shown>> = {
  map: (graph, { kinds }, roots) => ({
    ...NONE,
    numbers: [...graph.nodes.keys()].filter(kindFilter(graph, kinds, roots)),
    distances: new Map(),
  }),
  around: (graph, { depth, way, expanded, simple }, roots, follows) => {
    const near = walk(graph, roots, { way, follows, depth: depth === 0 ? Infinity : depth });
    const distances = new Map(near);
    for (const ref of expanded) {
      const node = graph.at.get(ref);
      if (node === undefined || !distances.has(node)) continue;
      for (const step of steps(graph, node, 'both', follows)) {
        if (!distances.has(step.node)) distances.set(step.node, (distances.get(node) ?? 0) + 1);
      }
    }
    const inside = new Set(distances.keys());
    const outwards = (edge: number) => distances.get(graph.from[edge] ?? -1) !== distances.get(graph.to[edge] ?? -1);
    const lines = linesBetween(graph, inside, follows);
    return { ...NONE, numbers: [...inside], distances, lines: simple ? new Set([...lines].filter(outwards)) : lines };
  },
  impact: (graph, _, roots) => reach(graph, roots[0] ?? -1, 'backward'),
  needs: (graph, _, roots) => reach(graph, roots[0] ?? -1, 'forward'),
  paths: (graph, { to, relations, kinds }, roots) => {
    const start = roots[0] ?? -1;
    const end = to === null ? undefined : graph.at.get(to);
    if (end === undefined) return { ...NONE, numbers: [start], lines: new Set(), distances: new Map() };
    const follows = followed(graph, { relations, kinds }, [start, end]);
    // First along the needs, then against them, then any way.
    const way = (['forward', 'backward', 'both'] as const).find((one) => shortestPath(graph, start, end, { way: one, follows }) !== null);
    if (way === undefined) return { ...NONE, numbers: [start, end], lines: new Set(), distances: new Map() };
    const shortest = shortestPath(graph, start, end, { way, follows })?.steps.length ?? 0;
    const longest = Math.max(shortest, Math.min(shortest + PATHS.longer, PATHS.longest));
    const paths = allPaths(graph, start, end, { way, follows, most: PATHS.most, longest });
    return {
      ...NONE,
      paths: { ...paths, way },
      numbers: [...new Set([start, ...paths.paths.flatMap((path) => path.steps.map((step) => step.node)), end])],
      lines: new Set(paths.paths.flatMap((path) => path.steps.map((step) => step.edge))),
      distances: new Map(),
    };
  },
  cycles: (graph, _, roots) => {
    const cycles = findCycles(graph).filter(({ members }) => roots.length === 0 || members.some((member) => roots.includes(member)));
    const cycleOf = new Map(cycles.flatMap(({ members }, index) => members.map((member) => [member, index] as const)));
    const numbers = [...cycleOf.keys()];
    const same: Follows = (edge, index) =>
      needsOnly(edge, index) && cycleOf.get(graph.from[index] ?? -1) === cycleOf.get(graph.to[index] ?? -1);
    return { ...NONE, cycles, numbers, lines: linesBetween(graph, new Set(numbers), same), distances: new Map() };
  },
};

function reach(graph: WholeGraph, root: number, way: 'forward' | 'backward'): Part {
  const { gone, affected } = findImpact(graph, root, way);
  const distances = new Map([
    ...gone.map((node) => [node, 0] as const),
    ...affected.map(({ node, distance }) => [node, distance] as const),
  ]);
  const numbers = [...distances.keys()];
  const lost = new Set(gone);
  const part: Follows = (edge, index) =>
    needsOnly(edge, index) || (edge.type === 'partOf' && lost.has(graph.from[index] ?? -1) && lost.has(graph.to[index] ?? -1));
  return {
    ...NONE,
    impact: { gone, affected, groups: groupByOwner(graph, affected) },
    numbers,
    lines: linesBetween(graph, new Set(numbers), part),
    distances,
  };
}

function linesBetween(graph: IndexedGraph, inside: ReadonlySet<number>, follows: Follows): Set<number> {
  const lines = new Set<number>();
  for (const node of inside) {
    for (const step of steps(graph, node, 'forward', follows)) if (inside.has(step.node)) lines.add(step.edge);
  }
  return lines;
}

function countMore(graph: IndexedGraph, inside: ReadonlySet<number>, follows: Follows): Map<string, number> {
  const more = new Map<string, number>();
  for (const node of inside) {
    const outside = new Set(steps(graph, node, 'both', follows).flatMap((step) => (inside.has(step.node) ? [] : step.node)));
    if (outside.size > 0) more.set(graph.nodes[node]?.ref ?? '', outside.size);
  }
  return more;
}
