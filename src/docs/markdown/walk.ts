// A plain walk over trees. The pipeline walks each page a dozen times, and this is many times quicker than a walk that keeps all ancestors.
import type { Element, Root as HtmlRoot } from 'hast';
import type { Nodes, Parent } from 'mdast';

/** What a visitor says about going on: past the children of the node, or that it has taken the node out of its parent. */
export type Verdict = 'skip' | 'removed' | undefined;

/** Visits all elements below a node, each before what it contains. The visitor may change the element or put another in its place. */
export function eachElement(
  parent: HtmlRoot | Element,
  visit: (element: Element, index: number, parent: HtmlRoot | Element) => Verdict | void,
): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child?.type !== 'element') continue;
    const verdict = visit(child, index, parent);
    if (verdict === 'removed') index--;
    else if (verdict !== 'skip') eachElement(child, visit);
  }
}

/** Visits all nodes below a node of a Markdown tree, each before what it contains. */
export function eachNode(parent: Parent, visit: (node: Nodes, index: number, parent: Parent) => Verdict | void): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child === undefined) continue;
    const verdict = visit(child, index, parent);
    if (verdict === 'removed') index--;
    else if (verdict !== 'skip' && 'children' in child) eachNode(child, visit);
  }
}
