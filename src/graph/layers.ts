// Where boxes and lines of a small graph stand: nodes and edges in, positions and curves out. Layers by dagre, curves by D3.
import { Graph as Layered, layout } from '@dagrejs/dagre';
import { type CurveFactory, curveBasis, curveStepBefore, line } from 'd3';
import { CARD } from './card.ts';
import type { GraphEdge, GraphNode } from './graph.ts';
import { edgeNeeds } from './relations.ts';

/** Where the first layer stands, and which way the next ones go. */
export const DIRECTIONS = ['LR', 'RL', 'TB', 'BT'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How lines run. */
export const CURVES = ['smooth', 'step'] as const;
export type Curve = (typeof CURVES)[number];

const FACTORIES: Readonly<Record<Curve, CurveFactory>> = { smooth: curveBasis, step: curveStepBefore };

export interface PlaceOptions {
  readonly direction: Direction;
  readonly curve: Curve;
  /** One line for all relations between two nodes in one direction, instead of a line for each. */
  readonly merge: boolean;
  /** Begins in the upper left corner and draws lines close together, for pictures that are larger than their frame; else layers stand in the middle. */
  readonly corner?: boolean;
}

/** What dagre is told for that; its own distance of lines is 20. */
const FROM_CORNER = { align: 'UL', edgesep: 4 } as const;

export type PlacedNode<T extends GraphNode = GraphNode> = T & {
  /** Upper left corner. */
  readonly x: number;
  readonly y: number;
};

export interface PlacedEdge {
  readonly source: string;
  readonly target: string;
  /** All relations that the line stands for. */
  readonly types: readonly string[];
  /** SVG path data. */
  readonly path: string;
  /** Middle of the line, where its words stand. */
  readonly label: readonly [x: number, y: number];
}

export interface Placed<T extends GraphNode = GraphNode> {
  readonly nodes: readonly PlacedNode<T>[];
  readonly edges: readonly PlacedEdge[];
  readonly width: number;
  readonly height: number;
}

/** Places a graph in layers, so that lines run one way as far as they can. */
export function placeLayers<T extends GraphNode>(
  { nodes, edges }: { readonly nodes: readonly T[]; readonly edges: readonly GraphEdge[] },
  { direction, curve, merge, corner = false }: PlaceOptions,
): Placed<T> {
  const graph = new Layered({ multigraph: true });
  const sideways = direction === 'LR' || direction === 'RL';
  graph.setGraph({
    rankdir: direction,
    nodesep: 16,
    ranksep: sideways ? 72 : 48,
    marginx: 16,
    marginy: 16,
    ...(corner && FROM_CORNER),
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.ref, { ...CARD });
  const lines = Map.groupBy(edges, ({ source, target, type }) => `${source} ${target}${merge ? '' : ` ${type}`}`);
  // Layers follow the needs: an API stands between who consumes it and who provides it, though the line runs to it from both.
  const ends = (group: readonly GraphEdge[]): readonly [from: string, to: string] => {
    const [first] = group;
    const turned = group.every((edge) => edgeNeeds(edge.type) === 'holder');
    return turned ? [first?.target ?? '', first?.source ?? ''] : [first?.source ?? '', first?.target ?? ''];
  };
  for (const [name, group] of lines) graph.setEdge(...ends(group), {}, name);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const draw = line<{ x: number; y: number }>(
    (point) => point.x,
    (point) => point.y,
  ).curve(FACTORIES[curve]);
  return {
    nodes: nodes.map((node) => {
      const { x, y } = graph.node(node.ref) as { x: number; y: number };
      return { ...node, x: round(x - CARD.width / 2), y: round(y - CARD.height / 2) };
    }),
    edges: [...lines].flatMap(([name, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const [from, to] = ends(group);
      const { points } = graph.edge(from, to, name) as { points: { x: number; y: number }[] };
      const rounded = points.map(({ x, y }) => ({ x: round(x), y: round(y) }));
      if (from !== first.source) rounded.reverse();
      const middle = rounded[Math.floor(rounded.length / 2)] ?? { x: 0, y: 0 };
      return {
        source: first.source,
        target: first.target,
        types: group.map((edge) => edge.type),
        path: draw(rounded) ?? '',
        label: [middle.x, middle.y] as const,
      };
    }),
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Groups edges by the nodes that they tie, in their direction. */
export function pairsOf(edges: readonly GraphEdge[]): GraphEdge[][] {
  return [...Map.groupBy(edges, ({ source, target }) => `${source} ${target}`).values()];
}
