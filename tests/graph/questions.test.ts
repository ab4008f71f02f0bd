// The questions people ask of a graph, each held against an answer that tries everything.
import { describe, expect, test } from 'vitest';
import { findCycles, needsOnly } from '../../src/graph/cycles.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { findImpact, groupByOwner } from '../../src/graph/impact.ts';
import { type IndexedGraph, type Way, indexGraph, steps } from '../../src/graph/indexed.ts';
import { allPaths, shortestPath } from '../../src/graph/paths.ts';
import { walk } from '../../src/graph/walk.ts';
import { SHOP, compile } from '../portal/organisation.ts';
import { SEEDS, madeUpGraph } from './made-up.ts';

const all = () => true;
const WAYS: readonly Way[] = ['forward', 'backward', 'both'];
const small = (seed: number) => indexGraph(madeUpGraph(seed, 4 + (seed % 6), 4 + (seed % 13)));

/** Distances by relaxing every edge until nothing changes. */
function naiveDistances(graph: IndexedGraph, start: number, way: Way, follows: typeof needsOnly): Map<number, number> {
  const found = new Map([[start, 0]]);
  for (let changed = true; changed;) {
    changed = false;
    for (const [index, edge] of graph.edges.entries()) {
      if (!follows(edge, index)) continue;
      const [from, to] = [graph.from[index] ?? -1, graph.to[index] ?? -1];
      for (const [a, b] of way === 'forward'
        ? [[from, to]]
        : way === 'backward'
          ? [[to, from]]
          : [
              [from, to],
              [to, from],
            ]) {
        const next = (found.get(a ?? -1) ?? Infinity) + 1;
        if (next < (found.get(b ?? -1) ?? Infinity)) {
          found.set(b ?? -1, next);
          changed = true;
        }
      }
    }
  }
  return found;
}

/** Every simple path, by trying all. */
function naivePaths(graph: IndexedGraph, start: number, end: number, way: Way): string[] {
  const found: string[] = [];
  const go = (node: number, way_: readonly number[], visited: readonly number[]) => {
    if (node === end) return void found.push(way_.join(' '));
    for (const step of steps(graph, node, way, all)) {
      if (!visited.includes(step.node)) go(step.node, [...way_, step.edge], [...visited, step.node]);
    }
  };
  if (start !== end) go(start, [], [start]);
  return found.toSorted();
}

describe.each(SEEDS)('in the made-up graph %i', (seed) => {
  const graph = small(seed);
  const numbers = graph.nodes.map((_, index) => index);

  test('walk finds all that can be reached, at its distance, nearest first', () => {
    for (const way of WAYS) {
      for (const start of numbers) {
        const found = walk(graph, [start], { way, follows: all, depth: Infinity });
        expect(new Map([...found].toSorted(byNumber))).toEqual(new Map([...naiveDistances(graph, start, way, all)].toSorted(byNumber)));
        expect([...found.values()]).toEqual([...found.values()].toSorted((a, b) => a - b));
        const near = walk(graph, [start], { way, follows: all, depth: 2 });
        expect([...near]).toEqual([...found].filter(([, distance]) => distance <= 2));
      }
    }
  });

  test('shortestPath is as short as any, and runs along edges', () => {
    for (const way of WAYS) {
      const distances = naiveDistances(graph, 0, way, all);
      for (const end of numbers) {
        const path = shortestPath(graph, 0, end, { way, follows: all });
        expect(path?.steps.length).toBe(distances.get(end));
        let here = 0;
        for (const step of path?.steps ?? []) {
          expect(steps(graph, here, way, all)).toContainEqual(step);
          here = step.node;
        }
        if (path !== null) expect(here).toBe(end);
      }
    }
  });

  test('allPaths finds every simple path once, shortest first', () => {
    for (const way of WAYS) {
      for (const end of numbers) {
        const { paths, complete } = allPaths(graph, 0, end, { way, follows: all, most: 10_000, longest: 20 });
        expect(complete).toBe(true);
        expect(paths.map((path) => path.steps.map((step) => step.edge).join(' ')).toSorted()).toEqual(naivePaths(graph, 0, end, way));
        const lengths = paths.map((path) => path.steps.length);
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
      }
    }
  });

  test('findCycles finds exactly the nodes that can reach themselves', () => {
    const reaches = numbers.map((node) => {
      const next = new Set(
        steps(graph, node, 'forward', needsOnly).flatMap((step) => [...naiveDistances(graph, step.node, 'forward', needsOnly).keys()]),
      );
      return next;
    });
    const cycles = findCycles(graph);
    const inCycle = numbers.filter((node) => reaches[node]?.has(node));
    expect(cycles.flatMap((cycle) => cycle.members).toSorted((a, b) => a - b)).toEqual(inCycle);
    for (const { members, ring } of cycles) {
      for (const a of members) for (const b of members) expect(reaches[a]?.has(b)).toBe(true);
      for (const [place, node] of ring.entries()) {
        const next = ring[(place + 1) % ring.length];
        expect(steps(graph, node, 'forward', needsOnly).map((step) => step.node)).toContain(next);
      }
      expect(new Set(ring).size).toBe(ring.length);
    }
  });

  test('findImpact finds all that needs what goes, and groupByOwner loses nobody', () => {
    for (const node of numbers) {
      const { gone, affected } = findImpact(graph, node, 'backward');
      const parts = naiveDistances(graph, node, 'backward', (edge) => edge.type === 'partOf');
      expect(gone.toSorted((a, b) => a - b)).toEqual([...parts.keys()].toSorted((a, b) => a - b));
      const distances = new Map<number, number>();
      for (const one of gone) {
        for (const [other, distance] of naiveDistances(graph, one, 'backward', needsOnly)) {
          distances.set(other, Math.min(distance, distances.get(other) ?? Infinity));
        }
      }
      const expected = [...distances].filter(([other]) => !gone.includes(other)).toSorted(byNumber);
      expect(affected.map((one) => [one.node, one.distance]).toSorted(byNumber)).toEqual(expected);
      const groups = groupByOwner(graph, affected);
      expect(groups.flatMap((group) => group.affected).toSorted((a, b) => a.node - b.node)).toEqual(
        affected.toSorted((a, b) => a.node - b.node),
      );
      expect(new Set(groups.map((group) => group.owner)).size).toBe(groups.length);
    }
  });
});

