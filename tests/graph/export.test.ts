// What is exported says what is shown: read back, it has the same nodes and edges. Graphviz and a parser of XML must accept it.
import { fromHtml } from 'hast-util-from-html';
import { instance } from '@viz-js/viz';
import { describe, expect, test } from 'vitest';
import { renderCsv } from '../../src/graph/export/csv.ts';
import { renderDot } from '../../src/graph/export/dot.ts';
import { renderMermaid } from '../../src/graph/export/mermaid.ts';
import { type Palette, renderSvg } from '../../src/graph/export/svg.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { placeLayers } from '../../src/graph/layers.ts';
import { SEEDS, madeUpGraph } from './made-up.ts';

const NASTY = 'He said "<b>#;|no|</b>", \\then\nleft & `x` [y] {z}';
const nasty: Graph = {
  nodes: [
    { ref: 'component:default/a', kind: 'Component', title: NASTY, type: null, missing: false },
    { ref: 'component:default/b', kind: 'Component', title: '=HYPERLINK("x")', type: 'x', missing: true },
    { ref: 'component:default/c', kind: 'Component', title: 'alone', type: null, missing: false },
  ],
  edges: [{ source: 'component:default/a', target: 'component:default/b', type: 'dependsOn' }],
};
const graphs: readonly Graph[] = [nasty, ...SEEDS.slice(0, 8).map((seed) => madeUpGraph(seed, 12, 20))];
const pairs = (graph: Graph) => graph.edges.map((edge) => `${edge.source} ${edge.target}`).toSorted();
const colour = 'red';
const palette: Palette = {
  background: colour,
  frame: colour,
  line: colour,
  edge: colour,
  text: colour,
  muted: colour,
  accent: colour,
  soft: colour,
  warn: colour,
  kinds: new Map(),
};

/** Reads CSV by the letter. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    const row = rows.at(-1);
    const cell = quoted?.replaceAll('""', '"') ?? plain;
    if (row === undefined || row.at(-1) === '\r\n') rows.push([cell]);
    else row.push(cell);
    if (end === '\r\n') rows.at(-1)?.push(end);
  }
  return rows.map((row) => row.slice(0, -1));
}

describe.each(graphs.map((graph, index) => ({ graph, index })))('graph $index', ({ graph }) => {
  test('is whole in CSV', () => {
    const [head, ...rows] = readCsv(renderCsv(graph));
    expect(head).toEqual(['source', 'sourceTitle', 'relation', 'target', 'targetTitle']);
    expect(rows.filter((row) => row[2] !== '').map((row) => `${row[0]} ${row[2]} ${row[3]}`)).toEqual(
      graph.edges.map((edge) => `${edge.source} ${edge.type} ${edge.target}`),
    );
    const named = new Set(rows.flatMap((row) => [row[0], row[3]]).filter(Boolean));
    expect([...named].toSorted()).toEqual(graph.nodes.map((node) => node.ref));
  });

  test('is whole for Graphviz', async () => {
    const viz = await instance();
    const { objects = [], edges = [] } = viz.renderJSON(renderDot(graph)) as {
      objects?: { name: string; label: string }[];
      edges?: { tail: number; head: number }[];
    };
    expect(objects.map((one) => one.name).toSorted()).toEqual(graph.nodes.map((node) => node.ref));
    expect(edges.map((edge) => `${objects[edge.tail]?.name} ${objects[edge.head]?.name}`).toSorted()).toEqual(pairs(graph));
  });

  test('is whole in Mermaid, with nothing that could end a label', () => {
    const lines = renderMermaid(graph).split('\n');
    expect(lines[0]).toBe('flowchart LR');
    const nodes = lines.filter((line) => /^ {2}n\d+\["[^"[\]{}|`\\*]*"\]$/.test(line));
    expect(nodes).toHaveLength(graph.nodes.length);
    const edges = lines.flatMap((line) => {
      const [, from, to] = /^ {2}n(\d+) -->\|"[^"|]*"\| n(\d+)$/.exec(line) ?? [];
      return from === undefined ? [] : `${graph.nodes[Number(from) - 1]?.ref} ${graph.nodes[Number(to) - 1]?.ref}`;
    });
    expect(edges.toSorted()).toEqual(pairs(graph));
  });

  test.each([true, false])('is whole in SVG (merged: %j)', (merge) => {
    const placed = placeLayers(graph, { direction: 'LR', curve: 'smooth', merge });
    const svg = renderSvg(
      {
        nodes: placed.nodes,
        edges: graph.edges,
        lines: placed.edges,
        frames: [],
        box: [0, 0, placed.width, placed.height],
        roots: new Set(),
      },
      palette,
    );
    const marks = (name: string) => [...svg.matchAll(new RegExp(`data-${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '').toSorted();
    expect(marks('node')).toEqual(graph.nodes.map((node) => node.ref));
    expect(marks('edge')).toEqual(merge ? [...new Set(pairs(graph))] : pairs(graph));
    const errors: string[] = [];
    fromHtml(svg, { fragment: true, space: 'svg', onerror: (error) => void errors.push(String(error)) });
    expect(errors).toEqual([]);
    expect(svg).not.toMatch(/<(?:b|script|image)\b|href|url\((?!#)/);
  });
});

test('CSV keeps spreadsheets from running titles', () => {
  expect(renderCsv(nasty)).toContain(`"'=HYPERLINK(""x"")"`);
});
