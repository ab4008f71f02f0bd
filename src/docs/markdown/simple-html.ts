// Raw HTML that needs no HTML parser: comments go, `<br>` becomes a line break. Most pages with HTML hold nothing else.
import type { Nodes, Paragraph, Root } from 'mdast';
import { eachNode } from './walk.ts';

/** Takes simple raw HTML out of a tree, and paragraphs that hold nothing but comments. */
export function remarkSimpleHtml(): (tree: Root) => void {
  return (tree) => {
    eachNode(tree, (node, index, parent) => {
      if (node.type === 'paragraph' && isOnlyComments(node)) {
        parent.children.splice(index, 1);
        return 'removed';
      }
      if (node.type !== 'html') return undefined;
      if (/^<br\s*\/?>$/i.test(node.value)) {
        parent.children[index] = { type: 'break', position: node.position };
        return undefined;
      }
      if (!isComments(node.value)) return undefined;
      parent.children.splice(index, 1);
      return 'removed';
    });
  };
}

/** Says whether a tree still holds raw HTML, so that it has to go through the HTML parser. */
export function holdsHtml(tree: Root): boolean {
  let found = false;
  eachNode(tree, ({ type }) => {
    found ||= type === 'html';
  });
  return found;
}

function isOnlyComments({ children }: Paragraph): boolean {
  const isComment = (child: Nodes) => child.type === 'html' && isComments(child.value);
  return children.some(isComment) && children.every((child) => isComment(child) || (child.type === 'text' && child.value.trim() === ''));
}

function isComments(html: string): boolean {
  let rest = html.trim();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4);
    if (end < 0) return false;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest === '';
}
