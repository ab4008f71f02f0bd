// A node of the Markdown tree that becomes one HTML element: for syntax that Markdown's own nodes have no word for.
import type { Properties } from 'hast';
import type { Nodes, Parent } from 'mdast';

/** An element, by its name and properties in `data`. */
export interface HtmlNode extends Parent {
  type: 'htmlNode';
  /** Of a caption that still has to find its figure: attributes of the figure. */
  captionOf?: Properties;
}

declare module 'mdast' {
  interface RootContentMap {
    htmlNode: HtmlNode;
  }
  interface PhrasingContentMap {
    htmlNode: HtmlNode;
  }
  interface BlockContentMap {
    htmlNode: HtmlNode;
  }
}

/** Makes the node of an element. What it may be and hold is for the sanitiser to say. */
export function htmlNode(tagName: string, properties: Properties, children: readonly Nodes[]): HtmlNode {
  return { type: 'htmlNode', children: children as Parent['children'], data: { hName: tagName, hProperties: properties } };
}
