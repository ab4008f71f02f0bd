// The same as the picture, as a table: one row for each relation, and one for each entity without any.
import { useState } from 'react';
import { type OwnWords, relationLabel } from '../../graph/relations.ts';
import { NodeLink } from './NodeLink.tsx';
import type { Answer } from './answer.ts';

interface Props {
  readonly answer: Answer;
  readonly words: OwnWords;
  readonly base: string;
}

/** Rows that are added at a time: thousands at once would make everybody wait. */
const STEP = 400;

export function GraphTable({ answer, words, base }: Props) {
  const [open, setOpen] = useState(false);
  const [rows, setRows] = useState(STEP);
  const nodes = new Map(open ? answer.nodes.map((node) => [node.ref, node]) : []);
  const tied = new Set(open ? answer.edges.flatMap((edge) => [edge.source, edge.target]) : []);
  const alone = open ? answer.nodes.filter((node) => !tied.has(node.ref)) : [];
  const total = answer.edges.length + alone.length;
  return (
    <details className="explorer-table" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {answer.nodes.length.toLocaleString('en-US')} entities and {answer.edges.length.toLocaleString('en-US')} relations as a table
      </summary>
      {open && (
        <>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Relation</th>
                <th scope="col">To</th>
              </tr>
            </thead>
            <tbody>
              {answer.edges.slice(0, rows).map((edge) => (
                <tr key={`${edge.source} ${edge.type} ${edge.target}`}>
                  <td>
                    <NodeLink node={nodes.get(edge.source)} base={base} />
                  </td>
                  <td>{relationLabel(edge.type, words)}</td>
                  <td>
                    <NodeLink node={nodes.get(edge.target)} base={base} />
                  </td>
                </tr>
              ))}
              {alone.slice(0, Math.max(0, rows - answer.edges.length)).map((node) => (
                <tr key={node.ref}>
                  <td>
                    <NodeLink node={node} base={base} />
                  </td>
                  <td className="muted" colSpan={2}>
                    nothing here
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {total > rows && (
            <button type="button" className="button" onClick={() => setRows(rows + STEP)}>
              Show {Math.min(STEP, total - rows)} more of {(total - rows).toLocaleString('en-US')}
            </button>
          )}
        </>
      )}
    </details>
  );
}
