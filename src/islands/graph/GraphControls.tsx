// What the reader can ask of the graph: what is shown, the entity in the middle, how far to look, which kinds and relations, and how it is drawn.
import type { Way } from '../../graph/indexed.ts';
import { DIRECTIONS, type Direction } from '../../graph/layers.ts';
import { RELATION_PAIRS, relationLabel } from '../../graph/relations.ts';
import { EntityField } from './EntityField.tsx';
import type { WholeGraph } from './answer.ts';
import { type GraphQuestion, SHOWS } from './question.ts';

interface Props {
  readonly data: WholeGraph;
  readonly question: GraphQuestion;
  readonly onChange: (question: GraphQuestion) => void;
}

const DEPTHS = [
  [1, '1 step'],
  [2, '2 steps'],
  [3, '3 steps'],
  [4, '4 steps'],
  [0, 'No limit'],
] as const;

const WAYS: readonly (readonly [Way, string])[] = [
  ['both', 'Both ways'],
  ['forward', 'What it needs'],
  ['backward', 'What needs it'],
];

const FOLD_WORDS = [
  ['', 'Each entity'],
  ['system', 'Systems'],
  ['domain', 'Domains'],
  ['owner', 'Owners'],
] as const;

const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  LR: 'Left to right',
  RL: 'Right to left',
  TB: 'Top to bottom',
  BT: 'Bottom to top',
};

export function GraphControls({ data, question, onChange }: Props) {
  const change = (part: Partial<GraphQuestion>) => onChange({ ...question, ...part });
  const [root = null] = question.roots;
  const kinds = [...new Set(data.nodes.map((node) => node.kind.toLowerCase()))].sort();
  const types = [...new Set(data.edges.map((edge) => edge.type))].sort(byTable);
  const toggle = (values: readonly string[], value: string) =>
    values.includes(value) ? values.filter((one) => one !== value) : [...values.filter((one) => one !== '*'), value];
  const depths = DEPTHS.some(([depth]) => depth === question.depth)
    ? DEPTHS
    : [...DEPTHS, [question.depth, `${question.depth} steps`] as const];

  return (
    <form className="explorer-controls" onSubmit={(event) => event.preventDefault()}>
      <EntityField
        label="Around"
        placeholder="Name of an entity"
        nodes={data.nodes}
        value={root}
        onChoose={(ref) =>
          change(
            ref === null
              ? { roots: [], show: question.show === 'cycles' ? 'cycles' : 'map', expanded: [] }
              : { roots: [ref], show: question.show === 'map' ? 'around' : question.show, expanded: [] },
          )
        }
      />
      {question.roots.slice(1).map((ref) => (
        <button
          key={ref}
          type="button"
          className="chip"
          aria-label={`Leave out ${ref}`}
          onClick={() => change({ roots: question.roots.filter((one) => one !== ref) })}
        >
          {ref} ×
        </button>
      ))}
      <Choice
        label="Show"
        value={question.show}
        options={SHOWS.map((row) => [row.id, row.label, row.roots > question.roots.length] as const)}
        onChange={(show) => change({ show: show as GraphQuestion['show'] })}
      />
      {question.show === 'around' && (
        <>
          <Choice
            label="As far as"
            value={String(question.depth)}
            options={depths.map(([depth, words]) => [String(depth), words] as const)}
            onChange={(depth) => change({ depth: Number(depth) })}
          />
          <Choice label="Way" value={question.way} options={WAYS} onChange={(way) => change({ way: way as Way })} />
        </>
      )}
      {question.show === 'paths' && (
        <EntityField label="To" placeholder="Name of an entity" nodes={data.nodes} value={question.to} onChoose={(to) => change({ to })} />
      )}
      <Choice
        label="Fold into"
        value={question.fold ?? ''}
        options={FOLD_WORDS}
        onChange={(fold) => change({ fold: fold === '' ? null : (fold as GraphQuestion['fold']) })}
      />
      <details className="explorer-choices" open={question.kinds.length + question.relations.length > 0 || undefined}>
        <summary>Kinds, relations, lines</summary>
        <Chips legend="Kinds" values={kinds} chosen={question.kinds} onToggle={(kind) => change({ kinds: toggle(question.kinds, kind) })} />
        <Chips
          legend="Relations"
          values={types}
          chosen={question.relations.includes('*') ? types : question.relations}
          words={(type) => relationLabel(type, data.words)}
          onToggle={(type) => change({ relations: toggle(question.relations.includes('*') ? types : question.relations, type) })}
        />
        <div className="explorer-lines">
          <Choice
            label="Direction"
            value={question.direction}
            options={DIRECTIONS.map((one) => [one, DIRECTION_WORDS[one]] as const)}
            onChange={(direction) => change({ direction: direction as Direction })}
          />
          <Choice
            label="Lines"
            value={question.curve}
            options={[
              ['smooth', 'Curves'],
              ['step', 'Steps'],
            ]}
            onChange={(curve) => change({ curve: curve as GraphQuestion['curve'] })}
          />
          <Check label="One line for several relations" checked={question.merge} onChange={(merge) => change({ merge })} />
          <Check label="Only lines that lead away from the middle" checked={question.simple} onChange={(simple) => change({ simple })} />
        </div>
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

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string, disabled?: boolean])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([one, words, disabled = false]) => (
          <option key={one} value={one} disabled={disabled}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="explorer-check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} /> {label}
    </label>
  );
}

interface ChipsProps {
  readonly legend: string;
  readonly values: readonly string[];
  readonly chosen: readonly string[];
  readonly words?: (value: string) => string;
  readonly onToggle: (value: string) => void;
}

function Chips({ legend, values, chosen, words = String, onToggle }: ChipsProps) {
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
