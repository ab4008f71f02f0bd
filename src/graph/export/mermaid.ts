// Nodes and edges in, a flowchart of Mermaid out.
import type { Graph } from '../graph.ts';
import { type OwnWords, relationLabel } from '../relations.ts';

/** Writes a flowchart. Nodes are numbered: refs hold characters that Mermaid's names may not. */
export function renderMermaid({ nodes, edges, words }: Graph & { readonly words?: OwnWords }): string {
  const names = new Map(nodes.map((node, index) => [node.ref, `n${index + 1}`]));
  return [
    'flowchart LR',
    ...nodes.map(({ ref, kind, title }) => `  ${names.get(ref)}["${escape(title)}<br><small>${escape(kind.toLowerCase())}</small>"]`),
    ...edges.map(({ source, target, type }) => `  ${names.get(source)} -->|"${escape(relationLabel(type, words))}"| ${names.get(target)}`),
    ...(nodes.some((node) => node.missing)
      ? [
          '  classDef missing stroke-dasharray: 4 3',
          `  class ${nodes.flatMap((node) => (node.missing ? (names.get(node.ref) ?? '') : [])).join(',')} missing`,
        ]
      : []),
    '',
  ].join('\n');
}

/** Writes what quotes, Markdown and HTML would be taken for as Mermaid's own codes. */
function escape(text: string): string {
  return text.replace(/[\s]+/g, ' ').replace(/[#;"<>&`[\]{}|*_\\]/g, (sign) => `#${sign.codePointAt(0)};`);
}
