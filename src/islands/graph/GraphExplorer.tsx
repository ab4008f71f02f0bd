// The graph explorer: loads the graph once, keeps the question in the address, and shows picture, words and table of the answer.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type CompactGraph, type MappedNode, unpackGraph } from '../../graph/compact.ts';
import { indexGraph } from '../../graph/indexed.ts';
import { GraphAnswer } from './GraphAnswer.tsx';
import { GraphControls } from './GraphControls.tsx';
import { GraphExport } from './GraphExport.tsx';
import { GraphPicture } from './GraphPicture.tsx';
import { GraphTable } from './GraphTable.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { type WholeGraph, answer as answerTo } from './answer.ts';
import { drawingOf, makePicture, noteOf } from './picture.ts';
import { type GraphQuestion, NOTHING_ASKED, readQuestion, writeQuestion } from './question.ts';

interface Props {
  readonly data: WholeGraph;
  /** Base path of the site. */
  readonly base: string;
  /** What is asked when the address says nothing. */
  readonly fallback: GraphQuestion;
}

/** Loads the graph; rejects when it cannot be had. */
export async function loadGraph(base: string): Promise<WholeGraph> {
  const answer = await fetch(`${base}catalog-graph/map.json`);
  if (!answer.ok) throw new Error(`The graph could not be loaded: ${answer.status}`);
  const data = unpackGraph((await answer.json()) as CompactGraph);
  return { ...data, ...indexGraph(data), nodes: data.nodes };
}

export function GraphExplorer({ data, base, fallback }: Props) {
  const [question, setQuestion] = useState(() => readQuestion(new URLSearchParams(location.search), fallback));

  useEffect(() => {
    // An address of Backstage, or one that says what goes without saying, becomes ours.
    const own = addressOf(readQuestion(new URLSearchParams(location.search), fallback), fallback);
    if (own !== location.pathname + location.search) history.replaceState(null, '', own);
    const read = () => setQuestion(readQuestion(new URLSearchParams(location.search), fallback));
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, [fallback]);

  const ask = useCallback(
    (next: GraphQuestion) => {
      setQuestion(next);
      history.pushState(null, '', addressOf(next, fallback));
    },
    [fallback],
  );

  const answer = useMemo(() => answerTo(data, question), [data, question]);
  const narrow = matchMedia('(max-width: 640px)').matches;
  const picture = useMemo(() => makePicture(data, question, answer, narrow), [data, question, answer, narrow]);
  const look = (ref: string) => ask({ ...question, roots: [ref], show: LOOKS_ON[question.show], fold: null, expanded: [] });
  const unknown = question.roots.filter((ref) => !data.at.has(ref));
  const note = (node: MappedNode) => noteOf(node, answer);

  return (
    <>
      {question.filters && <GraphControls data={data} question={question} onChange={ask} />}
      {answer.nodes.length === 0 ? (
        <p className="empty">{unknown.length > 0 ? `There is no ${unknown.join(', ')} in the catalog.` : EMPTY[question.show]}</p>
      ) : picture.type === 'layers' ? (
        <GraphPicture
          placed={picture.placed}
          base={base}
          words={data.words}
          roots={answer.roots}
          note={note}
          more={answer.more}
          onFocusNode={look}
          onExpand={(ref) => {
            if (answer.more.has(ref)) ask({ ...question, expanded: [...question.expanded, ref] });
          }}
        />
      ) : (
        <MapCanvas
          scene={picture.scene}
          describe={(card) => describe(data, answer.nodes[card], note)}
          onOpen={(card) => look(answer.nodes[card]?.ref ?? '')}
        />
      )}
      <p className="small muted" role="status" data-count>
        {count(answer.nodes.length, 'entity', 'entities')}, {count(answer.edges.length, 'relation', 'relations')}
        {answer.folded !== null &&
          answer.folded.left > 0 &&
          `; ${count(answer.folded.left, 'entity belongs', 'entities belong')} to none of them`}
        .
        {picture.type === 'layers'
          ? ' A click puts an entity into the middle, a click on the middle opens its page.'
          : ' A click looks closer. Control and the wheel zoom.'}
      </p>
      <GraphAnswer graph={data} question={question} answer={answer} base={base} />
      {answer.nodes.length > 0 && (
        <>
          <GraphExport drawing={() => ({ ...drawingOf(picture, answer, question.merge), words: data.words })} />
          <GraphTable answer={answer} words={data.words} base={base} />
        </>
      )}
    </>
  );
}

/** What is shown of an entity that is clicked, by what was shown before. */
const LOOKS_ON: Readonly<Record<GraphQuestion['show'], GraphQuestion['show']>> = {
  map: 'around',
  around: 'around',
  impact: 'impact',
  needs: 'needs',
  paths: 'around',
  cycles: 'around',
};

const EMPTY: Readonly<Record<GraphQuestion['show'], string>> = {
  map: 'There is nothing of this kind.',
  around: 'Nothing is related in this way.',
  impact: 'Nothing needs it.',
  needs: 'It needs nothing.',
  paths: 'No path leads there.',
  cycles: 'Nothing needs itself, not even through others.',
};

const count = (number: number, one: string, many: string) => `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

function addressOf(question: GraphQuestion, fallback: GraphQuestion): string {
  const query = writeQuestion(question, fallback);
  return query === '' ? location.pathname : `${location.pathname}?${query}`;
}

function describe(data: WholeGraph, node: MappedNode | undefined, note: (node: MappedNode) => string): string {
  if (node === undefined) return '';
  const at = data.at.get(node.ref) ?? -1;
  return `${node.title}, ${note(node)}; ${data.leaving[at]?.length ?? 0} lines leave it, ${data.reaching[at]?.length ?? 0} reach it.`;
}

/** What is asked on a page of its own, and on the page of an entity. */
export function questionAbout(ref: string | null): GraphQuestion {
  return ref === null ? NOTHING_ASKED : { ...NOTHING_ASKED, roots: [ref], show: 'around', depth: 1 };
}
