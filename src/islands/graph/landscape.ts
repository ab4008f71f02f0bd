// The organisation from far away: every entity folded into its system, and one line for all that two systems share.
import type { GraphData, GraphEdge, GraphNode } from './types.ts';

const FAR_KINDS = new Set(['system', 'domain']);
/** Parts of parts are followed this far up. */
const MOST_LEVELS = 8;

/**
 * Folds a graph into systems and domains: an entity's needs become those of its system, ownership is left out.
 * Returns null when there are fewer than two systems, and nothing is gained.
 */
export function landscape(data: GraphData): GraphData | null {
  const nodes = data.nodes.filter((node) => FAR_KINDS.has(node.kind.toLowerCase()));
  if (nodes.filter((node) => node.kind.toLowerCase() === 'system').length < 2) return null;
  const far = new Map(nodes.map((node) => [node.ref, node]));
  const parent = new Map(data.edges.filter((edge) => edge.type === 'partOf').map((edge) => [edge.source, edge.target]));
  const providers = Map.groupBy(
    data.edges.filter((edge) => edge.type === 'providesApi'),
    (edge) => edge.target,
  );
  const edges = new Map<string, GraphEdge>();
  const add = (source: GraphNode | undefined, target: GraphNode | undefined, type: string) => {
    if (source !== undefined && target !== undefined && source !== target) {
      edges.set(`${source.ref} ${target.ref} ${type}`, { source: source.ref, target: target.ref, type });
    }
  };
  for (const edge of data.edges) {
    if (edge.type === 'partOf') add(far.get(edge.source), far.get(edge.target), 'partOf');
    else if (edge.type === 'dependsOn') add(fold(edge.source), fold(edge.target), 'dependsOn');
    // Whoever consumes an API needs the system of whoever provides it.
    else if (edge.type === 'consumesApi') {
      const systems = [edge.target, ...(providers.get(edge.target) ?? []).map((one) => one.source)].map(fold);
      for (const system of systems) add(fold(edge.source), system, 'consumesApi');
    }
  }
  return { nodes, edges: [...edges.values()] };

  function fold(ref: string): GraphNode | undefined {
    let current: string | undefined = ref;
    for (let level = 0; current !== undefined && level < MOST_LEVELS; level++) {
      const node = far.get(current);
      if (node !== undefined) return node;
      current = parent.get(current);
    }
    return undefined;
  }
}
