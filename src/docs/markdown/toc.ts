// `[TOC]` alone in a paragraph: a list of the page's headings stands in its place.
import type { Element, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Heading } from '../types.ts';
import { htmlNode } from './html-node.ts';
import { pageOf } from './page-state.ts';
import { eachElement, eachNode } from './walk.ts';

const MARKER = '[TOC]';

/** Marks the place of the list. */
export function remarkToc(): (tree: Root) => void {
  return (tree) => {
    eachNode(tree, (node, index, parent) => {
      if (node.type !== 'paragraph' || node.children.length !== 1) return;
      const [text] = node.children;
      if (text?.type !== 'text' || text.value.trim() !== MARKER || text.data?.escaped !== undefined) return;
      parent.children[index] = htmlNode('div', { dataToc: '' }, []);
    });
  };
}

/** Makes the list when all headings have their ids; a text without ids has none. */
export function rehypeToc(): (tree: HtmlRoot, file: VFile) => void {
  return (tree, file) => {
    const { headings } = pageOf(file);
    eachElement(tree, (element, index, parent) => {
      if (element.properties['dataToc'] === undefined) return undefined;
      delete element.properties['dataToc'];
      if (headings.length === 0) {
        parent.children.splice(index, 1);
        return 'removed';
      }
      parent.children[index] = {
        type: 'element',
        tagName: 'nav',
        properties: { className: ['contents'], ariaLabel: 'Contents' },
        children: [listOf(headings)],
      };
      return 'skip';
    });
  };
}

function listOf(headings: readonly Heading[]): Element {
  const root: Element = { type: 'element', tagName: 'ul', properties: {}, children: [] };
  const open: { readonly depth: number; readonly list: Element }[] = [{ depth: 0, list: root }];
  for (const { depth, id, text } of headings) {
    while (open.length > 1 && depth <= (open.at(-1)?.depth ?? 0)) open.pop();
    const above = open.at(-1)?.list ?? root;
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${encodeURIComponent(id)}` },
      children: [{ type: 'text', value: text }],
    };
    const item: Element = { type: 'element', tagName: 'li', properties: {}, children: [link] };
    const inner: Element = { type: 'element', tagName: 'ul', properties: {}, children: [] };
    above.children.push(item);
    open.push({ depth, list: inner });
    item.children.push(inner);
  }
  eachElement(root, ({ children }) => {
    const last = children.at(-1);
    if (last?.type === 'element' && last.tagName === 'ul' && last.children.length === 0) children.pop();
  });
  return root;
}
