// The graph of the whole organisation: a catalog in, nodes and edges out, each edge once and in one direction.
import type { Catalog, Entity } from '../catalog/types.ts';
import { compareText } from '../lib/problem.ts';
import { toEdge } from './relations.ts';

export interface GraphNode {
  /** Full entity ref. */
  readonly ref: string;
  readonly kind: string;
  readonly title: string;
  /** `spec.type`; null if none. */
  readonly type: string | null;
  /** True when something names the entity but no file defines it. */
  readonly missing: boolean;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  /** Relation type, always the forward one of its pair. */
  readonly type: string;
}

export interface Graph {
  /** Sorted by ref. */
  readonly nodes: readonly GraphNode[];
  /** Sorted by source, target, type; no edge twice. */
  readonly edges: readonly GraphEdge[];
}

/** Draws the graph of a catalog. Entities that are only named become nodes marked missing. */
export function buildGraph(catalog: Catalog): Graph {
  const nodes = new Map<string, GraphNode>(catalog.entities.map((entity) => [entity.ref, toNode(entity)]));
  const edges = new Map<string, GraphEdge>();
  for (const entity of catalog.entities) {
    for (const relation of entity.data.relations) {
      const edge = toEdge(entity.ref, relation.type, relation.targetRef, catalog.ownRelations);
      edges.set(`${edge.source} ${edge.target} ${edge.type}`, edge);
      if (!nodes.has(relation.targetRef)) nodes.set(relation.targetRef, missingNode(relation.targetRef));
    }
  }
  return {
    nodes: [...nodes.values()].sort((a, b) => compareText(a.ref, b.ref)),
    edges: [...edges.values()].sort(
      (a, b) => compareText(a.source, b.source) || compareText(a.target, b.target) || compareText(a.type, b.type),
    ),
  };
}

function toNode(entity: Entity): GraphNode {
  return { ref: entity.ref, kind: entity.kind, title: entity.title, type: entity.type, missing: false };
}

function missingNode(ref: string): GraphNode {
  return { ref, kind: ref.slice(0, Math.max(0, ref.indexOf(':'))), title: ref.slice(ref.indexOf('/') + 1), type: null, missing: true };
}
