// What would break without an entity, as far as a page tells of it: a graph and a ref in; counts, the nearest by who is to be asked, and a circle out.
import { type Cycle, findCycles } from '../graph/cycles.ts';
import { findImpact, groupByOwner } from '../graph/impact.ts';
import type { IndexedGraph } from '../graph/indexed.ts';
import { lazy } from '../lib/lazy.ts';

/** What one owner is to be told. */
export interface ImpactGroup {
  /** Ref; null for what nobody owns. */
  readonly owner: string | null;
  readonly count: number;
  /** The nearest, as far as there is room. */
  readonly rows: readonly { readonly ref: string; readonly kind: string; readonly distance: number }[];
}

export interface ImpactFacts {
  readonly total: number;
  /** Of them, those that are one step away. */
  readonly direct: number;
  /** Those that are shown. */
  readonly groups: readonly ImpactGroup[];
  /** A circle of needs that the entity is part of, beginning and ending with it, as refs; empty without one, and for a long one. */
  readonly circle: readonly string[];
  /** Entities that need each other like this, the entity among them. */
  readonly circleSize: number;
}

const MOST = { rows: 60, perOwner: 12, circle: 12 } as const;

/** Makes the question for one graph. Refs that are not in it break nothing. */
export function createImpact(graph: IndexedGraph): (ref: string) => ImpactFacts {
  const cycleOf = lazy(() => new Map(findCycles(graph).flatMap((cycle) => cycle.members.map((member) => [member, cycle] as const))));
  const refAt = (node: number) => graph.nodes[node]?.ref ?? '';
  return (ref) => {
    const node = graph.at.get(ref) ?? -1;
    const { affected } = node < 0 ? { affected: [] } : findImpact(graph, node, 'backward');
    let room: number = MOST.rows;
    const groups = groupByOwner(graph, affected).flatMap(({ owner, affected: list }): ImpactGroup[] => {
      const shown = list.slice(0, Math.min(MOST.perOwner, room));
      room -= shown.length;
      if (shown.length === 0) return [];
      const rows = shown.map((one) => ({
        ref: refAt(one.node),
        kind: graph.nodes[one.node]?.kind.toLowerCase() ?? '',
        distance: one.distance,
      }));
      return [{ owner: owner === null ? null : refAt(owner), count: list.length, rows }];
    });
    const cycle = cycleOf().get(node);
    return {
      total: affected.length,
      direct: affected.filter(({ distance }) => distance === 1).length,
      groups,
      circle: cycle === undefined ? [] : circleFrom(cycle, node).map(refAt),
      circleSize: cycle?.members.length ?? 0,
    };
  };
}

/** Turns a ring so that it begins and ends with a node; one that does not pass through it is told as it is. */
function circleFrom({ ring }: Cycle, node: number): number[] {
  const start = Math.max(0, ring.indexOf(node));
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  return turned.length > MOST.circle ? [] : [...turned, ...turned.slice(0, 1)];
}
