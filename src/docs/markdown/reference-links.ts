// Links that name their target elsewhere, as Python-Markdown reads them: a footnote may follow directly (`[text][^1]`), and the name may stand
// behind a space or on the next line (`[text]` and then `[name]`).
import type { FootnoteReference, LinkReference, Parent, PhrasingContent, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { eachNode } from './walk.ts';

/** How far back the opening bracket is looked for, in nodes. */
const MAX_NODES = 20;
const BEFORE_FOOTNOTE = /\]$/;
const BEFORE_NAME = /\](?: |[ ]*\n[ ]*)$/;

/** Makes links of brackets that CommonMark leaves as text because of what follows them. */
export function remarkReferenceLinks(): (tree: Root) => void {
  return (tree) => {
    let defined: ReadonlySet<string> | undefined;
    const known = () => (defined ??= definitions(tree));
    eachNode(tree, (node) => {
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') joinAll(node, known);
    });
  };
}

type Known = () => ReadonlySet<string>;

function joinAll(parent: Parent, known: Known): void {
  for (let index = 1; index < parent.children.length; index++) {
    const node = parent.children[index];
    const last = parent.children[index - 1];
    if (last?.type !== 'text' || !last.value.includes(']')) continue;
    const isName = node?.type === 'linkReference' && node.referenceType === 'shortcut';
    if (node?.type !== 'footnoteReference' && !isName) continue;
    const opening = openingBracket(parent, index - 1, isName ? BEFORE_NAME : BEFORE_FOOTNOTE);
    if (opening === null || !link(parent, opening, index, node, known())) continue;
    index = opening.index;
  }
}

function definitions(tree: Root): ReadonlySet<string> {
  const found = new Set<string>();
  eachNode(tree, (node) => void (node.type === 'definition' && found.add(node.identifier)));
  return found;
}

/** Where the bracket opens that closes at the end of a text. */
interface Opening {
  readonly index: number;
  readonly offset: number;
}

function openingBracket({ children }: Parent, from: number, closing: RegExp): Opening | null {
  const last = children[from];
  const end = last?.type === 'text' ? closing.exec(last.value)?.index : undefined;
  if (end === undefined) return null;
  for (let index = from; index >= Math.max(0, from - MAX_NODES); index--) {
    const node = children[index];
    if (node?.type === 'link' || node?.type === 'linkReference') return null;
    if (node?.type !== 'text') continue;
    const offset = node.value.lastIndexOf('[', index === from ? end - 1 : undefined);
    if (offset >= 0) return { index, offset };
  }
  return null;
}

/** Puts a link in the place of the brackets; false when they mean none. */
function link(
  parent: Parent,
  opening: Opening,
  index: number,
  node: FootnoteReference | LinkReference,
  defined: ReadonlySet<string>,
): boolean {
  const first = parent.children[opening.index] as Text;
  const inside = parent.children.slice(opening.index, index).map((child) => ({ ...child })) as PhrasingContent[];
  const [start, end] = [inside[0], inside.at(-1)];
  if (start?.type !== 'text' || end?.type !== 'text') return false;
  end.value = end.value.replace(/\]\s*$/, '');
  start.value = start.value.slice(opening.offset + 1);
  const label = textOf({ type: 'paragraph', children: inside });
  const own = label.replace(/\s+/g, ' ').trim().toLowerCase();
  const target = node.type === 'linkReference' ? node : { identifier: own, label };
  // In front of a name, brackets that are a name themselves are a link already.
  if (node.type === 'footnoteReference' && !defined.has(own)) return false;
  const made: LinkReference = {
    type: 'linkReference',
    identifier: target.identifier,
    ...(target.label !== undefined && { label: target.label }),
    referenceType: 'full',
    children: inside.filter((child) => child.type !== 'text' || child.value !== '') as LinkReference['children'],
    position: first.position,
  };
  const before: Text = { ...first, value: first.value.slice(0, opening.offset) };
  parent.children.splice(
    opening.index,
    index - opening.index + 1,
    ...(before.value === '' ? [] : [before]),
    made,
    ...(node.type === 'footnoteReference' ? [node] : []),
  );
  return true;
}
