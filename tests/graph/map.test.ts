// The map: every card a place of its own inside the frame it belongs to, the same at each try; and the small file that carries it.
import { describe, expect, test } from 'vitest';
import { CARD } from '../../src/graph/card.ts';
import { type MappedGraph, packGraph, unpackGraph } from '../../src/graph/compact.ts';
import { indexGraph } from '../../src/graph/indexed.ts';
import { GRID, layoutMap } from '../../src/graph/map.ts';
import { pack } from '../../src/graph/pack.ts';
import { graphData } from '../../src/portal/data.ts';
import { graphMapData } from '../../src/portal/graph-view.ts';
import { SHOP, compile } from '../portal/organisation.ts';
import { SEEDS, madeUpGraph, random } from './made-up.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const within = (a: Box, b: Box) => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

function pairsThatOverlap(boxes: readonly Box[]): number {
  return boxes.reduce((sum, a, index) => sum + boxes.slice(index + 1).filter((b) => overlap(a, b)).length, 0);
}

test.each(SEEDS)('pack keeps the rectangles of seed %i apart and close', (seed) => {
  const below = random(seed);
  const sizes = Array.from({ length: 1 + below(40) }, () => ({ width: 20 + below(200), height: 20 + below(200) }));
  const { corners, width, height } = pack(sizes, 8, 1.5);
  const boxes = sizes.map((size, index) => ({ x: corners[index]?.[0] ?? 0, y: corners[index]?.[1] ?? 0, ...size }));
  expect(pairsThatOverlap(boxes.map((box) => ({ ...box, width: box.width + 7, height: box.height + 7 })))).toBe(0);
  for (const box of boxes) expect(within(box, { x: 0, y: 0, width, height })).toBe(true);
});

describe.each(SEEDS.slice(0, 20))('layoutMap of the made-up graph %i', (seed) => {
  const graph = indexGraph(madeUpGraph(seed, 10 + seed * 8, 20 + seed * 16));
  const map = layoutMap(graph);
  const cards = graph.nodes.map((_, index) => ({ x: map.x[index] ?? NaN, y: map.y[index] ?? NaN, ...CARD }));

  test('gives every card room of its own, on the grid, in exactly one cluster', () => {
    expect(pairsThatOverlap(cards)).toBe(0);
    const clusters = map.frames.filter((frame) => frame.level === 'cluster');
    for (const card of cards) {
      expect([card.x % GRID, card.y % GRID]).toEqual([0, 0]);
      expect(clusters.filter((frame) => within(card, frame))).toHaveLength(1);
    }
  });

  test('puts clusters into blocks, and nothing over anything', () => {
    const blocks = map.frames.filter((frame) => frame.level === 'block');
    const clusters = map.frames.filter((frame) => frame.level === 'cluster');
    expect([pairsThatOverlap(blocks), pairsThatOverlap(clusters)]).toEqual([0, 0]);
    for (const cluster of clusters) expect(blocks.filter((block) => within(cluster, block))).toHaveLength(1);
    for (const block of blocks) expect(within(block, { x: 0, y: 0, width: map.width, height: map.height })).toBe(true);
  });

  test('is the same again', () => {
    expect(layoutMap(indexGraph(madeUpGraph(seed, 10 + seed * 8, 20 + seed * 16)))).toEqual(map);
  });

  test('survives the small file', () => {
    const whole: MappedGraph = {
      nodes: graph.nodes.map((node) => ({
        ...node,
        address: node.missing ? null : `/catalog/default/${node.kind.toLowerCase()}/${node.title}/`,
      })),
      edges: graph.edges,
      map,
      words: new Map([['runsIn', 'runs in']]),
      contacts: new Map([[graph.nodes[0]?.ref ?? '', [{ label: 'mail', href: 'mailto:a@b.example' }]]]),
    };
    expect(unpackGraph(JSON.parse(JSON.stringify(packGraph(whole))))).toEqual(whole);
  });
});

describe('graphMapData(portal)', async () => {
  const portal = await compile([SHOP]);

  test('says the same as /api/graph.json', () => {
    const { nodes, edges } = unpackGraph(graphMapData(portal));
    expect({ nodes, edges }).toEqual(graphData(portal));
  });

  test('frames systems in their domain, with the people aside', () => {
    const frames = layoutMap(portal.graph).frames.map((frame) => [frame.level, frame.title]);
    expect(frames).toEqual(
      expect.arrayContaining([
        ['block', 'commerce'],
        ['block', 'Teams and people'],
        ['cluster', 'checkout'],
        ['cluster', 'money'],
      ]),
    );
  });
});
