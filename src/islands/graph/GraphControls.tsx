// What the reader can ask of the graph: the entity in the middle, how far to look, which kinds and relations.
import { useId, useState } from 'react';
import { RELATION_PAIRS } from '../../portal/relation-words.ts';
import type { GraphQuestion } from './selection.ts';
import type { GraphData } from './types.ts';

interface Props {
  readonly data: GraphData;
  readonly question: GraphQuestion;
  readonly onChange: (question: GraphQuestion) => void;
}

const DEPTHS = [
  [1, '1 step'],
  [2, '2 steps'],
  [3, '3 steps'],
  [0, 'No limit'],
] as const;
/** A list of suggestions with more than this is of no help and slow. */
const MOST_SUGGESTIONS = 2_000;

export function GraphControls({ data, question, onChange }: Props) {
  const list = useId();
  // What is typed counts until something else changes the middle of the graph.
  const [typed, setTyped] = useState({ root: question.root, text: question.root ?? '' });
  if (typed.root !== question.root) setTyped({ root: question.root, text: question.root ?? '' });
  const root = data.nodes.find((node) => node.ref === question.root);
  const kinds = [...new Set(data.nodes.map((node) => node.kind.toLowerCase()))].sort();
  const types = [...new Set(data.edges.map((edge) => edge.type))].sort(byTable);
  const toggle = (values: readonly string[], value: string) =>
    values.includes(value) ? values.filter((one) => one !== value) : [...values, value];

  return (
    <form className="explorer-controls" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>Around</span>
        <input
          className="explorer-root"
          list={list}
          placeholder="Everything"
          value={typed.text}
          autoComplete="off"
          onChange={({ target }) => {
            const found = data.nodes.find((node) => node.ref === target.value.trim().toLowerCase());
            setTyped({ root: found?.ref ?? question.root, text: target.value });
            if (found !== undefined) onChange({ ...question, root: found.ref });
            else if (target.value === '') onChange({ ...question, root: null });
          }}
        />
        <datalist id={list}>
          {data.nodes.slice(0, MOST_SUGGESTIONS).map((node) => (
            <option key={node.ref} value={node.ref}>
              {node.title}
            </option>
          ))}
        </datalist>
      </label>
      <label>
        <span>As far as</span>
        <select
          value={question.depth}
          disabled={root === undefined}
          onChange={({ target }) => onChange({ ...question, depth: Number(target.value) })}
        >
          {DEPTHS.map(([depth, words]) => (
            <option key={depth} value={depth}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <details className="explorer-choices" open={question.kinds.length + question.relations.length > 0 || undefined}>
        <summary>Kinds and relations</summary>
        <Choices
          legend="Kinds"
          values={kinds}
          chosen={question.kinds}
          onToggle={(kind) => onChange({ ...question, kinds: toggle(question.kinds, kind) })}
        />
        <Choices
          legend="Relations"
          values={types}
          chosen={question.relations}
          words={(type) => RELATION_PAIRS.find((pair) => pair.type === type)?.label ?? type}
          onToggle={(type) => onChange({ ...question, relations: toggle(question.relations, type) })}
        />
      </details>
    </form>
  );
}

function byTable(a: string, b: string): number {
  const rank = (type: string) => {
    const index = RELATION_PAIRS.findIndex((pair) => pair.type === type);
    return index < 0 ? RELATION_PAIRS.length : index;
  };
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

interface ChoicesProps {
  readonly legend: string;
  readonly values: readonly string[];
  readonly chosen: readonly string[];
  readonly words?: (value: string) => string;
  readonly onToggle: (value: string) => void;
}

function Choices({ legend, values, chosen, words = String, onToggle }: ChoicesProps) {
  return (
    <fieldset className="chips">
      <legend>{legend}</legend>
      {values.map((value) => (
        <button key={value} type="button" className="chip" aria-pressed={chosen.includes(value)} onClick={() => onToggle(value)}>
          {words(value)}
        </button>
      ))}
    </fieldset>
  );
}
