// The graph and its map as one small file: column by column, numbers instead of refs, nothing that follows from something else; and back again.
import type { OwnWords } from './relations.ts';
import { GRID, type Frame, type GraphMap } from './map.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

/** A node as pages in the browser know it. */
export interface MappedNode extends GraphNode {
  /** Address without base path; null for an entity that nothing defines. */
  readonly address: string | null;
}

/** A way to reach an owner. */
export interface Contact {
  readonly label: string;
  readonly href: string;
}

/** Everything that the explorer needs. */
export interface MappedGraph extends Graph {
  readonly nodes: readonly MappedNode[];
  readonly map: GraphMap;
  /** What relations of the portal's own are called. */
  readonly words: OwnWords;
  /** How to reach those who own something, by ref. */
  readonly contacts: ReadonlyMap<string, readonly Contact[]>;
}

/** The same as it travels. Columns have an entry for each node, or for each edge. */
export interface CompactGraph {
  readonly kinds: readonly string[];
  readonly namespaces: readonly string[];
  readonly types: readonly string[];
  readonly relations: readonly string[];
  readonly kind: readonly number[];
  readonly namespace: readonly number[];
  /** Name as the ref has it. */
  readonly name: readonly string[];
  /** 0 when it is the name. */
  readonly title: readonly (string | 0)[];
  /** One more than its place in `types`; 0 for none. */
  readonly type: readonly number[];
  /** 0 when it follows from the ref; null for none. */
  readonly address: readonly (string | 0 | null)[];
  readonly missing: readonly number[];
  /** Edges that leave each node; `target` and `relation` list them. */
  readonly degree: readonly number[];
  readonly target: readonly number[];
  readonly relation: readonly number[];
  readonly size: readonly [width: number, height: number];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Level (0 block, 1 cluster), node or -1, title (0 for the node's), corner and size. */
  readonly frames: readonly (readonly [number, number, string | 0, number, number, number, number])[];
  readonly contacts: readonly (readonly [node: number, contacts: readonly (readonly [label: string, href: string])[]])[];
  readonly words: readonly (readonly [type: string, words: string])[];
}

/** Makes the small file. Nodes and edges must be sorted as `buildGraph` sorts them. */
export function packGraph({ nodes, edges, map, contacts, words }: MappedGraph): CompactGraph {
  const at = new Map(nodes.map((node, index) => [node.ref, index]));
  const [kinds, namespaces, types, relations] = [table(), table(), table(), table()];
  const parts = nodes.map((node) => splitRef(node.ref));
  const degree = nodes.map(() => 0);
  for (const edge of edges) degree[at.get(edge.source) ?? -1]! += 1;
  return {
    kind: nodes.map((node) => kinds.number(node.kind)),
    namespace: parts.map((part) => namespaces.number(part.namespace)),
    name: parts.map((part) => part.name),
    title: nodes.map((node, index) => (node.title === parts[index]?.name ? 0 : node.title)),
    type: nodes.map((node) => (node.type === null ? 0 : types.number(node.type) + 1)),
    address: nodes.map((node) => (node.address === usualAddress(node.ref) ? 0 : node.address)),
    missing: nodes.flatMap((node, index) => (node.missing ? index : [])),
    degree,
    target: edges.map((edge) => at.get(edge.target) ?? -1),
    relation: edges.map((edge) => relations.number(edge.type)),
    size: [map.width / GRID, map.height / GRID],
    x: map.x.map((value) => value / GRID),
    y: map.y.map((value) => value / GRID),
    frames: map.frames.map(({ level, node, title, x, y, width, height }) => [
      level === 'block' ? 0 : 1,
      node ?? -1,
      node !== null && title === nodes[node]?.title ? 0 : title,
      ...([x, y, width, height].map((value) => Math.round(value / GRID)) as [number, number, number, number]),
    ]),
    contacts: [...contacts].flatMap(([ref, list]) => {
      const node = at.get(ref);
      return node === undefined ? [] : [[node, list.map(({ label, href }) => [label, href] as const)] as const];
    }),
    words: [...words],
    kinds: kinds.words,
    namespaces: namespaces.words,
    types: types.words,
    relations: relations.words,
  };
}

/** Makes the graph out of the small file again. */
export function unpackGraph(data: CompactGraph): MappedGraph {
  const missing = new Set(data.missing);
  const nodes = data.name.map((name, index): MappedNode => {
    const kind = data.kinds[data.kind[index] ?? -1] ?? '';
    const ref = `${kind.toLowerCase()}:${data.namespaces[data.namespace[index] ?? -1] ?? ''}/${name}`;
    const address = data.address[index] ?? null;
    return {
      ref,
      kind,
      title: data.title[index] || name,
      type: data.types[(data.type[index] ?? 0) - 1] ?? null,
      missing: missing.has(index),
      address: address === 0 ? usualAddress(ref) : address,
    };
  });
  const edges: GraphEdge[] = [];
  for (const [index, node] of nodes.entries()) {
    for (let left = data.degree[index] ?? 0; left > 0; left--) {
      const target = nodes[data.target[edges.length] ?? -1]?.ref ?? '';
      edges.push({ source: node.ref, target, type: data.relations[data.relation[edges.length] ?? -1] ?? '' });
    }
  }
  const frames = data.frames.map(([level, node, title, x, y, width, height]): Frame => ({
    level: level === 0 ? 'block' : 'cluster',
    node: node < 0 ? null : node,
    title: title === 0 ? (nodes[node]?.title ?? '') : title,
    x: x * GRID,
    y: y * GRID,
    width: width * GRID,
    height: height * GRID,
  }));
  const scaled = (values: readonly number[]) => values.map((value) => value * GRID);
  return {
    nodes,
    edges,
    map: { width: data.size[0] * GRID, height: data.size[1] * GRID, x: scaled(data.x), y: scaled(data.y), frames },
    words: new Map(data.words),
    contacts: new Map(
      data.contacts.map(([node, list]) => [nodes[node]?.ref ?? '', list.map(([label, href]) => ({ label, href }))] as const),
    ),
  };
}

function splitRef(ref: string): { kind: string; namespace: string; name: string } {
  const colon = ref.indexOf(':');
  const slash = ref.indexOf('/', colon);
  return { kind: ref.slice(0, colon), namespace: ref.slice(colon + 1, slash), name: ref.slice(slash + 1) };
}

function usualAddress(ref: string): string {
  const { kind, namespace, name } = splitRef(ref);
  return `/catalog/${namespace}/${kind}/${name}/`;
}

function table() {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const number = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    return words.push(word) - 1;
  };
  return { words, number };
}
