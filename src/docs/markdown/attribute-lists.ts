// Attribute lists as Python-Markdown has them: `## Title {#id .class}`, `![](a.png){ width="300" }`, a last line `{: .class }`.
// They become attributes, which the sanitiser then checks, and are no longer part of the text.
import type { Data, Nodes, Root, Table, Text } from 'mdast';
import { eachNode } from './walk.ts';

/** Attributes of an element as hast knows them. */
interface Attributes {
  id?: string;
  className?: string[];
  [key: string]: string | string[] | undefined;
}

/** Longer lists are left as text. */
const MAX_LENGTH = 500;
/** One item: `#id`, `.class`, `key=value`. */
const ITEM = /^(?:#([^\s"'=<>`{}]+)|\.([^\s"'=<>`{}#.]+)|data-[\w-]+(?=\s|$)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))(?:\s+|$)/;
const INLINE = /^\{:?[ ]*([^{}\n]+)\}/;
const HEADING = /[ \t]+\{:?[ ]*([^{}\n]+)\}[ \t]*$/;
const LAST_LINE = /(?:^[ ]*\{:|\n[ ]*\{:?)[ ]*([^{}\n]+)\}[ \t]*$/;
const WHOLE = /^[ ]*\{:?[ ]*([^{}\n]+)\}[ \t]*$/;
/** What an attribute list may stand directly behind. */
const INLINE_TARGETS = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'inlineMark',
  'htmlNode',
]);
/** Attributes that may be given; what they may hold is for the sanitiser to say. */
const ALLOWED = new Set(['align', 'width', 'height', 'title', 'lang']);

/** Reads attribute lists. Braces that are not made of items alone, such as `{{ value }}`, stay text. */
export function remarkAttributeLists(): (tree: Root) => void {
  return (tree) => {
    eachNode(tree, (node, index, parent) => {
      if (node.type === 'heading') {
        const last = node.children.at(-1);
        if (last?.type === 'text') take(last, HEADING, node);
      } else if (node.type === 'paragraph') {
        const last = node.children.at(-1);
        const only = node.children.length === 1;
        const isWhole = only && last?.type === 'text' && WHOLE.test(last.value);
        if (last?.type === 'text') {
          const before = parent.children[index - 1] as Nodes | undefined;
          take(last, isWhole ? WHOLE : LAST_LINE, isWhole ? (before ?? node) : node);
        }
        if (only && last?.type === 'text' && last.value === '') {
          parent.children.splice(index, 1);
          return 'removed';
        }
      } else if (node.type === 'table') {
        takeFromTable(node);
      } else if (INLINE_TARGETS.has(node.type)) {
        const next = parent.children[index + 1];
        if (next?.type === 'text') take(next, INLINE, node);
      }
      return undefined;
    });
  };
}

/** Directly below a table, the line of a list looks like one more row. */
function takeFromTable(table: Table): void {
  const cells = table.children.at(-1)?.children ?? [];
  const [text] = cells[0]?.children ?? [];
  if (cells.length !== 1 || cells[0]?.children.length !== 1 || text?.type !== 'text') return;
  take(text, WHOLE, table);
  if (text.value === '') table.children.pop();
}

function take(text: Text, pattern: RegExp, target: Nodes): void {
  if (!text.value.includes('{')) return;
  const found = pattern.exec(text.value.length > MAX_LENGTH && pattern !== INLINE ? text.value.slice(-MAX_LENGTH) : text.value);
  const attributes = found?.[1] === undefined || found[1].length > MAX_LENGTH ? null : parseAttributes(found[1]);
  if (found === null || attributes === null) return;
  text.value = pattern === INLINE ? text.value.slice(found[0].length) : text.value.slice(0, text.value.length - found[0].length);
  const data: Data = target.data ?? {};
  const { className } = data.hProperties ?? {};
  const classes = [...(Array.isArray(className) ? className : []), ...(attributes.className ?? [])];
  target.data = { ...data, hProperties: { ...data.hProperties, ...attributes, ...(classes.length > 0 && { className: classes }) } };
}

/** Reads the inside of the braces; null when it holds anything but items. */
function parseAttributes(list: string): Attributes | null {
  const attributes: Attributes = {};
  let rest = list.trim();
  while (rest !== '') {
    const found = ITEM.exec(rest);
    if (found === null) return null;
    const [whole, id, className, key, double, single, bare] = found;
    const value = double ?? single ?? bare ?? '';
    if (id !== undefined || key === 'id') attributes.id = id ?? value;
    if (className !== undefined || key === 'class') (attributes.className ??= []).push(...(className ?? value).split(/\s+/));
    if (key !== undefined && ALLOWED.has(key)) attributes[key] = value;
    rest = rest.slice(whole.length);
  }
  return attributes;
}
