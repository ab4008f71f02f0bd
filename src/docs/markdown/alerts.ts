// GitHub's and GitLab's alerts: a block quote that starts with [!NOTE] becomes an admonition.
import type { BlockContent, Blockquote, Code, Paragraph, Parent, Root } from 'mdast';
import type { Processor } from 'unified';
import type { IndentedBlock, IndentedBlockTitle } from './indented-blocks.ts';
import { eachNode } from './walk.ts';

/** Words that make an alert, and the kind of admonition whose looks come nearest to GitHub's. */
const ALERTS: Readonly<Record<string, string>> = {
  note: 'note',
  tip: 'tip',
  important: 'info',
  warning: 'warning',
  caution: 'danger',
};

/** `[!NOTE]` alone on the first line, or with a title behind it as GitLab has it. */
const MARKER = /^\[!([A-Za-z]{3,9})\][ \t]*([^\n]*)(?:\n|$)/;

/** Turns alerts into admonitions. */
export function remarkAlerts(this: Processor): (tree: Root) => void {
  const parse = (text: string) => this.parse(text) as Root;
  return (tree) => replaceAlerts(tree, parse);
}

type Parse = (text: string) => Root;
type Position = NonNullable<Root['position']>;

function replaceAlerts(tree: Parent, parse: Parse): void {
  eachNode(tree, (node, index, parent) => {
    const alert = node.type === 'blockquote' ? toAdmonition(node) : null;
    if (alert === null) return undefined;
    parent.children[index] = alert;
    takeIndented(alert, parent, index, parse);
    replaceAlerts(alert, parse);
    return 'skip';
  });
}

/** TechDocs writes an alert as `!!!`, to which an indented text below it belongs. */
function takeIndented(alert: IndentedBlock, parent: Parent, index: number, parse: Parse): void {
  const next = parent.children[index + 1];
  if (next?.type !== 'code' || next.position === undefined || !isIndented(next)) return;
  parent.children.splice(index + 1, 1);
  const text = parse(next.value);
  const line = next.position.start.line - 1;
  eachNode(text, (node) => void (node.position = moved(node.position, line)));
  alert.children.push(...(text.children as BlockContent[]));
}

/** Fences have two lines more than their text. */
function isIndented({ position, value }: Code): boolean {
  return position !== undefined && position.end.line - position.start.line + 1 === value.split('\n').length;
}

const INDENT = 4;

function moved(position: Position | undefined, lines: number): Position | undefined {
  if (position === undefined) return undefined;
  const move = ({ line, column }: Position['start']) => ({ line: line + lines, column: column + INDENT });
  return { start: move(position.start), end: move(position.end) };
}

function toAdmonition(quote: Blockquote): IndentedBlock | null {
  const [paragraph, ...others] = quote.children;
  if (paragraph?.type !== 'paragraph') return null;
  const [text] = paragraph.children;
  const found = text?.type === 'text' ? MARKER.exec(text.value) : null;
  const word = found?.[1]?.toLowerCase() ?? '';
  const kind = Object.hasOwn(ALERTS, word) ? ALERTS[word] : undefined;
  if (text?.type !== 'text' || found === null || kind === undefined) return null;
  text.value = text.value.slice(found[0].length);
  // A line break written with two spaces or a backslash ends the first line in a node of its own.
  if (text.value === '' && paragraph.children[1]?.type === 'break') paragraph.children.splice(1, 1);
  const title = found[2]?.trim() ?? '';
  return {
    type: 'indentedBlock',
    marker: '!!!',
    words: [kind],
    children: [titleNode(title === '' ? word.charAt(0).toUpperCase() + word.slice(1) : title), ...withoutEmpty(paragraph), ...others],
    position: quote.position,
  };
}

function titleNode(value: string): IndentedBlockTitle {
  return { type: 'indentedBlockTitle', children: [{ type: 'text', value }] };
}

function withoutEmpty(paragraph: Paragraph): Paragraph[] {
  const empty = paragraph.children.every((child) => child.type === 'text' && child.value.trim() === '');
  return empty ? [] : [paragraph];
}
