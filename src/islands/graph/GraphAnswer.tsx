// What an answer says in words: who is to be asked, which paths there are, who needs whom in a circle.
import { type ReactNode, useState } from 'react';
import type { AllPaths } from '../../graph/paths.ts';
import { relationLabel } from '../../graph/relations.ts';
import { NodeLink } from './NodeLink.tsx';
import type { Answer, WholeGraph } from './answer.ts';
import type { GraphQuestion } from './question.ts';

interface Props {
  readonly graph: WholeGraph;
  readonly question: GraphQuestion;
  readonly answer: Answer;
  readonly base: string;
}

/** Lists are shown in parts of this many. */
const STEP = 20;

export function GraphAnswer(props: Props) {
  if (props.answer.impact !== null) return <ImpactAnswer {...props} />;
  if (props.question.show === 'paths') return <PathsAnswer {...props} />;
  if (props.answer.cycles !== null) return <CyclesAnswer {...props} />;
  return null;
}

const number = (count: number, one: string, many: string) => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

function ImpactAnswer({ graph, question, answer, base }: Props) {
  const { impact } = answer;
  const root = graph.nodes[graph.at.get(question.roots[0] ?? '') ?? -1];
  if (impact === null || root === undefined) return null;
  const breaks = question.show === 'impact';
  const parts = impact.gone.length - 1;
  const direct = impact.affected.filter((one) => one.distance === 1).length;
  const owners = impact.groups.filter((group) => group.owner !== null).length;
  return (
    <section className="sec explorer-answer" data-answer={question.show}>
      <div className="sec-head">
        <h2>{breaks ? `What breaks if ${root.title} goes` : `What ${root.title} needs`}</h2>
        <span className="n">{impact.affected.length}</span>
      </div>
      <p>
        {impact.affected.length === 0
          ? breaks
            ? 'Nothing in the catalog needs it.'
            : 'It needs nothing that the catalog knows.'
          : `${number(impact.affected.length, 'entity', 'entities')}, ${direct} of them directly, of ${number(owners, 'owner', 'owners')}${breaks ? ' to be asked' : ''}.`}
        {parts > 0 && ` Its ${number(parts, 'part', 'parts')} ${breaks ? 'go with it' : 'are taken together with it'}.`}
      </p>
      {impact.groups.map((group) => {
        const owner = graph.nodes[group.owner ?? -1];
        return (
          <div key={owner?.ref ?? ''} className="explorer-owner" data-owner={owner?.ref ?? ''}>
            <h3>
              {owner === undefined ? 'Without an owner' : <NodeLink node={owner} base={base} />}{' '}
              <span className="n">{group.affected.length}</span>
            </h3>
            <Contacts contacts={owner === undefined ? [] : (graph.contacts.get(owner.ref) ?? [])} />
            <Rows>
              {group.affected.map(({ node, distance }) => (
                <li key={node}>
                  <NodeLink node={graph.nodes[node]} base={base} />
                  <span className="end">{distance === 1 ? 'directly' : `over ${distance} steps`}</span>
                </li>
              ))}
            </Rows>
          </div>
        );
      })}
    </section>
  );
}

function Contacts({ contacts }: { contacts: readonly { readonly label: string; readonly href: string }[] }) {
  if (contacts.length === 0) return null;
  return (
    <p className="explorer-contacts">
      {contacts.map(({ label, href }) => (
        <a key={href} href={href} rel="noreferrer">
          {label}
        </a>
      ))}
    </p>
  );
}

/** A list that shows its first rows, and more when asked. */
function Rows({ children }: { children: readonly ReactNode[] }) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <ul className="rows">{children.slice(0, shown)}</ul>
      {children.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + STEP * 5)}>
          {children.length - shown} more
        </button>
      )}
    </>
  );
}

const WAY_WORDS = {
  forward: (from: string, to: string) => `${from} needs ${to}`,
  backward: (from: string, to: string) => `${to} needs ${from}`,
  both: (from: string, to: string) => `${from} and ${to} are tied in either direction`,
} as const;

function PathsAnswer({ graph, question, answer, base }: Props) {
  const from = graph.nodes[graph.at.get(question.roots[0] ?? '') ?? -1];
  const to = graph.nodes[graph.at.get(question.to ?? '') ?? -1];
  if (from === undefined) return null;
  if (to === undefined) {
    return (
      <p className="explorer-answer">
        {question.to === null ? 'Choose where the paths lead.' : `There is no ${question.to} in the catalog.`}
      </p>
    );
  }
  const { paths } = answer;
  const shortest = paths?.paths[0]?.steps.length ?? 0;
  return (
    <section className="sec explorer-answer" data-answer="paths">
      <div className="sec-head">
        <h2>
          Paths from {from.title} to {to.title}
        </h2>
        <span className="n">{paths?.paths.length ?? 0}</span>
      </div>
      <p>
        {paths === null
          ? 'No path leads from one to the other.'
          : `${WAY_WORDS[paths.way](from.title, to.title)}: the shortest path has ${number(shortest, 'step', 'steps')}.${paths.complete ? '' : ' There are more paths than are shown.'} Paths more than three steps longer are left out.`}
      </p>
      {paths !== null && (
        <Rows>
          {paths.paths.map((path) => (
            <PathRow key={path.steps.map((step) => step.edge).join()} graph={graph} path={path} base={base} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function PathRow({ graph, path, base }: { graph: WholeGraph; path: AllPaths['paths'][number]; base: string }) {
  return (
    <li className="explorer-path" data-path>
      <NodeLink node={graph.nodes[path.start]} base={base} />
      {path.steps.map((step, index) => {
        const edge = graph.edges[step.edge];
        const forwards = edge?.source === graph.nodes[path.steps[index - 1]?.node ?? path.start]?.ref;
        return (
          <span key={`${step.edge} ${step.node}`}>
            <span className="small muted">
              {forwards ? '' : '← '}
              {relationLabel(edge?.type ?? '', graph.words)}
              {forwards ? ' →' : ''}
            </span>{' '}
            <NodeLink node={graph.nodes[step.node]} base={base} />
          </span>
        );
      })}
    </li>
  );
}

function CyclesAnswer({ graph, answer, base }: Props) {
  const cycles = answer.cycles ?? [];
  return (
    <section className="sec explorer-answer" data-answer="cycles">
      <div className="sec-head">
        <h2>Cycles</h2>
        <span className="n">{cycles.length}</span>
      </div>
      <p>
        {cycles.length === 0
          ? 'Nothing here needs itself through others.'
          : 'Each of these needs all the others of its circle, directly or through them.'}
      </p>
      <Rows>
        {cycles.map(({ members, ring }) => (
          <li key={members[0]} className="explorer-path" data-cycle>
            {[...ring, ring[0] ?? -1].slice(0, STEP).map((node, index) => (
              <span key={index === 0 ? 'start' : node}>
                {index > 0 && <span className="small muted">needs </span>}
                <NodeLink node={graph.nodes[node]} base={base} />
              </span>
            ))}
            {members.length > ring.length && (
              <span className="small muted">and {members.length - ring.length} more in the same tangle</span>
            )}
          </li>
        ))}
      </Rows>
    </section>
  );
}
