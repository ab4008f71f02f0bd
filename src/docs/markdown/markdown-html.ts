// Markdown in HTML, as Python-Markdown's md_in_html has it: what stands in `<div markdown>` is parsed, its tags stay the author's HTML.
import type { Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Html, Nodes, Parent, Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { htmlNode } from './html-node.ts';
import { SANITIZE_SCHEMA } from './sanitize-schema.ts';
import { INLINE } from './slash-block-kinds.ts';
import { markdownHtml } from './syntax/markdown-html.ts';

/** Other elements have to go through the HTML parser, which knows what becomes of them. */
const ALLOWED = new Set(SANITIZE_SCHEMA.tagNames);

/** An element that holds Markdown. */
export interface MarkdownHtml extends Parent {
  type: 'markdownHtml';
  opening: string;
  /** Empty where the content brings the closing tag along. */
  closing: string;
}

declare module 'mdast' {
  interface RootContentMap {
    markdownHtml: MarkdownHtml;
  }
}

/** Adds such elements to a parser. */
export function remarkMarkdownHtml(this: Processor): (tree: Root) => void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(markdownHtml());
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
  return unwrap;
}

const FROM_MARKDOWN: FromMarkdown = {
  enter: {
    markdownHtml(token) {
      this.enter({ type: 'markdownHtml', opening: '', closing: '', children: [] }, token);
    },
    markdownHtmlText(token) {
      this.enter({ type: 'paragraph', children: [] }, token);
    },
  },
  exit: {
    markdownHtmlOpening(token) {
      const node = this.stack.at(-1);
      if (node?.type === 'markdownHtml') node.opening = this.sliceSerialize(token);
    },
    markdownHtmlClosing(token) {
      const node = this.stack.at(-1);
      if (node?.type === 'markdownHtml') node.closing = this.sliceSerialize(token);
    },
    markdownHtmlText(token) {
      this.exit(token);
    },
    markdownHtml(token) {
      this.exit(token);
    },
  },
};

/** Puts an element in the place of the node, or, where that is not known to be right, its tags and its content. */
function unwrap(parent: Parent): void {
  for (const child of parent.children) if ('children' in child) unwrap(child);
  if (!parent.children.some(({ type }) => type === 'markdownHtml')) return;
  parent.children = parent.children.flatMap((child) => (child.type === 'markdownHtml' ? (parts(child) as Parent['children']) : child));
}

function parts({ opening, closing, children, position }: MarkdownHtml): Nodes[] {
  const name = /^<([a-z\d]+)/i.exec(opening)?.[1]?.toLowerCase() ?? '';
  const inline = INLINE.has(name) || /\smarkdown=["']?span/i.test(opening);
  const content = inline ? children.flatMap((child): Nodes[] => (child.type === 'paragraph' ? child.children : [child])) : children;
  const properties = closing === '' || !ALLOWED.has(name) ? null : readTag(opening);
  if (properties !== null) return [{ ...htmlNode(name, properties, content), position }];
  const html = (value: string): Html => ({ type: 'html', value, position });
  return [html(opening), ...content, ...(closing === '' ? [] : [html(closing)])];
}

/** Reads the attributes of a tag; null for tags that cannot stand alone, such as those of tables. */
function readTag(tag: string): Properties | null {
  const [element] = fromHtml(tag, { fragment: true }).children;
  return element?.type === 'element' ? element.properties : null;
}
