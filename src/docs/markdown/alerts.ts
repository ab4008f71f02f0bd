// GitHub's and GitLab's alerts: a block quote that starts with [!NOTE] becomes an admonition.
import type { Blockquote, Paragraph, Parent, Root } from 'mdast';
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
export function remarkAlerts(): (tree: Root) => void {
  return replaceAlerts;
}

function replaceAlerts(tree: Parent): void {
  eachNode(tree, (node, index, parent) => {
    const alert = node.type === 'blockquote' ? toAdmonition(node) : null;
    if (alert === null) return undefined;
    parent.children[index] = alert;
    replaceAlerts(alert);
    return 'skip';
  });
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
