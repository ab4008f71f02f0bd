// A field that finds an entity by name or ref, with suggestions of the browser's own.
import { useId, useState } from 'react';
import type { MappedNode } from '../../graph/compact.ts';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly nodes: readonly MappedNode[];
  /** Ref that is chosen; null for none. */
  readonly value: string | null;
  readonly onChoose: (ref: string | null) => void;
}

/** Suggestions beyond this are of no help. */
const MOST = 40;

export function EntityField({ label, placeholder, nodes, value, onChoose }: Props) {
  const list = useId();
  // What is typed counts until something else changes what is chosen.
  const [typed, setTyped] = useState({ value, text: value ?? '' });
  if (typed.value !== value) setTyped({ value, text: value ?? '' });
  const found = typed.text === (value ?? '') ? [] : suggest(nodes, typed.text);

  function choose(ref: string | null, text: string): void {
    setTyped({ value: ref, text });
    onChoose(ref);
  }

  return (
    <>
      <label>
        <span>{label}</span>
        <input
          className="explorer-root"
          list={list}
          placeholder={placeholder}
          value={typed.text}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            const ref = target.value.trim().toLowerCase();
            if (target.value === '') choose(null, '');
            else if (nodes.some((node) => node.ref === ref)) choose(ref, target.value);
            else setTyped({ value, text: target.value });
          }}
          onKeyDown={(event) => {
            const [best] = found;
            if (event.key !== 'Enter' || best === undefined) return;
            event.preventDefault();
            choose(best.ref, best.ref);
          }}
        />
      </label>
      <datalist id={list}>
        {found.map((node) => (
          <option key={node.ref} value={node.ref}>
            {node.title}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Nodes whose name begins with what is typed, then those that hold it. */
function suggest(nodes: readonly MappedNode[], text: string): MappedNode[] {
  const words = text.trim().toLowerCase();
  if (words === '') return [];
  const rank = (node: MappedNode) => {
    const name = node.ref.slice(node.ref.indexOf('/') + 1);
    const title = node.title.toLowerCase();
    if (name === words || title === words) return 0;
    if (name.startsWith(words) || title.startsWith(words)) return 1;
    return node.ref.includes(words) || title.includes(words) ? 2 : 3;
  };
  return nodes
    .map((node) => [rank(node), node] as const)
    .filter(([place]) => place < 3)
    .sort(([a], [b]) => a - b)
    .slice(0, MOST)
    .map(([, node]) => node);
}
