// Folding: nobody is counted twice or lost, and every line between two wholes is there.
import { describe, expect, test } from 'vitest';
import { follow } from '../../src/graph/arrows.ts';
import { FOLDS, container, foldGraph } from '../../src/graph/fold.ts';
import { indexGraph } from '../../src/graph/indexed.ts';
import { placeLayers } from '../../src/graph/layers.ts';
import { SHOP, compile } from '../portal/organisation.ts';
import { SEEDS, madeUpGraph } from './made-up.ts';

describe.each(SEEDS.slice(0, 20))('foldGraph of the made-up graph %i', (seed) => {
  const graph = indexGraph(madeUpGraph(seed, 30, 60));

  test.each(FOLDS)('by %s keeps every entity once and every line between two wholes', (fold) => {
    const folded = foldGraph(graph, graph, fold);
    expect([...folded.counts.values()].reduce((sum, count) => sum + count, folded.left)).toBe(graph.nodes.length);
    const into = (ref: string) => graph.nodes[container(graph, graph.at.get(ref) ?? -1, fold) ?? -1]?.ref;
    const expected = new Set(
      graph.edges.flatMap(({ source, target, type }) => {
        const [a, b] = [into(source), into(target)];
        return a === undefined || b === undefined || a === b ? [] : `${a} ${b} ${type}`;
      }),
    );
    expect(folded.edges.map((edge) => `${edge.source} ${edge.target} ${edge.type}`)).toEqual([...expected].toSorted());
    expect(folded.nodes.map((node) => node.ref)).toEqual([...folded.counts.keys()].toSorted());
  });
});

test('foldGraph makes a landscape of systems, and of who owns what', async () => {
  const { graph } = await compile([SHOP]);
  const systems = foldGraph(graph, graph, 'system');
  expect(systems.nodes.map((node) => node.ref)).toEqual(['domain:default/commerce', 'system:default/checkout', 'system:default/money']);
  expect(systems.edges).toContainEqual({ source: 'system:default/checkout', target: 'system:default/money', type: 'consumesApi' });
  expect(foldGraph(graph, graph, 'domain').nodes.map((node) => node.ref)).toEqual(['domain:default/commerce']);
  const owners = foldGraph(graph, graph, 'owner');
  expect(owners.counts.get('group:default/payments')).toBe(7);
});

describe('follow(key, from, neighbours)', () => {
  const spots = [
    ['right', { x: 200, y: 10 }],
    ['far right', { x: 400, y: 0 }],
    ['below', { x: 20, y: 80 }],
    ['left', { x: -200, y: -300 }],
  ] as const;

  test.each([
    ['ArrowRight', 'right'],
    ['ArrowDown', 'below'],
    ['ArrowLeft', 'left'],
    ['ArrowUp', 'left'],
    ['Enter', null],
  ])('%s leads to %j', (key, expected) => {
    expect(follow(key, { x: 0, y: 0 }, spots)).toBe(expected);
  });
});

test('placeLayers lets layers follow the needs, and lines run as they are', async () => {
  const { graph } = await compile([SHOP]);
  const shown = ['component:default/web', 'api:default/charges', 'component:default/ledger'];
  const part = {
    nodes: graph.nodes.filter((node) => shown.includes(node.ref)),
    edges: graph.edges.filter((edge) => shown.includes(edge.source) && shown.includes(edge.target)),
  };
  const { nodes, edges } = placeLayers(part, { direction: 'LR', curve: 'smooth', merge: true });
  const x = (ref: string) => nodes.find((node) => node.ref === ref)?.x ?? NaN;
  expect(shown.map(x).toSorted((a, b) => a - b)).toEqual(shown.map(x));
  const provides = edges.find((edge) => edge.source === 'component:default/ledger');
  expect(Number(/^M([\d.]+)/.exec(provides?.path ?? '')?.[1])).toBeGreaterThan(x('api:default/charges') + 168);
});
