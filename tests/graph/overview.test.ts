// The overview of the graph's page: what is seen of it before anybody scrolls.
import { describe, expect, test } from 'vitest';
import { indexGraph } from '../../src/graph/indexed.ts';
import { drawOverview } from '../../src/graph/overview.ts';
import { madeUpGraph } from './made-up.ts';

/** Boxes stand this far from the edge. */
const MARGIN = 16;

/** A graph of systems alone, as many as fit into a picture. */
function systems(count: number, lines: number) {
  const { nodes, edges } = madeUpGraph(count, count, lines);
  const ref = (old: string) => old.replace(/^\w+/, 'system');
  return indexGraph({
    nodes: nodes.map((node) => ({ ...node, ref: ref(node.ref), kind: 'System', missing: false })),
    edges: edges
      .filter(({ source, target }) => source !== target)
      .map((edge) => ({ source: ref(edge.source), target: ref(edge.target), type: 'dependsOn' })),
  });
}

describe('drawOverview(graph)', () => {
  test('begins a picture that is larger than its frame in the upper left corner', () => {
    const overview = drawOverview(systems(50, 60));
    for (const placed of [overview?.wide, overview?.tall]) {
      expect(Math.max(placed?.width ?? 0, placed?.height ?? 0)).toBeGreaterThan(640);
      expect(Math.min(...(placed?.nodes.map(({ x, y }) => Math.max(x, y)) ?? []))).toBe(MARGIN);
    }
  });

  test('draws every system once, and lines between them', () => {
    const overview = drawOverview(systems(10, 12));
    expect(overview?.wide.nodes).toHaveLength(10);
    expect(overview?.wide.edges.length).toBeGreaterThan(5);
    expect(overview?.hidden).toBe(0);
  });
});
