// Code blocks: before sanitising, each gets a number; after it, each becomes a figure with its highlighted lines.
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toString as textOfHtml } from 'hast-util-to-string';
import type { Code, Root } from 'mdast';
import type { VFile } from 'vfile';
import { type FenceOptions, parseFence } from './fence-options.ts';
import { pageOf, spotOf } from './page-state.ts';
import { markWanted, wantDiagram } from './wanted-diagrams.ts';
import { eachElement, eachNode } from './walk.ts';

/** Pixels that a line of a diagram's source stands for in its drawing, and the steps in which room is kept (see prose.css). */
const LINE_HEIGHT = 40;
const ROOM_STEP = 80;
const MIN_ROOM = 2;
const MAX_ROOM = 7;

/** Numbers the code blocks of a page, so that what their fence asks for is found again behind the sanitiser; tells of fences without end. */
export function remarkCodeBlocks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { codes, findings } = pageOf(file);
    const lines = String(file).split(/\r\n?|\n/);
    eachNode(tree, (node) => {
      if (node.type !== 'code') return;
      const options = parseFence([node.lang, node.meta].filter(Boolean).join(' '));
      node.data = { ...node.data, hProperties: { dataCode: String(codes.length), id: options.id ?? undefined } };
      codes.push({ node, options });
      if (isOpen(node, lines)) findings.push({ rule: 'docs/unclosed-fence', message: UNCLOSED, spot: spotOf(node) });
    });
  };
}

const UNCLOSED = 'The code block that starts here has no end, so all that follows is code.';

/** Says whether a block has a fence at its start and none at its end. What a snippet brought in has no place in the page. */
function isOpen({ position }: Code, lines: readonly string[]): boolean {
  if (position === undefined) return false;
  const fence = /^(`{3,}|~{3,})/.exec((lines[position.start.line - 1] ?? '').slice(position.start.column - 1))?.[0];
  if (fence === undefined) return false;
  const last = /(`+|~+)[ \t]*$/.exec(lines[position.end.line - 1] ?? '')?.[1] ?? '';
  return position.end.line === position.start.line || last.length < fence.length || last[0] !== fence[0];
}

/** Puts figures in the place of `<pre><code>`, the author's own HTML included. */
export function rehypeCodeBlocks(): (tree: HtmlRoot, file: VFile) => void {
  return (tree, file) => {
    const page = pageOf(file);
    const { codes, context } = page;
    eachElement(tree, (pre, index, parent) => {
      const [code] = pre.children;
      if (pre.tagName !== 'pre') return;
      if (code?.type !== 'element' || code.tagName !== 'code' || pre.children.length > 1) {
        pre.properties['tabIndex'] = 0;
        return;
      }
      const known = codes[Number(code.properties['dataCode'] ?? Number.NaN)];
      const options = known?.options ?? parseFence(languageClass(code));
      const text = known?.node.value ?? textOfHtml(code).replace(/\n$/, '');
      const html = context.highlighter.highlight(text, options.language, {
        highlighted: options.highlighted,
        numbersFrom: options.numbersFrom ?? undefined,
      });
      const id = idOf(code) ?? idOf(pre);
      const wanted = known === undefined ? null : wantDiagram(page, known);
      parent.children[index] = figure({ options, html, id, wanted, lines: text.split('\n').length });
    });
  };
}

function idOf({ properties }: Element): string | null {
  return typeof properties['id'] === 'string' ? properties['id'] : null;
}

function languageClass(code: Element): string {
  const names = Array.isArray(code.properties['className']) ? code.properties['className'] : [];
  return (
    names
      .map(String)
      .find((name) => name.startsWith('language-'))
      ?.slice('language-'.length) ?? ''
  );
}

/** Class that keeps as much room for a drawing as it will most likely need, so that nothing moves when a script has drawn it. */
function roomFor(lines: number): string {
  return `room-${Math.min(MAX_ROOM, Math.max(MIN_ROOM, Math.ceil((lines * LINE_HEIGHT) / ROOM_STEP)))}`;
}

interface Block {
  readonly options: FenceOptions;
  readonly html: string;
  readonly id: string | null;
  /** Number of the diagram that a server is to draw of it; null for plain code. */
  readonly wanted: number | null;
  readonly lines: number;
}

function figure({ options: { language, title, numbersFrom }, html, id, wanted, lines }: Block): Element {
  const className = [
    'code',
    ...(language === 'mermaid' ? ['mermaid-source', roomFor(lines)] : []),
    ...(numbersFrom === null ? [] : ['numbered']),
  ];
  const caption: ElementContent[] =
    title === null || title === ''
      ? []
      : [{ type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: title }] }];
  // Raw is safe here: `highlight` escapes all it is given, and the tree has been sanitised before.
  const content: ElementContent = { type: 'raw', value: html };
  const pre: Element = {
    type: 'element',
    tagName: 'pre',
    properties: { tabIndex: 0 },
    children: [{ type: 'element', tagName: 'code', properties: {}, children: [content] }],
  };
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className, ...(id !== null && { id }), ...(language !== null && { dataLanguage: language.toLowerCase() }) },
    children: [...caption, ...(wanted === null ? [pre] : markWanted(wanted, pre))],
  };
}
