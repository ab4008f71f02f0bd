// What a reader sees of a page: HTML in, as MkDocs or Callboard makes it; its text and the ids of its headings out.
import type { Element, Nodes, Parents } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** What both renderers of a page are compared by. */
export interface Visible {
  /** Text with white space folded. Images stand as their description or file name, as Callboard shows those of other hosts. */
  readonly text: string;
  /** Ids of the headings, in order; null for a heading without one. */
  readonly ids: readonly (string | null)[];
}

/** Reads a page. */
export function visible(html: string): Visible {
  const tree = fromHtml(html, { fragment: true });
  const ids: (string | null)[] = [];
  const text = textOf(tree, ids).replace(/\s+/g, ' ').trim();
  return { text, ids };
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'li main nav ol p pre section summary table tbody td tfoot th thead tr ul video audio iframe'
  ).split(' '),
);
const UNSEEN = new Set('script style template noscript svg input select textarea title head'.split(' '));
/** Links to the place itself, line numbers, and the names of tabs, which are read with the tabs. */
const UNSEEN_CLASSES = ['headerlink', 'anchor', 'linenos', 'footnote-backref', 'footnotes-title', 'tabbed-labels', 'MathJax_Preview'];

function textOf(node: Nodes, ids: (string | null)[]): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'root') return all(node, ids);
  if (node.type !== 'element' || isUnseen(node)) return '';
  if (/^h[1-6]$/.test(node.tagName)) ids.push(typeof node.properties['id'] === 'string' ? node.properties['id'] : null);
  if (node.tagName === 'img') return ` ${imageText(node)} `;
  if (node.tagName === 'iframe') return ` ${String(node.properties['title'] ?? node.properties['src'] ?? '')} `;
  // Formulas count as they are written, whatever is drawn of them.
  if (node.tagName === 'math') return textOf(annotation(node) ?? { type: 'text', value: '' }, ids).trim();
  if (classesOf(node).includes('arithmatex')) return all(node, ids).replace(/^\s*\\[([]\s*|\s*\\[)\]]\s*$/g, '');
  // White space at the edges of code is kept by one and not by the other.
  if (node.tagName === 'code') return all(node, ids).trim();
  // MkDocs numbers footnotes as they stand in the file, Callboard as they are referred to.
  if (node.tagName === 'sup' && node.children.some(isFootnoteReference)) return '';
  if (classesOf(node).some((name) => name === 'footnote' || name === 'footnotes')) return footnotes(node, ids);
  const inside = classesOf(node).includes('tabbed-set') ? tabs(node, ids) : all(node, ids);
  return BLOCKS.has(node.tagName) ? ` ${inside} ` : inside;
}

function all(parent: Parents, ids: (string | null)[]): string {
  return parent.children.map((child) => textOf(child, ids)).join('');
}

function annotation(math: Element): Element | null {
  for (const child of math.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === 'annotation' ? child : annotation(child);
    if (found !== null) return found;
  }
  return null;
}

function isFootnoteReference(node: Nodes): boolean {
  return node.type === 'element' && (classesOf(node).includes('footnote-ref') || 'dataFootnoteRef' in node.properties);
}

function footnotes(section: Element, ids: (string | null)[]): string {
  const lists = section.children.filter((child) => child.type === 'element' && child.tagName === 'ol');
  const notes = lists.flatMap((list) => ('children' in list ? list.children : [])).map((note) => textOf(note, ids).trim());
  return ` ${notes.sort().join(' ')} `;
}

function isUnseen(element: Element): boolean {
  return (
    UNSEEN.has(element.tagName) ||
    'dataFootnoteBackref' in element.properties ||
    classesOf(element).some((name) => UNSEEN_CLASSES.includes(name))
  );
}

/** Emoji are images whose description is the character. */
function imageText({ properties }: Element): string {
  const alt = String(properties['alt'] ?? '').trim();
  if (alt !== '') return alt;
  const name = String(properties['src'] ?? '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  if (name.startsWith('data:')) return '';
  return safeDecode(name.slice(name.lastIndexOf('/') + 1)) || 'Image';
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** MkDocs writes the names of all tabs first. */
function tabs(set: Element, ids: (string | null)[]): string {
  const named = (name: string) => set.children.filter((child) => child.type === 'element' && classesOf(child).includes(name));
  const parts = (name: string) =>
    named(name).flatMap((child) => ('children' in child ? child.children.filter(({ type }) => type === 'element') : []));
  const labels = parts('tabbed-labels');
  return parts('tabbed-content')
    .map((block, index) => ` ${labels[index] === undefined ? '' : textOf(labels[index], ids)} ${textOf(block, ids)} `)
    .join('');
}

function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties['className']) ? properties['className'].map(String) : [];
}
