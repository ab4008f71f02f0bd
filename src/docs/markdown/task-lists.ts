// Task lists: each box says in words whether the task is done, since a bare checkbox has no name.
import type { Root } from 'hast';
import { eachElement } from './walk.ts';

/** Names the checkboxes of task lists. */
export function rehypeTaskLists(): (tree: Root) => void {
  return (tree) => {
    eachElement(tree, ({ tagName, properties }) => {
      if (tagName === 'input') properties['ariaLabel'] = properties['checked'] === true ? 'Done' : 'To do';
    });
  };
}
