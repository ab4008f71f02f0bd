// Coloured code in a line of text, as PyMdown's inlinehilite has it: `#!python x = 1` or `:::python x = 1` between backticks.
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { parseFence } from './fence-options.ts';
import { pageOf } from './page-state.ts';
import { eachElement, eachNode } from './walk.ts';

const LANGUAGE = /^(?:#!|:::)([\w+#.-]{1,40})[ ]+(?=\S)/;
const LINE = /^<span class="line">(.*)<\/span>$/s;

/** Numbers the code that names a language, together with the code blocks of the page. */
export function remarkInlineCode(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { codes } = pageOf(file);
    eachNode(tree, (node) => {
      const found = node.type === 'inlineCode' ? LANGUAGE.exec(node.value) : null;
      if (node.type !== 'inlineCode' || found?.[1] === undefined) return;
      node.value = node.value.slice(found[0].length);
      node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataCode: String(codes.length) } };
      codes.push({ node, options: parseFence(found[1]) });
    });
  };
}

/** Colours it behind the sanitiser. */
export function rehypeInlineCode(): (tree: HtmlRoot, file: VFile) => void {
  return (tree, file) => {
    const { codes, context } = pageOf(file);
    eachElement(tree, ({ tagName, properties, children }) => {
      if (tagName !== 'code' || properties['dataCode'] === undefined) return;
      const known = codes[Number(properties['dataCode'])];
      delete properties['dataCode'];
      if (known?.node.type !== 'inlineCode') return;
      const html = context.highlighter.highlight(known.node.value, known.options.language);
      children.splice(0, children.length, { type: 'raw', value: LINE.exec(html)?.[1] ?? html });
    });
  };
}
