// What stands in the place of media that are not shown: an element becomes another one with a text.
import type { Element, Properties } from 'hast';
import { fileName } from '../../lib/paths.ts';

/** Makes another element with a text of an element. */
export function replace(element: Element, tagName: string, properties: Properties, text: string): void {
  element.tagName = tagName;
  element.properties = properties;
  element.children = [{ type: 'text', value: text }];
}

/** Returns the name of the file that an address leads to, for people. */
export function nameOf(url: string): string {
  const name = fileName(url.replace(/[?#].*$/s, '').replace(/\/+$/, ''));
  try {
    return decodeURIComponent(name) || 'Image';
  } catch {
    return name;
  }
}
