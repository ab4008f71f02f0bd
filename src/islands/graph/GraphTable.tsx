// The same as the picture, as a table: one row for each line that is drawn.
import { relationLabel } from '../../portal/relation-words.ts';
import type { Selection } from './selection.ts';
import type { GraphNode } from './types.ts';

interface Props {
  readonly selection: Selection;
  readonly base: string;
}

export function GraphTable({ selection, base }: Props) {
  const nodes = new Map(selection.nodes.map((node) => [node.ref, node]));
  return (
    <details className="explorer-table">
      <summary>
        {selection.nodes.length} entities and {selection.edges.length} relations as a table
      </summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Relation</th>
            <th scope="col">To</th>
          </tr>
        </thead>
        <tbody>
          {selection.edges.map((edge) => (
            <tr key={`${edge.source} ${edge.type} ${edge.target}`}>
              <td>
                <NodeLink node={nodes.get(edge.source)} base={base} />
              </td>
              <td>{relationLabel(edge.type)}</td>
              <td>
                <NodeLink node={nodes.get(edge.target)} base={base} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function NodeLink({ node, base }: { node: GraphNode | undefined; base: string }) {
  if (node === undefined) return null;
  if (node.address === null) return <span className="missing">{node.title}</span>;
  return (
    <a href={base.slice(0, -1) + encodeURI(node.address)} data-entity-ref={node.ref}>
      {node.title} <span className="small muted">{node.kind.toLowerCase()}</span>
    </a>
  );
}
