// The map of the whole organisation: a graph in, a place for each node and frames around systems and domains out. In bounded time, the same for the same graph.
import { compareText } from '../lib/problem.ts';
import { container } from './fold.ts';
import { type IndexedGraph, ownerOf } from './indexed.ts';
import { type Packed, packTo } from './pack.ts';
import { placeCluster } from './cluster.ts';

/** All places are multiples of this: small numbers in the data. */
export const GRID = 4;

/** A frame around what belongs together. */
export interface Frame {
  readonly level: 'block' | 'cluster';
  /** The node it stands for; null for a frame that no entity stands for. */
  readonly node: number | null;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GraphMap {
  readonly width: number;
  readonly height: number;
  /** Corner of each node's card, by its number. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Blocks before the clusters in them. */
  readonly frames: readonly Frame[];
}

const CLUSTER = { padding: 16, head: 64, gap: 32 } as const;
const BLOCK = { padding: 40, head: 104, gap: 120 } as const;
/** Beyond this, looking for the nearest of all clusters takes too long. */
const MOST_ORDERED = 2_000;

const PEOPLE = { key: '~people', title: 'Teams and people' } as const;
const REST = { key: '~rest', title: 'Without a system' } as const;
const PEOPLE_KINDS = new Set(['group', 'user']);

interface Cluster {
  readonly key: string;
  readonly block: string;
  readonly node: number | null;
  readonly title: string;
  readonly members: number[];
}

/** Lays out a graph: entities in their system, systems in their domain, teams in a block of their own. What is tied closely stands close. */
export function layoutMap(graph: IndexedGraph): GraphMap {
  const clusters = makeClusters(graph);
  const clusterOf = new Int32Array(graph.nodes.length).fill(-1);
  for (const [index, { members }] of clusters.entries()) for (const member of members) clusterOf[member] = index;
  const placed = clusters.map((cluster) => placeCluster(graph, cluster.members, cluster.node));
  const size = (index: number) => {
    const { width = 0, height = 0 } = placed[index] ?? {};
    return { width: roomFor(width + 2 * CLUSTER.padding), height: roomFor(height + CLUSTER.head + CLUSTER.padding) };
  };
  const ties = countTies(graph, clusterOf, clusters.length);

  const blocks = [...Map.groupBy(clusters.keys(), (index) => clusters[index]?.block ?? '')].map(([key, members]) => {
    const ordered = orderByTies(members, ties, (index) => clusters[index]?.members.length ?? 0);
    return { key, ordered, packed: packTo(ordered.map(size), CLUSTER.gap, 1.6) };
  });
  const blockOf = new Map(blocks.flatMap(({ ordered }, block) => ordered.map((index) => [index, block] as const)));
  const blockTies = new Map<number, Map<number, number>>();
  for (const [a, row] of ties) for (const [b, weight] of row) addTie(blockTies, blockOf.get(a) ?? -1, blockOf.get(b) ?? -1, weight);
  const domains = blocks.keys().filter((index) => !(blocks[index]?.key ?? '').startsWith('~'));
  const others = blocks.keys().filter((index) => (blocks[index]?.key ?? '').startsWith('~'));
  const order = [
    ...orderByTies([...domains], blockTies, (index) => blocks[index]?.ordered.length ?? 0),
    ...[...others].sort((a, b) => compareText(blocks[a]?.key ?? '', blocks[b]?.key ?? '')),
  ];
  const world = packTo(
    order.map((index) => outer(blocks[index]?.packed)),
    BLOCK.gap,
    2.2,
  );

  const x = graph.nodes.map(() => 0);
  const y = graph.nodes.map(() => 0);
  const frames: Frame[] = [];
  const inner: Frame[] = [];
  for (const [position, index] of order.entries()) {
    const block = blocks[index];
    const [left = 0, top = 0] = world.corners[position] ?? [];
    if (block === undefined) continue;
    frames.push({ ...blockFrame(graph, block.key), x: snap(left), y: snap(top), ...outer(block.packed) });
    for (const [place, cluster] of block.ordered.entries()) {
      const [cx = 0, cy = 0] = block.packed.corners[place] ?? [];
      const [fx, fy] = [snap(left + BLOCK.padding + cx), snap(top + BLOCK.head + cy)];
      const { node = null, title = '', members = [] } = clusters[cluster] ?? {};
      inner.push({ level: 'cluster', node, title, x: fx, y: fy, ...size(cluster) });
      for (const [at, member] of members.entries()) {
        const [mx = 0, my = 0] = placed[cluster]?.corners[at] ?? [];
        x[member] = snap(fx + CLUSTER.padding + mx);
        y[member] = snap(fy + CLUSTER.head + my);
      }
    }
  }
  return { width: snap(world.width) + GRID, height: snap(world.height) + GRID, x, y, frames: [...frames, ...inner] };
}

const roomFor = (value: number) => Math.ceil(value / GRID) * GRID;
const snap = (value: number) => Math.round(value / GRID) * GRID;

function outer(packed: Packed | undefined): { width: number; height: number } {
  const { width = 0, height = 0 } = packed ?? {};
  return { width: snap(width + 2 * BLOCK.padding), height: snap(height + BLOCK.head + BLOCK.padding) };
}

function blockFrame(graph: IndexedGraph, key: string): Pick<Frame, 'level' | 'node' | 'title'> {
  const node = graph.at.get(key) ?? null;
  const title = node === null ? (key === PEOPLE.key ? PEOPLE.title : REST.title) : (graph.nodes[node]?.title ?? '');
  return { level: 'block', node, title };
}

/** Puts every node into one cluster: its system, else its domain's loose parts, its team, its owner, or who names it. */
function makeClusters(graph: IndexedGraph): Cluster[] {
  const clusters = new Map<string, Cluster>();
  const kind = (node: number) => graph.nodes[node]?.kind.toLowerCase() ?? '';
  const title = (node: number | null) => (node === null ? '' : (graph.nodes[node]?.title ?? ''));
  const put = (member: number, key: string, block: string, node: number | null, words: string) => {
    const known = clusters.get(key);
    if (known !== undefined) known.members.push(member);
    else clusters.set(key, { key, block, node, title: words, members: [member] });
  };
  const place = (member: number, at: number): boolean => {
    const system = container(graph, at, 'system');
    const domain = container(graph, at, 'domain');
    const block = domain === null ? REST.key : (graph.nodes[domain]?.ref ?? '');
    if (system !== null && kind(system) === 'system') put(member, graph.nodes[system]?.ref ?? '', block, system, title(system));
    else if (domain !== null) put(member, `~${block}`, block, null, '');
    else return false;
    return true;
  };
  for (const member of graph.nodes.keys()) {
    if (PEOPLE_KINDS.has(kind(member))) {
      const above = aboveOf(graph, member);
      put(member, `~team ${above === null ? '' : graph.nodes[above]?.ref}`, PEOPLE.key, above, title(above));
    } else if (!place(member, member)) {
      const owner = ownerOf(graph, member);
      const namer = owner === null ? namerOf(graph, member) : null;
      if (namer !== null && place(member, namer)) continue;
      put(member, `~owner ${owner === null ? kind(member) : graph.nodes[owner]?.ref}`, REST.key, owner, title(owner));
    }
  }
  return [...clusters.values()].sort((a, b) => compareText(a.key, b.key));
}

/** The team that a person or team is in. */
function aboveOf(graph: IndexedGraph, node: number): number | null {
  const edge = (graph.leaving[node] ?? []).find((index) => ['memberOf', 'childOf'].includes(graph.edges[index]?.type ?? ''));
  return edge === undefined ? null : (graph.to[edge] ?? null);
}

/** Whoever first names a node that says nothing of itself. */
function namerOf(graph: IndexedGraph, node: number): number | null {
  const edge = graph.reaching[node]?.[0];
  return edge === undefined ? null : (graph.from[edge] ?? null);
}

/** How many edges run between each two clusters, ownership aside. */
function countTies(graph: IndexedGraph, clusterOf: Int32Array, count: number): Map<number, Map<number, number>> {
  const ties = new Map<number, Map<number, number>>(Array.from({ length: count }, (_, index) => [index, new Map()]));
  for (const [index, edge] of graph.edges.entries()) {
    if (edge.type === 'ownedBy') continue;
    const a = clusterOf[graph.from[index] ?? -1] ?? -1;
    const b = clusterOf[graph.to[index] ?? -1] ?? -1;
    if (a >= 0 && b >= 0) {
      addTie(ties, a, b, 1);
      addTie(ties, b, a, 1);
    }
  }
  return ties;
}

function addTie(ties: Map<number, Map<number, number>>, a: number, b: number, weight: number): void {
  if (a === b) return;
  const row = ties.get(a) ?? new Map<number, number>();
  row.set(b, (row.get(b) ?? 0) + weight);
  ties.set(a, row);
}

/** Begins with the largest; next always comes whoever is tied most to those that stand already. */
function orderByTies(
  members: readonly number[],
  ties: ReadonlyMap<number, ReadonlyMap<number, number>>,
  weight: (index: number) => number,
): number[] {
  const left = new Set(members.toSorted((a, b) => weight(b) - weight(a) || a - b));
  if (left.size > MOST_ORDERED) return [...left];
  const pull = new Map<number, number>();
  const ordered: number[] = [];
  while (left.size > 0) {
    let best = -1;
    for (const one of left) if (best < 0 || (pull.get(one) ?? 0) > (pull.get(best) ?? 0)) best = one;
    left.delete(best);
    ordered.push(best);
    for (const [other, count] of ties.get(best) ?? []) if (left.has(other)) pull.set(other, (pull.get(other) ?? 0) + count);
  }
  return ordered;
}
