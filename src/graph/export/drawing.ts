// What is exported: the nodes and lines that are shown, with their places, whoever laid them out.
import type { GraphEdge, GraphNode } from '../graph.ts';
import type { PlacedEdge } from '../layers.ts';
import type { Frame } from '../map.ts';
import type { OwnWords } from '../relations.ts';

/** A picture as it is shown. */
export interface Drawing {
  readonly nodes: readonly (GraphNode & { readonly x: number; readonly y: number })[];
  readonly edges: readonly GraphEdge[];
  readonly lines: readonly PlacedEdge[];
  readonly frames: readonly Frame[];
  /** What relations of the portal's own are called. */
  readonly words?: OwnWords;
  /** Upper left corner of what is shown, and its size. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  /** Refs of what the picture is about. */
  readonly roots: ReadonlySet<string>;
}
