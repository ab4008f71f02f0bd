// The graph as `/api/graph.json` gives it.

export interface GraphNode {
  readonly ref: string;
  readonly kind: string;
  readonly title: string;
  readonly type: string | null;
  readonly missing: boolean;
  /** Address without base path; null for an entity that nothing defines. */
  readonly address: string | null;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly type: string;
}

export interface GraphData {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
