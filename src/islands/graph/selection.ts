// Which part of the graph is shown: nodes and edges and a question in, the nodes and edges that answer it out.
import { landscape } from './landscape.ts';
import type { GraphData, GraphEdge, GraphNode } from './types.ts';

/** What the reader asks to see. The address holds it. */
export interface GraphQuestion {
  /** Ref of the entity in the middle; null for everything. */
  readonly root: string | null;
  /** Steps away from the root; 0 stands for no limit. */
  readonly depth: number;
  /** Lower-case kinds to show; empty for all. */
  readonly kinds: readonly string[];
  /** Relation types to follow; empty for all but ownership and membership. */
  readonly relations: readonly string[];
}

/** More boxes than this cannot be read, and laying them out takes too long. */
export const MOST_NODES = 250;

const PEOPLE = new Set(['ownedBy', 'memberOf', 'childOf']);
const PEOPLE_KINDS = new Set(['group', 'user']);

export interface Selection extends GraphData {
  /** Nodes that found no room. */
  readonly hidden: number;
}

/** Selects what a question asks for: without root, kind and relation the landscape of systems. With a root, nodes come nearest first, so that a cut takes the farthest. */
export function select(data: GraphData, question: GraphQuestion): Selection {
  const far = question.root === null && question.kinds.length === 0 && question.relations.length === 0 ? landscape(data) : null;
  if (far !== null) return cut(far.edges, connected(new Map(far.nodes.map((node) => [node.ref, node])), far.edges));
  const root = data.nodes.find((node) => node.ref === question.root);
  const aboutPeople = root !== undefined && PEOPLE_KINDS.has(root.kind.toLowerCase());
  const follows = (edge: GraphEdge) =>
    question.relations.length > 0 ? question.relations.includes(edge.type) : aboutPeople || !PEOPLE.has(edge.type);
  const allowed = (node: GraphNode) => node === root || question.kinds.length === 0 || question.kinds.includes(node.kind.toLowerCase());
  const nodes = new Map(data.nodes.filter(allowed).map((node) => [node.ref, node]));
  const edges = data.edges.filter((edge) => follows(edge) && nodes.has(edge.source) && nodes.has(edge.target));
  const found = root === undefined ? connected(nodes, edges) : near(root, nodes, edges, question.depth);
  return cut(edges, found);
}

/** Keeps as many nodes as can be read, and the edges between them. */
function cut(edges: readonly GraphEdge[], found: readonly GraphNode[]): Selection {
  const shown = new Map(found.slice(0, MOST_NODES).map((node) => [node.ref, node]));
  return {
    nodes: [...shown.values()],
    edges: edges.filter((edge) => shown.has(edge.source) && shown.has(edge.target)),
    hidden: Math.max(0, found.length - shown.size),
  };
}

/** All nodes with at least one edge, those with most edges first. */
function connected(nodes: ReadonlyMap<string, GraphNode>, edges: readonly GraphEdge[]): GraphNode[] {
  const degree = new Map<string, number>();
  for (const { source, target } of edges) {
    degree.set(source, (degree.get(source) ?? 0) + 1);
    degree.set(target, (degree.get(target) ?? 0) + 1);
  }
  return [...nodes.values()]
    .filter((node) => degree.has(node.ref))
    .sort((a, b) => (degree.get(b.ref) ?? 0) - (degree.get(a.ref) ?? 0) || (a.ref < b.ref ? -1 : 1));
}

/** Nodes around a root, level by level. */
function near(root: GraphNode, nodes: ReadonlyMap<string, GraphNode>, edges: readonly GraphEdge[], depth: number): GraphNode[] {
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of edges) {
    (neighbours.get(source) ?? neighbours.set(source, []).get(source))?.push(target);
    (neighbours.get(target) ?? neighbours.set(target, []).get(target))?.push(source);
  }
  const seen = new Set([root.ref]);
  let level = [root.ref];
  const found = [root];
  for (let step = 0; level.length > 0 && (depth === 0 || step < depth); step++) {
    const next: string[] = [];
    for (const ref of level.flatMap((one) => neighbours.get(one) ?? [])) {
      const node = nodes.get(ref);
      if (node === undefined || seen.has(ref)) continue;
      seen.add(ref);
      next.push(ref);
      found.push(node);
    }
    level = next;
  }
  return found;
}

/** Reads a question from an address; the fallback stands in for what the address does not say. */
export function readQuestion(params: URLSearchParams, fallback: GraphQuestion): GraphQuestion {
  const depth = Number(params.get('depth') ?? fallback.depth);
  return {
    root: params.get('root') ?? fallback.root,
    depth: Number.isInteger(depth) && depth >= 0 && depth <= 9 ? depth : fallback.depth,
    kinds: params.has('kind') ? params.getAll('kind') : fallback.kinds,
    relations: params.has('relation') ? params.getAll('relation') : fallback.relations,
  };
}

/** Writes a question as the query of an address, without what the fallback says anyway. */
export function writeQuestion(question: GraphQuestion, fallback: GraphQuestion): string {
  const params = new URLSearchParams();
  if (question.root !== null && question.root !== fallback.root) params.set('root', question.root);
  if (question.depth !== fallback.depth) params.set('depth', String(question.depth));
  for (const kind of question.kinds) params.append('kind', kind);
  for (const relation of question.relations) params.append('relation', relation);
  return params.toString();
}
