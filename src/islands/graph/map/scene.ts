// What the map draws, as numbers: an answer and places in, columns that a worker can be handed out.
import type { MappedNode } from '../../../graph/compact.ts';
import type { GraphEdge } from '../../../graph/graph.ts';
import { bentLine } from '../../../graph/lines.ts';
import type { Frame } from '../../../graph/map.ts';
import { CARD } from '../../../graph/card.ts';

/** Kinds that have a colour of their own; all others share the last. */
export const COLOURED_KINDS = ['component', 'api', 'resource', 'system', 'domain', 'group', 'user', ''] as const;

export interface Scene {
  /** Corners of cards. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Place in `COLOURED_KINDS`. */
  readonly kind: Uint8Array;
  readonly missing: Uint8Array;
  readonly root: Uint8Array;
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  /** Two nodes for each line. */
  readonly ends: Uint32Array;
  /** Six numbers for each line: start, bend, end. */
  readonly bends: Float32Array;
  readonly frames: readonly Frame[];
  /** What all of it covers: left, top, width, height. */
  readonly box: readonly [number, number, number, number];
}

/** Makes the scene of nodes whose corners are known. Relations between the same two nodes share a line. */
export function makeScene(
  nodes: readonly MappedNode[],
  corners: readonly (readonly [x: number, y: number])[],
  edges: readonly GraphEdge[],
  frames: readonly Frame[],
  roots: ReadonlySet<string>,
  notes: readonly string[],
): Scene {
  const at = new Map(nodes.map((node, index) => [node.ref, index]));
  const pairs = new Map<string, readonly [number, number]>();
  for (const { source, target } of edges) pairs.set(`${source} ${target}`, [at.get(source) ?? 0, at.get(target) ?? 0]);
  const lines = [...pairs.values()].filter(([a, b]) => a !== b);
  const corner = (index: number) => corners[index] ?? [0, 0];
  const bends = lines.flatMap(([a, b]) => {
    const { x1, y1, cx, cy, x2, y2 } = bentLine(...corner(a), ...corner(b));
    return [x1, y1, cx, cy, x2, y2];
  });
  return {
    x: Int32Array.from(corners, ([x]) => x),
    y: Int32Array.from(corners, ([, y]) => y),
    kind: Uint8Array.from(nodes, (node) => {
      const index = (COLOURED_KINDS as readonly string[]).indexOf(node.kind.toLowerCase());
      return index < 0 ? COLOURED_KINDS.length - 1 : index;
    }),
    missing: Uint8Array.from(nodes, (node) => Number(node.missing)),
    root: Uint8Array.from(nodes, (node) => Number(roots.has(node.ref))),
    titles: nodes.map((node) => node.title),
    notes,
    ends: Uint32Array.from(lines.flat()),
    bends: Float32Array.from(bends),
    frames,
    box: boxOf(corners, frames),
  };
}

function boxOf(corners: readonly (readonly [number, number])[], frames: readonly Frame[]): [number, number, number, number] {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  const add = (x: number, y: number, width: number, height: number) => {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x + width);
    box[3] = Math.max(box[3], y + height);
  };
  for (const [x, y] of corners) add(x, y, CARD.width, CARD.height);
  for (const { x, y, width, height } of frames) add(x, y, width, height);
  return box[2] < box[0] ? [0, 0, 1, 1] : [box[0], box[1], box[2] - box[0], box[3] - box[1]];
}
