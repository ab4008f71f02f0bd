// How an answer is shown: as a picture in layers when it is small, on the map when it is not.
import type { MappedNode } from '../../graph/compact.ts';
import type { Drawing } from '../../graph/export/drawing.ts';
import { indexGraph } from '../../graph/indexed.ts';
import { type Direction, type Placed, pairsOf, placeLayers } from '../../graph/layers.ts';
import { bentLine, bentPath } from '../../graph/lines.ts';
import { type Frame, layoutMap } from '../../graph/map.ts';
import type { Answer, WholeGraph } from './answer.ts';
import { type Scene, makeScene } from './map/scene.ts';
import type { GraphQuestion } from './question.ts';

/** What can be followed by eye in layers, and is laid out while nobody waits. */
export const MOST_LAYERED = { nodes: 160, edges: 400 } as const;

export type Picture =
  | { readonly type: 'layers'; readonly placed: Placed<MappedNode> }
  | {
      readonly type: 'map';
      readonly scene: Scene;
      readonly corners: readonly (readonly [number, number])[];
      readonly frames: readonly Frame[];
    };

/** Lays out an answer. Narrow screens get layers from top to bottom. */
export function makePicture(graph: WholeGraph, question: GraphQuestion, answer: Answer, narrow: boolean): Picture {
  const { nodes, edges, roots, folded } = answer;
  const small = nodes.length <= MOST_LAYERED.nodes && pairsOf(edges).length <= MOST_LAYERED.edges;
  if (small && (question.show !== 'map' || folded !== null)) {
    const direction: Direction = narrow && question.direction === 'LR' ? 'TB' : question.direction;
    return { type: 'layers', placed: placeLayers({ nodes, edges }, { ...question, direction }) };
  }
  const { corners, frames } = folded === null ? ownPlaces(graph, answer) : newPlaces(answer);
  const notes = nodes.map((node) => noteOf(node, answer));
  return { type: 'map', scene: makeScene(nodes, corners, edges, frames, roots, notes), corners, frames };
}

/** Where the build has put them, with the frames that something shown is in. */
function ownPlaces(graph: WholeGraph, { nodes }: Answer): { corners: (readonly [number, number])[]; frames: readonly Frame[] } {
  const corners = nodes.map((node) => {
    const index = graph.at.get(node.ref) ?? -1;
    return [graph.map.x[index] ?? 0, graph.map.y[index] ?? 0] as const;
  });
  if (nodes.length === graph.nodes.length) return { corners, frames: graph.map.frames };
  const used = (frame: Frame) =>
    corners.some(([x, y]) => x >= frame.x && y >= frame.y && x < frame.x + frame.width && y < frame.y + frame.height);
  return { corners, frames: graph.map.frames.filter(used) };
}

/** What is folded has no place of its own: it is laid out as a map of its own. */
function newPlaces({ nodes, edges }: Answer): { corners: (readonly [number, number])[]; frames: readonly Frame[] } {
  const map = layoutMap(indexGraph({ nodes, edges }));
  return { corners: nodes.map((_, index) => [map.x[index] ?? 0, map.y[index] ?? 0] as const), frames: map.frames };
}

/** The second line of a card: how far it is away, what it is, how much it stands for. */
export function noteOf(node: MappedNode, { folded, distances, impact }: Answer): string {
  const count = folded?.counts.get(node.ref);
  const distance = impact === null ? undefined : distances.get(node.ref);
  const parts = [
    distance === undefined || distance === 0 ? null : distance === 1 ? '1 step' : `${distance} steps`,
    node.missing ? 'not in the catalog' : node.kind.toLowerCase(),
    node.missing || count !== undefined ? null : node.type,
    count === undefined ? null : count === 1 ? '1 entity' : `${count} entities`,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** Makes what is exported of a picture. */
export function drawingOf(picture: Picture, { nodes, edges, roots }: Answer, merge: boolean): Drawing {
  if (picture.type === 'layers') {
    const { placed } = picture;
    return { nodes: placed.nodes, edges, lines: placed.edges, frames: [], box: [0, 0, placed.width, placed.height], roots };
  }
  const placed = nodes.map((node, index) => ({ ...node, x: picture.corners[index]?.[0] ?? 0, y: picture.corners[index]?.[1] ?? 0 }));
  const at = new Map(placed.map((node) => [node.ref, node]));
  const groups = merge ? pairsOf(edges) : edges.map((edge) => [edge]);
  const lines = groups.flatMap(([first, ...others]) => {
    const [from, to] = [at.get(first?.source ?? ''), at.get(first?.target ?? '')];
    if (first === undefined || from === undefined || to === undefined) return [];
    const line = bentLine(from.x, from.y, to.x, to.y);
    return {
      source: first.source,
      target: first.target,
      types: [first, ...others].map((edge) => edge.type),
      path: bentPath(line),
      label: [line.cx, line.cy] as const,
    };
  });
  return { nodes: placed, edges, lines, frames: picture.frames, box: picture.scene.box, roots };
}
