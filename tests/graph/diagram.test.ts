// Diagrams of systems and domains: what is in them, and that every line starts and ends at its boxes.
import { describe, expect, test } from 'vitest';
import { diagramContent, hasDiagram } from '../../src/graph/diagram-boxes.ts';
import { drawDiagram } from '../../src/graph/diagram.ts';
import type { Entity, Portal } from '../../src/portal/types.ts';
import { SHOP, compile, entity, source } from '../portal/organisation.ts';

const { catalog } = await compile([SHOP]);

function get(ref: string, from: Portal['catalog'] = catalog): Entity {
  const found = from.get(ref);
  if (found === null) throw new Error(`${ref} is not there`);
  return found;
}

describe('diagramContent(catalog, entity)', () => {
  test('of a system holds its parts, and what stands around them', () => {
    const { boxes, lines, hidden } = diagramContent(catalog, get('system:default/checkout'));
    expect(boxes.map((box) => [box.ref, box.isPart])).toEqual([
      ['api:default/charges', false],
      ['component:default/cart', true],
      ['component:default/web', true],
      ['resource:default/cart-db', false],
    ]);
    expect(lines).toEqual([
      { source: 'component:default/cart', target: 'resource:default/cart-db', types: ['dependsOn'], direct: true },
      { source: 'component:default/web', target: 'api:default/charges', types: ['consumesApi'], direct: true },
      { source: 'component:default/web', target: 'component:default/cart', types: ['dependsOn'], direct: true },
    ]);
    expect(hidden).toBe(0);
  });

  test('of a domain holds its systems, with the needs of their parts', () => {
    const { boxes, lines } = diagramContent(catalog, get('domain:default/commerce'));
    expect(boxes.map((box) => box.ref)).toEqual(['system:default/checkout', 'system:default/money']);
    expect(lines).toEqual([{ source: 'system:default/checkout', target: 'system:default/money', types: ['consumesApi'], direct: false }]);
  });

  test('bounds what it shows and counts the rest', async () => {
    const parts = Array.from({ length: 70 }, (_, index) => entity('Component', `c${index}`, { system: 's' }));
    const large = await compile([source('x', { 'catalog-info.yaml': entity('System', 's', { owner: 'a' }) + parts.join('') })]);
    const content = diagramContent(large.catalog, get('system:default/s', large.catalog));
    expect([content.boxes.length, content.hidden]).toEqual([32, 38]);
  });

  test('ends where parts contain each other', async () => {
    const ring = await compile([
      source('x', {
        'catalog-info.yaml': [
          entity('System', 's', { owner: 'a' }),
          entity('Component', 'a', { system: 's', subcomponentOf: 'b' }),
          entity('Component', 'b', { system: 's', subcomponentOf: 'a' }),
        ].join(''),
      }),
    ]);
    expect(diagramContent(ring.catalog, get('system:default/s', ring.catalog)).boxes).toHaveLength(2);
  });
});

describe('drawDiagram(catalog, entity)', () => {
  test.each(['system:default/checkout', 'domain:default/commerce', 'system:default/money'])(
    '%s: boxes do not overlap, lines touch them',
    (ref) => {
      const { nodes, edges, width, height, boxWidth, boxHeight } = drawDiagram(catalog, get(ref));
      const places = new Map(nodes.map((node) => [node.ref, node]));
      for (const node of nodes) {
        expect(node.x >= 0 && node.y >= 0 && node.x + boxWidth <= width && node.y + boxHeight <= height).toBe(true);
        for (const other of nodes.filter((one) => one !== node)) {
          expect(Math.abs(node.x - other.x) >= boxWidth || Math.abs(node.y - other.y) >= boxHeight).toBe(true);
        }
      }
      for (const edge of edges) {
        const [startX, startY] = (/^M([\d.]+),([\d.]+)/.exec(edge.path)?.slice(1) ?? []).map(Number);
        const from = places.get(edge.source);
        expect([startX, startY]).toEqual([
          expect.toSatisfy((x: number) => [from?.x, (from?.x ?? 0) + boxWidth].some((side) => Math.abs((side ?? 0) - x) < 0.2)),
          expect.closeTo((from?.y ?? 0) + boxHeight / 2, 0),
        ]);
      }
    },
  );

  test('is the same each time', () => {
    expect(drawDiagram(catalog, get('system:default/checkout'))).toEqual(drawDiagram(catalog, get('system:default/checkout')));
  });
});

test('hasDiagram says which kinds have one, when there is enough to draw', () => {
  const having = catalog.entities.filter((one) => hasDiagram(catalog, one)).map((one) => one.ref);
  expect(having).toEqual(['domain:default/commerce', 'system:default/checkout', 'system:default/money']);
});
