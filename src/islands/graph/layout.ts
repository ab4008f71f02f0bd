// Where boxes and lines stand: selected nodes and edges in, positions and curves out. Layers by dagre, curves by D3.
import { Graph, layout } from '@dagrejs/dagre';
import { curveBasis, line } from 'd3';
import type { Selection } from './selection.ts';
import type { GraphNode } from './types.ts';

export const BOX = { width: 168, height: 40 } as const;

export interface PlacedNode extends GraphNode {
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly source: string;
  readonly target: string;
  /** All relations between the two in this direction. */
  readonly types: readonly string[];
  readonly path: string;
  /** Middle of the line, where its words stand. */
  readonly label: readonly [x: number, y: number];
}

export interface Placed {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

const curve = line<{ x: number; y: number }>(
  (point) => point.x,
  (point) => point.y,
).curve(curveBasis);

/** Places a selection in layers from left to right; `TB` from top to bottom for narrow screens. */
export function place(selection: Selection, direction: 'LR' | 'TB'): Placed {
  const graph = new Graph();
  graph.setGraph({ rankdir: direction, nodesep: 16, ranksep: direction === 'LR' ? 72 : 48, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of selection.nodes) graph.setNode(node.ref, { width: BOX.width, height: BOX.height });
  const pairs = Map.groupBy(selection.edges, (edge) => `${edge.source} ${edge.target}`);
  for (const [first] of pairs.values()) if (first !== undefined) graph.setEdge(first.source, first.target);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    nodes: selection.nodes.map((node) => {
      const { x, y } = graph.node(node.ref) as { x: number; y: number };
      return { ...node, x: x - BOX.width / 2, y: y - BOX.height / 2 };
    }),
    edges: [...pairs.values()].flatMap((edges) => {
      const [first] = edges;
      if (first === undefined) return [];
      const { points } = graph.edge(first.source, first.target) as { points: { x: number; y: number }[] };
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
      return {
        source: first.source,
        target: first.target,
        types: edges.map((edge) => edge.type),
        path: curve(points) ?? '',
        label: [middle.x, middle.y] as const,
      };
    }),
    width,
    height,
  };
}
