// The graph explorer: loads the graph once, keeps the question in the address, and shows picture and table of the answer.
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { GraphCanvas } from './GraphCanvas.tsx';
import { GraphControls } from './GraphControls.tsx';
import { GraphTable } from './GraphTable.tsx';
import { place } from './layout.ts';
import { type GraphQuestion, readQuestion, select, writeQuestion } from './selection.ts';
import type { GraphData } from './types.ts';

interface Props {
  /** Base path of the site. */
  readonly base: string;
  /** What is asked when the address says nothing. */
  readonly question: GraphQuestion;
  /** What is shown before the graph is there, and without scripts. */
  readonly children?: ReactNode;
}

export function GraphExplorer({ base, question: fallback, children }: Props) {
  const [data, setData] = useState<GraphData | null>(null);
  const [failed, setFailed] = useState(false);
  const [question, setQuestion] = useState(fallback);

  useEffect(() => {
    const read = () => setQuestion(readQuestion(new URLSearchParams(location.search), fallback));
    read();
    addEventListener('popstate', read);
    fetch(`${base}api/graph.json`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<GraphData>) : Promise.reject(new Error(answer.statusText))))
      .then(setData, () => setFailed(true));
    return () => removeEventListener('popstate', read);
  }, [base, fallback]);

  const ask = useCallback(
    (next: GraphQuestion) => {
      setQuestion(next);
      const query = writeQuestion(next, fallback);
      history.pushState(null, '', query === '' ? location.pathname : `?${query}`);
    },
    [fallback],
  );

  const selection = useMemo(() => (data === null ? null : select(data, question)), [data, question]);
  const placed = useMemo(() => {
    if (selection === null) return null;
    return place(selection, matchMedia('(max-width: 640px)').matches ? 'TB' : 'LR');
  }, [selection]);

  if (data === null || selection === null || placed === null) {
    return (
      <div className="explorer">
        {failed && <p role="alert">The graph could not be loaded.</p>}
        {children}
      </div>
    );
  }
  return (
    <div className="explorer">
      <GraphControls data={data} question={question} onChange={ask} />
      {placed.nodes.length === 0 ? (
        <p className="empty">Nothing is related in this way.</p>
      ) : (
        <GraphCanvas placed={placed} base={base} root={question.root} onFocusNode={(root) => ask({ ...question, root })} />
      )}
      <p className="small muted" role="status">
        {placed.nodes.length} entities
        {selection.hidden > 0 && `, ${selection.hidden} more did not fit: narrow by kind, relation or steps`}. Click an entity to put it in
        the middle, click it again to open it.
      </p>
      <GraphTable selection={selection} base={base} />
    </div>
  );
}
