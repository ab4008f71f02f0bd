// Icons behind the sanitiser: each mark that a name has left gets its drawing, which comes from our own packages.
import type { Root } from 'hast';
import { iconSvg } from './text/icons.ts';
import { eachElement } from './walk.ts';

/** Draws the icons of a page. */
export function rehypeIcons(): (tree: Root) => void {
  return (tree) => {
    eachElement(tree, (element) => {
      const { dataIcon, className, ...others } = element.properties;
      if (typeof dataIcon !== 'string') return;
      const svg = iconSvg(dataIcon);
      element.properties = { className: ['icon', ...(Array.isArray(className) ? className : [])], ...others };
      if (svg !== null) element.children = [{ type: 'raw', value: svg }];
    });
  };
}
