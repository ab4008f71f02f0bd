// The diagram of a system or domain, drawn at build: boxes and lines in, places and curves out. Layers by dagre, curves by D3.
import { Graph, layout } from '@dagrejs/dagre';
import { curveBasis, line } from 'd3';
import type { Catalog, Entity } from '../catalog/types.ts';
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
/** Columns of boxes that no line leads to. */
const COLUMNS = 4;
const LETTERS = { title: 22, note: 28 } as const;

const curve = line<{ x: number; y: number }>(
  (point) => point.x,
  (point) => point.y,
)
  .curve(curveBasis)
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
  graph.setGraph({ rankdir: 'LR', nodesep: GAP.y, ranksep: GAP.x, marginx: GAP.margin, marginy: GAP.margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { ref } of boxes) graph.setNode(ref, { width: BOX.width, height: BOX.height });
  for (const { source, target } of lines) graph.setEdge(source, target);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const places = boxes.map(({ ref }) => {
    const { x, y } = graph.node(ref) as { x: number; y: number };
    return [ref, { x: x - BOX.width / 2, y: y - BOX.height / 2 }] as const;
  });
  const paths = lines.map(({ source, target }) => {
    const { points } = graph.edge(source, target) as { points: { x: number; y: number }[] };
    return [`${source} ${target}`, curve(points) ?? ''] as const;
  });
  return { width, height, places: new Map(places), paths: new Map(paths) };
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

function cut(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters ? text : `${all.slice(0, letters - 1).join('')}…`;
}