describe('in an organisation', async () => {
  const graph = indexGraph((await compile([SHOP])).graph);
  const number = (ref: string) => graph.at.get(ref) ?? -1;
  const refs = (list: readonly number[]) => list.map((node) => graph.nodes[node]?.ref);

  test('a database takes what needs it, and what needs that, with owners', () => {
    const { affected } = findImpact(graph, number('resource:default/cart-db'), 'backward');
    expect(affected.map(({ node, distance }) => [graph.nodes[node]?.ref, distance])).toEqual([
      ['component:default/cart', 1],
      ['component:default/web', 2],
    ]);
    expect(groupByOwner(graph, affected).map((group) => graph.nodes[group.owner ?? -1]?.ref)).toEqual(['group:default/payments']);
  });

  test('a provider takes its API and whoever consumes it; a system goes with its parts', () => {
    const provider = findImpact(graph, number('component:default/ledger'), 'backward');
    expect(refs(provider.affected.map((one) => one.node))).toEqual(['api:default/charges', 'component:default/web']);
    const system = findImpact(graph, number('system:default/money'), 'backward');
    expect(refs(system.gone).toSorted()).toEqual(['api:default/charges', 'component:default/ledger', 'system:default/money']);
    expect(refs(system.affected.map((one) => one.node))).toEqual(['component:default/web']);
  });

  test('a way leads from a consumer through the API to its provider', () => {
    const path = shortestPath(graph, number('component:default/web'), number('component:default/ledger'), {
      way: 'forward',
      follows: needsOnly,
    });
    expect(refs(path?.steps.map((step) => step.node) ?? [])).toEqual(['api:default/charges', 'component:default/ledger']);
  });
});

describe('bounds', () => {
  /** Everybody needs everybody. */
  const dense = (size: number): Graph => {
    const nodes = Array.from({ length: size }, (_, index) => ({
      ref: `component:default/${index}`,
      kind: 'Component',
      title: '',
      type: null,
      missing: false,
    }));
    const edges = nodes.flatMap((a) => nodes.flatMap((b) => (a === b ? [] : [{ source: a.ref, target: b.ref, type: 'dependsOn' }])));
    return { nodes, edges };
  };

  test('allPaths says when there are more than were asked for', () => {
    const found = allPaths(indexGraph(dense(30)), 0, 29, { way: 'both', follows: all, most: 100, longest: 10 });
    expect([found.paths.length, found.complete]).toEqual([100, false]);
  });

  test('a chain of 20,000 has no cycle and is walked without a stack', () => {
    const nodes = Array.from({ length: 20_000 }, (_, index) => ({ ref: `c:d/${index}`, kind: 'C', title: '', type: null, missing: false }));
    const edges = nodes.slice(1).map((node, index) => ({ source: nodes[index]?.ref ?? '', target: node.ref, type: 'dependsOn' }));
    const graph = indexGraph({ nodes, edges });
    expect(findCycles(graph)).toEqual([]);
    expect(findImpact(graph, 19_999, 'backward').affected).toHaveLength(19_999);
    const closed = indexGraph({ nodes, edges: [...edges, { source: 'c:d/19999', target: 'c:d/0', type: 'dependsOn' }] });
    expect(findCycles(closed)[0]?.ring).toHaveLength(20_000);
  });
});

function byNumber(
  [a]: readonly [number, ...unknown[]] | readonly number[],
  [b]: readonly [number, ...unknown[]] | readonly number[],
): number {
  return Number(a) - Number(b);
}
