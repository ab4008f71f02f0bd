// Definition lists: a description that holds more than one block keeps its paragraphs apart.
import type { Root } from 'mdast';
import { eachNode } from './walk.ts';

/** Marks descriptions of several blocks as spread; the parser only does so for empty lines between descriptions. */
export function remarkDefinitionSpread(): (tree: Root) => void {
  return (tree) => {
    eachNode(tree, (node) => {
      if (String(node.type) === 'defListDescription' && 'children' in node && node.children.length > 1)
        Object.assign(node, { spread: true });
    });
  };
}
