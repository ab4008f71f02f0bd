import { describe, expect, test } from 'vitest';
import { landscape } from '../../src/islands/graph/landscape.ts';
import { place } from '../../src/islands/graph/layout.ts';
import { MOST_NODES, readQuestion, select, writeQuestion } from '../../src/islands/graph/selection.ts';
import type { GraphData } from '../../src/islands/graph/types.ts';
import { graphData } from '../../src/portal/data.ts';
import { SHOP, compile } from '../portal/organisation.ts';

const data = graphData(await compile([SHOP])) as GraphData;
const nothing = { root: null, depth: 2, kinds: [], relations: [] };
const refs = (graph: GraphData) => graph.nodes.map((node) => node.ref.replace(':default/', ':')).toSorted();

describe('select(data, question)', () => {
  test.each([
    [1, ['component:cart', 'component:web', 'resource:cart-db', 'system:checkout']],
    [2, ['api:charges', 'component:cart', 'component:web', 'domain:commerce', 'resource:cart-db', 'system:checkout']],
  ])('walks %i steps from the root, leaving ownership out', (depth, expected) => {
    expect(refs(select(data, { ...nothing, root: 'component:default/cart', depth }))).toEqual(expected);
  });

  test('follows only the relations and kinds that are asked for', () => {
    const found = select(data, { ...nothing, root: 'component:default/cart', depth: 0, kinds: ['component'], relations: ['dependsOn'] });
    expect(refs(found)).toEqual(['component:cart', 'component:web']);
    expect(found.edges).toEqual([{ source: 'component:default/web', target: 'component:default/cart', type: 'dependsOn' }]);
  });

  test('shows the landscape of systems when nothing is asked', () => {
    const found = select(data, nothing);
    expect(refs(found)).toEqual(['domain:commerce', 'system:checkout', 'system:money']);
    expect(found.edges).toContainEqual({ source: 'system:default/checkout', target: 'system:default/money', type: 'consumesApi' });
  });

  test('cuts what cannot be read and says how much', () => {
    const nodes = Array.from({ length: MOST_NODES + 5 }, (_, index) => ({
      ...data.nodes[0]!,
      ref: `component:default/n${index}`,
      kind: 'Component',
    }));
    const edges = nodes.slice(1).map((node) => ({ source: nodes[0]!.ref, target: node.ref, type: 'dependsOn' }));
    const found = select({ nodes, edges }, { ...nothing, root: nodes[0]!.ref, depth: 1 });
    expect([found.nodes.length, found.hidden]).toEqual([MOST_NODES, 5]);
  });
});

test('landscape(data) is null with fewer than two systems', () => {
  expect(landscape({ nodes: data.nodes.filter((node) => node.ref !== 'system:default/money'), edges: data.edges })).toBeNull();
});

test('a question survives the address', () => {
  const question = { root: 'component:default/cart', depth: 0, kinds: ['api'], relations: ['dependsOn', 'partOf'] };
  expect(readQuestion(new URLSearchParams(writeQuestion(question, nothing)), nothing)).toEqual(question);
  expect(writeQuestion(nothing, nothing)).toBe('');
  expect(readQuestion(new URLSearchParams('depth=-3&root='), nothing).depth).toBe(2);
});

test('place(selection) gives every node a place of its own and every pair one line', () => {
  const selection = select(data, { ...nothing, root: 'component:default/cart', depth: 0 });
  const placed = place(selection, 'LR');
  expect(new Set(placed.nodes.map((node) => `${node.x} ${node.y}`)).size).toBe(selection.nodes.length);
  expect(placed.edges.flatMap((edge) => edge.types)).toHaveLength(selection.edges.length);
  expect(placed.edges.every((edge) => edge.path.startsWith('M') && !edge.path.includes('NaN'))).toBe(true);
});
