// The diagram of a system or domain, drawn at build: boxes and lines in, places and curves out. Layers by dagre, curves by D3.
import { Graph, layout } from '@dagrejs/dagre';
import { curveBumpX, line } from 'd3';
import type { Catalog, Entity } from '../catalog/types.ts';
import { cut } from './cut.ts';
import { type DiagramBox, type DiagramLine, diagramContent } from './diagram-boxes.ts';
import { relationWords } from './relations.ts';

export interface DiagramNode {
  readonly ref: string;
  readonly title: string;
  readonly note: string;
  readonly x: number;
  readonly y: number;
  readonly role: 'part' | 'outside' | 'missing';
}

export interface DiagramEdge extends DiagramLine {
  /** The relations in words. */
  readonly words: string;
  /** SVG path data. */
  readonly path: string;
}

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** Boxes that found no room. */
  readonly hidden: number;
}

const BOX = { width: 172, height: 40 } as const;
const GAP = { x: 72, y: 16, margin: 20 } as const;
/** Few layers are drawn out to this width, so that lines are not steep, but not further apart than this. */
const STRETCH = { width: 1130, most: 2.2 } as const;
/** Columns of boxes that no line leads to. */
const COLUMNS = 4;
const LETTERS = { title: 22, note: 28 } as const;

const curve = line<{ x: number; y: number }>(
  (point) => point.x,
  (point) => point.y,
)
  .curve(curveBumpX)
  .digits(1);

/** Draws the diagram of an entity. */
export function drawDiagram(catalog: Catalog, entity: Entity): Diagram {
  const { boxes, lines, hidden } = diagramContent(catalog, entity);
  const linked = new Set(lines.flatMap(({ source, target }) => [source, target]));
  const graph = layers(
    boxes.filter(({ ref }) => linked.has(ref)),
    lines,
  );
  const alone = boxes.filter(({ ref }) => !linked.has(ref));
  const columns = Math.min(COLUMNS, alone.length);
  const step = { x: BOX.width + GAP.y, y: BOX.height + GAP.y };
  const top = graph.height === 0 ? GAP.margin : graph.height;
  const rows = Math.ceil(alone.length / COLUMNS);
  return {
    width: Math.max(graph.width, columns === 0 ? 0 : 2 * GAP.margin + columns * step.x - GAP.y),
    height: rows === 0 ? graph.height : top + rows * step.y - GAP.y + GAP.margin,
    boxWidth: BOX.width,
    boxHeight: BOX.height,
    nodes: [
      ...boxes.flatMap((box) => {
        const at = graph.places.get(box.ref);
        return at === undefined ? [] : toNode(box, at.x, at.y);
      }),
      ...alone.map((box, index) => toNode(box, GAP.margin + (index % COLUMNS) * step.x, top + Math.floor(index / COLUMNS) * step.y)),
    ],
    edges: lines.map((one) => ({
      ...one,
      words: one.types.map((type) => relationWords(type, catalog.ownRelations)).join(', '),
      path: graph.paths.get(`${one.source} ${one.target}`) ?? '',
    })),
    hidden,
  };
}

interface Layers {
  readonly width: number;
  readonly height: number;
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly paths: ReadonlyMap<string, string>;
}

function layers(boxes: readonly DiagramBox[], lines: readonly DiagramLine[]): Layers {
  if (boxes.length === 0) return { width: 0, height: 0, places: new Map(), paths: new Map() };
  const graph = new Graph();
  // The quickest of the ways to choose layers: a large organisation has hundreds of diagrams.
  graph.setGraph({ rankdir: 'LR', ranker: 'longest-path', nodesep: GAP.y, ranksep: GAP.x, marginx: GAP.margin, marginy: GAP.margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { ref } of boxes) graph.setNode(ref, { width: BOX.width, height: BOX.height });
  for (const { source, target } of lines) graph.setEdge(source, target);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const ends = 2 * GAP.margin + BOX.width;
  const factor = Math.min(STRETCH.most, Math.max(1, (STRETCH.width - ends) / Math.max(1, width - ends)));
  const stretch = (x: number) => ends / 2 + (x - ends / 2) * factor;
  const places = new Map(
    boxes.map(({ ref }) => {
      const { x, y } = graph.node(ref) as Point;
      return [ref, { x: stretch(x) - BOX.width / 2, y: y - BOX.height / 2 }] as const;
    }),
  );
  const paths = lines.map(({ source, target }) => {
    const { points } = graph.edge(source, target) as { points: Point[] };
    const between = points.slice(1, -1).map(({ x, y }) => ({ x: stretch(x), y }));
    return [`${source} ${target}`, curve(route(places.get(source), places.get(target), between)) ?? ''] as const;
  });
  return { width: ends + (width - ends) * factor, height, places, paths: new Map(paths) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Leads a line from the side of one box to the nearer side of another; what lies between counts as far as it lies between. */
function route(source: Point = { x: 0, y: 0 }, target: Point = { x: 0, y: 0 }, between: readonly Point[]): Point[] {
  const forwards = source.x < target.x;
  const start = { x: source.x + (forwards ? BOX.width : 0), y: source.y + BOX.height / 2 };
  const end = { x: target.x + (forwards ? 0 : BOX.width), y: target.y + BOX.height / 2 };
  const [low, high] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
  const middle = between.filter(({ x }) => x > low && x < high);
  // Between neighbouring layers nothing stands in the way: two points give the line its bend.
  const bend = Math.abs(end.x - start.x) < 3 * GAP.x * STRETCH.most && between.length < 2;
  return [start, ...(bend ? [] : middle), end];
}

function toNode({ ref, entity, isPart }: DiagramBox, x: number, y: number): DiagramNode {
  const kind = ref.slice(0, ref.indexOf(':'));
  const title = entity?.title ?? ref.slice(ref.indexOf('/') + 1);
  const note = entity === null ? [kind, 'missing'] : [kind, entity.type ?? entity.lifecycle ?? ''];
  return {
    ref,
    title: cut(title, LETTERS.title),
    note: cut(note.filter(Boolean).join(' · '), LETTERS.note),
    x: round(x),
    y: round(y),
    role: entity === null ? 'missing' : isPart ? 'part' : 'outside',
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
