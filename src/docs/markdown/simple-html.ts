// Raw HTML that needs no HTML parser: comments go, `<br>` becomes a line break. Most pages with HTML hold nothing else.
import type { Html, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Takes simple raw HTML out of a tree. */
export function remarkSimpleHtml(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'html', (node: Html, index, parent) => {
      if (index === undefined || parent === undefined) return undefined;
      if (/^<br\s*\/?>$/i.test(node.value)) {
        parent.children[index] = { type: 'break', position: node.position };
        return undefined;
      }
      if (!isComments(node.value)) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}

/** Says whether a tree still holds raw HTML, so that it has to go through the HTML parser. */
export function holdsHtml(tree: Root): boolean {
  let found = false;
  visit(tree, 'html', () => {
    found = true;
    return false;
  });
  return found;
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
