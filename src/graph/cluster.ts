// The inside of one system on the map: its members in, a place for each out. Layers by dagre where lines run between few, else rows.
import { Graph, layout } from '@dagrejs/dagre';
import { CARD } from './card.ts';
import type { IndexedGraph } from './indexed.ts';

export interface PlacedCluster {
  readonly width: number;
  readonly height: number;
  /** In the order of the members. */
  readonly corners: readonly (readonly [x: number, y: number])[];
}

const GAP = { x: 24, y: 16, layer: 48 } as const;
/** What dagre does in a few milliseconds, and what can still be followed by eye. */
const MOST_LAYERED = { nodes: 40, edges: 80 } as const;

/** Places the members of a cluster; `whole` is the node that all of them are part of. */
export function placeCluster(graph: IndexedGraph, members: readonly number[], whole: number | null): PlacedCluster {
  const inside = new Set(members);
  const pairs = new Map<string, readonly [number, number]>();
  for (const member of members) {
    for (const edge of graph.leaving[member] ?? []) {
      const to = graph.to[edge] ?? -1;
      if (to !== member && to !== whole && inside.has(to)) pairs.set(`${member} ${to}`, [member, to]);
    }
  }
  const tied = new Set([...pairs.values()].flat());
  const layered = pairs.size > 0 && tied.size <= MOST_LAYERED.nodes && pairs.size <= MOST_LAYERED.edges;
  const first = layered
    ? placeLayers(
        members.filter((one) => tied.has(one)),
        [...pairs.values()],
      )
    : null;
  // The whole comes first of those in rows, its loose parts after it.
  const loose = members.filter((one) => !layered || !tied.has(one)).toSorted((a, b) => Number(b === whole) - Number(a === whole));
  const rows = placeRows(loose, first?.width ?? 0);
  const below = first === null || loose.length === 0 ? 0 : rows.height + GAP.y * 2;
  const places = new Map([...rows.places, ...(first?.places ?? [])]);
  const corners = members.map((one) => {
    const [x, y] = places.get(one) ?? [0, 0];
    return [x, first?.places.has(one) === true ? y + below : y] as const;
  });
  return { corners, width: Math.max(first?.width ?? 0, rows.width), height: first === null ? rows.height : first.height + below };
}

interface Places {
  readonly places: ReadonlyMap<number, readonly [x: number, y: number]>;
  readonly width: number;
  readonly height: number;
}

function placeLayers(members: readonly number[], pairs: readonly (readonly [number, number])[]): Places {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: GAP.y, ranksep: GAP.layer });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const member of members) graph.setNode(String(member), { ...CARD });
  for (const [from, to] of pairs) graph.setEdge(String(from), String(to));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const places = members.map((member) => {
    const { x, y } = graph.node(String(member)) as { x: number; y: number };
    return [member, [x - CARD.width / 2, y - CARD.height / 2]] as const;
  });
  return { places: new Map(places), width, height };
}

/** Rows of about the width that is there already, or of a square. */
function placeRows(members: readonly number[], width: number): Places {
  const cell = { width: CARD.width + GAP.x, height: CARD.height + GAP.y };
  const square = Math.ceil(Math.sqrt((members.length * cell.height * 1.4) / cell.width));
  const columns = Math.max(1, Math.min(members.length, Math.max(square, Math.floor((width + GAP.x) / cell.width))));
  const rows = Math.ceil(members.length / columns);
  return {
    places: new Map(members.map((one, index) => [one, [(index % columns) * cell.width, Math.floor(index / columns) * cell.height]])),
    width: members.length === 0 ? 0 : columns * cell.width - GAP.x,
    height: members.length === 0 ? 0 : rows * cell.height - GAP.y,
  };
}
