// Nodes and edges in, CSV out: one row for each relation, and one for each entity without any.
import type { Graph } from '../graph.ts';

const HEAD = ['source', 'sourceTitle', 'relation', 'target', 'targetTitle'];

/** Writes the rows of RFC 4180, so that spreadsheets read them. */
export function renderCsv({ nodes, edges }: Graph): string {
  const titles = new Map(nodes.map((node) => [node.ref, node.title]));
  const tied = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const rows = [
    HEAD,
    ...edges.map(({ source, target, type }) => [source, titles.get(source) ?? '', type, target, titles.get(target) ?? '']),
    ...nodes.filter((node) => !tied.has(node.ref)).map((node) => [node.ref, node.title, '', '', '']),
  ];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Quotes what needs it. What a spreadsheet would take for a formula gets an apostrophe: titles are written by others. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
