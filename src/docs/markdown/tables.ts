// Tables and alignment: what `style` and `align` did becomes classes, and each table gets a box in which it can be scrolled.
import type { Element, Root } from 'hast';
import { eachElement } from './walk.ts';

/** Turns the obsolete `align` attribute of any element into a class, and drops class attributes that the sanitiser has emptied. */
export function rehypeAlign(): (tree: Root) => void {
  return (tree) => {
    eachElement(tree, ({ properties }) => {
      const { align, className } = properties;
      const classes = Array.isArray(className) ? [...className] : [];
      if (align !== undefined && align !== 'justify') classes.push(`align-${String(align)}`);
      delete properties['align'];
      if (classes.length > 0) properties['className'] = classes;
      else delete properties['className'];
    });
  };
}

/** Wraps each table. The box can be focused, so that it can be scrolled with the keyboard. */
export function rehypeTables(): (tree: Root) => void {
  return (tree) => {
    eachElement(tree, (element, index, parent) => {
      if (element.tagName !== 'table') return undefined;
      parent.children[index] = box(element);
      return 'skip';
    });
  };
}

function box(table: Element): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['table-scroll'], role: 'region', ariaLabel: 'Table', tabIndex: 0 },
    children: [table],
  };
}
