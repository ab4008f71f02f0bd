// Graphs made up from a seed, small enough to be checked by trying everything.
import type { Graph } from '../../src/graph/graph.ts';
import { RELATION_PAIRS } from '../../src/graph/relations.ts';

const KINDS = ['Component', 'API', 'Resource', 'System', 'Domain', 'Group'];
const TYPES = [...RELATION_PAIRS.map((pair) => pair.type), 'dependsOn', 'dependsOn', 'deployedTo'];

/** Makes up numbers below a bound, the same for the same seed. */
export function random(seed: number): (below: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** Makes up a graph: no edge twice, some edges from a node to itself. */
export function madeUpGraph(seed: number, size: number, lines: number): Graph {
  const below = random(seed);
  const nodes = Array.from({ length: size }, (_, index) => {
    const kind = KINDS[below(KINDS.length)] ?? '';
    const name = `n${String(index).padStart(3, '0')}`;
    return { ref: `${kind.toLowerCase()}:default/${name}`, kind, title: name, type: null, missing: below(9) === 0 };
  }).sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const edges = new Map<string, Graph['edges'][number]>();
  for (let line = 0; line < lines; line++) {
    const edge = { source: nodes[below(size)]?.ref ?? '', target: nodes[below(size)]?.ref ?? '', type: TYPES[below(TYPES.length)] ?? '' };
    edges.set(`${edge.source} ${edge.target} ${edge.type}`, edge);
  }
  return { nodes, edges: [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge) };
}

/** Seeds to try. */
export const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1);
