// What would break if this goes: a node in; everything that needs it, directly or through others, grouped by who is to be asked, out.
import { needsOnly } from './cycles.ts';
import { type Follows, type IndexedGraph, ownerOf, type Way } from './indexed.ts';
import { walk } from './walk.ts';

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

const partsOnly: Follows = (edge) => edge.type === 'partOf';

/** Finds what breaks with a node (`backward`), or what it needs to stand (`forward`). A whole goes with its parts. */
export function findImpact(graph: IndexedGraph, node: number, way: Exclude<Way, 'both'>): Impact {
  const gone = walk(graph, [node], { way: 'backward', follows: partsOnly, depth: Infinity });
  const reached = walk(graph, gone.keys(), { way, follows: needsOnly, depth: Infinity });
  return {
    gone: [...gone.keys()],
    affected: [...reached].flatMap(([one, distance]) => (distance === 0 ? [] : [{ node: one, distance }])),
  };
}

/** Groups what is affected by owner: who is hit first comes first, then who has more to do; what nobody owns comes last. */
export function groupByOwner(graph: IndexedGraph, affected: Impact['affected']): OwnerGroup[] {
  return [...Map.groupBy(affected, ({ node }) => ownerOf(graph, node))]
    .map(([owner, list]) => ({ owner, affected: list }))
    .sort(
      (a, b) =>
        Number(a.owner === null) - Number(b.owner === null) ||
        (a.affected[0]?.distance ?? 0) - (b.affected[0]?.distance ?? 0) ||
        b.affected.length - a.affected.length ||
        (a.owner ?? 0) - (b.owner ?? 0),
    );
}
