// What would break if this goes: a node in; everything that needs it, directly or through others, grouped by who is to be asked, out.
import { needsOnly } from './cycles.ts';
import { type Follows, type IndexedGraph, ownerOf, steps, type Way } from './indexed.ts';

export interface Impact {
  /** The entity and all its parts: what goes with it. */
  readonly gone: readonly number[];
  /** What is met on the way with its distance, nearest first; nothing that is gone itself. */
  readonly affected: readonly { readonly node: number; readonly distance: number }[];
}

/** What one owner is to be told. */
export interface OwnerGroup {
  /** Null for what nobody owns. */
  readonly owner: number | null;
  readonly affected: Impact['affected'];
}

/** What the question asks of each node; it is asked once for each page of an entity, over thousands of nodes each. */
interface Needs {
  /** Nodes that are part of a node, that need it, and that it needs; in the order of edges. */
  readonly parts: readonly (readonly number[])[];
  readonly backward: readonly (readonly number[])[];
  readonly forward: readonly (readonly number[])[];
  readonly owners: readonly (number | null)[];
}

const KNOWN = new WeakMap<IndexedGraph, Needs>();

const partsOnly: Follows = (edge) => edge.type === 'partOf';

function needsOf(graph: IndexedGraph): Needs {
  const known = KNOWN.get(graph) ?? prepare(graph);
  KNOWN.set(graph, known);
  return known;
}

function prepare(graph: IndexedGraph): Needs {
  const next = (way: Way, follows: Follows) => graph.nodes.map((_, node) => steps(graph, node, way, follows).map((step) => step.node));
  return {
    parts: next('backward', partsOnly),
    backward: next('backward', needsOnly),
    forward: next('forward', needsOnly),
    owners: graph.nodes.map((_, node) => ownerOf(graph, node)),
  };
}

/** Finds what breaks with a node (`backward`), or what it needs to stand (`forward`). A whole goes with its parts. */
export function findImpact(graph: IndexedGraph, node: number, way: Exclude<Way, 'both'>): Impact {
  const needs = needsOf(graph);
  const gone = reach(needs.parts, [node]).nodes;
  const { nodes, distances } = reach(needs[way], gone);
  return { gone, affected: nodes.slice(gone.length).map((one) => ({ node: one, distance: distances[one] ?? 0 })) };
}

/** Walks level by level from some nodes. Returns all that are reached in the order in which they are met, the starts first. */
function reach(next: Needs['parts'], starts: readonly number[]): { nodes: number[]; distances: Int32Array } {
  const distances = new Int32Array(next.length).fill(-1);
  const nodes = [...starts];
  for (const node of starts) distances[node] = 0;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] ?? -1;
    for (const one of next[node] ?? []) {
      if (distances[one] !== -1) continue;
      distances[one] = (distances[node] ?? 0) + 1;
      nodes.push(one);
    }
  }
  return { nodes, distances };
}

/** Groups what is affected by owner: who is hit first comes first, then who has more to do; what nobody owns comes last. */
export function groupByOwner(graph: IndexedGraph, affected: Impact['affected']): OwnerGroup[] {
  const { owners } = needsOf(graph);
  return [...Map.groupBy(affected, ({ node }) => owners[node] ?? null)]
    .map(([owner, list]) => ({ owner, affected: list }))
    .sort(
      (a, b) =>
        Number(a.owner === null) - Number(b.owner === null) ||
        (a.affected[0]?.distance ?? 0) - (b.affected[0]?.distance ?? 0) ||
        b.affected.length - a.affected.length ||
        (a.owner ?? 0) - (b.owner ?? 0),
    );
}
