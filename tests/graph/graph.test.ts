import { describe, expect, test } from 'vitest';
import { drawNeighbourhood } from '../../src/graph/neighbourhood.ts';
import { relationLabel, relationSide, toEdge } from '../../src/graph/relations.ts';
import { SHOP, compile, entity, source } from '../portal/organisation.ts';

const portal = await compile([SHOP]);

describe('buildGraph(catalog)', () => {
  test('draws each pair of relations once, in one direction', () => {
    const between = portal.graph.edges.filter((edge) => [edge.source, edge.target].includes('api:default/charges'));
    expect(between).toEqual([
      { source: 'api:default/charges', target: 'group:default/payments', type: 'ownedBy' },
      { source: 'api:default/charges', target: 'system:default/money', type: 'partOf' },
      { source: 'component:default/ledger', target: 'api:default/charges', type: 'providesApi' },
      { source: 'component:default/web', target: 'api:default/charges', type: 'consumesApi' },
    ]);
  });

  test('shows entities that are only named, marked missing', () => {
    const missing = portal.graph.nodes.filter((node) => node.missing).map((node) => node.ref);
    expect(missing).toEqual(['group:default/nobody', 'resource:default/cart-db']);
  });

  test('has a node for both ends of every edge', () => {
    const refs = new Set(portal.graph.nodes.map((node) => node.ref));
    expect(portal.graph.edges.filter((edge) => !refs.has(edge.source) || !refs.has(edge.target))).toEqual([]);
  });
});

describe('toEdge, relationLabel, relationSide', () => {
  test('turn backward relations round and leave custom ones', () => {
    expect(toEdge('a', 'dependencyOf', 'b')).toEqual({ source: 'b', target: 'a', type: 'dependsOn' });
    expect(toEdge('a', 'deployedTo', 'b')).toEqual({ source: 'a', target: 'b', type: 'deployedTo' });
    expect([relationLabel('apiConsumedBy'), relationLabel('deployedTo')]).toEqual(['consumed by', 'deployed to']);
    expect([relationSide('dependsOn'), relationSide('dependencyOf'), relationSide('hasPart')]).toEqual(['right', 'left', 'right']);
  });
});

describe('drawNeighbourhood(catalog, entity, orientation)', () => {
  const cart = portal.catalog.get('component:default/cart');

  test.each(['wide', 'tall'] as const)('draws every neighbour once and inside the picture (%s)', (orientation) => {
    const picture = cart === null ? null : drawNeighbourhood(portal.catalog, cart, orientation);
    expect(picture?.nodes.map((node) => [node.ref, node.role])).toEqual([
      ['component:default/cart', 'centre'],
      ['component:default/web', 'neighbour'],
      ['system:default/checkout', 'neighbour'],
      ['resource:default/cart-db', 'missing'],
    ]);
    expect(picture?.edges).toHaveLength(3);
    for (const node of picture?.nodes ?? []) {
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.x + (picture?.boxWidth ?? 0)).toBeLessThanOrEqual(picture?.width ?? 0);
      expect(node.y + (picture?.boxHeight ?? 0)).toBeLessThanOrEqual(picture?.height ?? 0);
    }
  });

  test('counts neighbours that find no room', async () => {
    const parts = Array.from({ length: 12 }, (_, index) =>
      entity('Component', `part-${index}`, { type: 'x', lifecycle: 'x', owner: 'o', system: 'all' }),
    );
    const { catalog } = await compile([
      source('many', { 'catalog-info.yaml': [entity('System', 'all', { owner: 'o' }), ...parts].join('') }),
    ]);
    const system = catalog.get('system:default/all');
    expect(system === null ? null : drawNeighbourhood(catalog, system, 'wide')?.hidden).toEqual({ left: 0, right: 6 });
  });

  test('is null for an entity that stands alone', async () => {
    const { catalog } = await compile([source('one', { 'catalog-info.yaml': entity('Group', 'alone', { type: 'team', children: [] }) })]);
    const group = catalog.get('group:default/alone');
    expect(group === null ? undefined : drawNeighbourhood(catalog, group, 'wide')).toBeNull();
  });
});
