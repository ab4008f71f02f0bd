// Nodes and edges in, the language of Graphviz out.
import type { Graph } from '../graph.ts';
import { type OwnWords, relationLabel } from '../relations.ts';

/** Writes a digraph that `dot` lays out in layers. */
export function renderDot({ nodes, edges, words }: Graph & { readonly words?: OwnWords }): string {
  return [
    'digraph {',
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    ...nodes.map(({ ref, kind, title, missing }) => {
      const dashed = missing ? ', style="rounded,dashed"' : '';
      return `  ${quote(ref)} [label=${quote(`${title}\n${kind.toLowerCase()}`)}${dashed}];`;
    }),
    ...edges.map(({ source, target, type }) => `  ${quote(source)} -> ${quote(target)} [label=${quote(relationLabel(type, words))}];`),
    '}',
    '',
  ].join('\n');
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
