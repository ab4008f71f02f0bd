// The organisation in one small picture, drawn at build: its systems, or its domains where there are too many of them, and what they need of each other.
import { type Fold, foldGraph } from './fold.ts';
import type { Graph } from './graph.ts';
import type { IndexedGraph } from './indexed.ts';
import { type Placed, placeLayers } from './layers.ts';

/** The picture for wide and for narrow screens. */
export interface Overview {
  readonly by: Exclude<Fold, 'owner'>;
  readonly wide: Placed;
  readonly tall: Placed;
  /** Entities that each node stands for, by ref. */
  readonly counts: ReadonlyMap<string, number>;
  /** Nodes that found no room, and lines between the others. */
  readonly hidden: number;
  readonly hiddenLines: number;
}

/** Boxes and lines that can be read in one picture. */
const MOST = 60;
const MOST_LINES = 120;
/** Height of the frame on the page. Of a picture that is larger only the corner is seen at first. */
const FRAME = 640;

/** Draws the overview; null when there is no system and no domain. */
export function drawOverview(graph: IndexedGraph): Overview | null {
  const systems = foldGraph(graph, graph, 'system');
  const by = systems.nodes.length <= MOST ? 'system' : 'domain';
  const folded = by === 'system' ? systems : foldGraph(graph, graph, 'domain');
  if (folded.nodes.length === 0) return null;
  const size = (ref: string) => folded.counts.get(ref) ?? 0;
  const shown = new Set(
    folded.nodes
      .toSorted((a, b) => size(b.ref) - size(a.ref))
      .slice(0, MOST)
      .map((node) => node.ref),
  );
  const between = folded.edges.filter((edge) => edge.type !== 'ownedBy' && shown.has(edge.source) && shown.has(edge.target));
  const lines = new Set(between.map(({ source, target }) => `${source} ${target}`));
  const strength = (line: string) => folded.strengths.get(line) ?? 0;
  const drawn = new Set([...lines].sort((a, b) => strength(b) - strength(a)).slice(0, MOST_LINES));
  const part = {
    nodes: folded.nodes.filter((node) => shown.has(node.ref)),
    edges: between.filter(({ source, target }) => drawn.has(`${source} ${target}`)),
  };
  return {
    by,
    wide: place(part, 'LR'),
    tall: place(part, 'TB'),
    counts: folded.counts,
    hidden: folded.nodes.length - shown.size,
    hiddenLines: lines.size - drawn.size,
  };
}

/** Places a picture in the middle of its layers where it fits into the frame, else from its corner on. */
function place(part: Graph, direction: 'LR' | 'TB'): Placed {
  const options = { direction, curve: 'smooth', merge: true } as const;
  const placed = placeLayers(part, options);
  const across = direction === 'LR' ? placed.height : placed.width;
  return across > FRAME ? placeLayers(part, { ...options, corner: true }) : placed;
}
