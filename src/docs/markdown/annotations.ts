// Annotations as Material for MkDocs has them: `# (1)!` in code and `(1)` in a block of the class `annotate` lead to the list below.
import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { type PageState, pageOf } from './page-state.ts';
import { eachElement } from './walk.ts';

/** A comment of highlighted code that holds a number; behind `!` the comment itself goes. */
const IN_CODE = /<span class="tk-comment">([^<]*?)\((\d{1,3})\)(!?)([^<]*)<\/span>/g;
const OTHER_COMMENT = /^(.*?)(?:\/\/|\/\*|#|&lt;!--|&#x3C;!--|--|;|%)\s*$/s;
const IN_TEXT = /\((\d{1,3})\)/g;

/** Links numbers to the items of the list that follows their block. Numbers without an item stay as they are. */
export function rehypeAnnotations(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const page = pageOf(file);
    const lists = { count: 0 };
    annotateIn(tree, page, lists);
    eachElement(tree, (element) => annotateIn(element, page, lists));
  };
}

function annotateIn(parent: Root | Element, page: PageState, lists: { count: number }): void {
  if (!parent.children.some((child) => child.type === 'element' && child.tagName === 'ol')) return;
  const elements = elementsOf(parent);
  for (const [index, block] of elements.entries()) {
    const list = elements[index + 1];
    const isCode = block.tagName === 'figure' && hasClass(block, 'code');
    if (list?.tagName !== 'ol' || (!isCode && !hasClass(block, 'annotate'))) continue;
    const items = elementsOf(list).filter(({ tagName }) => tagName === 'li');
    const prefix = `annotation-${lists.count + 1}-`;
    const used = new Set<number>();
    const known = (number: string): boolean => Number(number) >= 1 && Number(number) <= items.length && used.add(Number(number)).size > 0;
    if (isCode) annotateCode(block, prefix, known);
    else annotateText(block, prefix, known);
    if (used.size === 0) continue;
    lists.count++;
    list.properties['className'] = ['annotations'];
    for (const number of used) {
      const item = items[number - 1];
      if (item !== undefined) item.properties['id'] = `${prefix}${number}`;
      page.ids.add(`${prefix}${number}`);
    }
  }
}

function elementsOf(parent: Root | Element): Element[] {
  return parent.children.flatMap((child) => (child.type === 'element' ? child : []));
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name);
}

function annotateCode(figure: Element, prefix: string, known: (number: string) => boolean): void {
  const pre = elementsOf(figure).find(({ tagName }) => tagName === 'pre');
  const code = pre?.children[0];
  const raw = code?.type === 'element' ? code.children[0] : undefined;
  if (raw?.type !== 'raw') return;
  raw.value = raw.value.replace(IN_CODE, (whole, before: string, number: string, alone: string, behind: string) => {
    if (!known(number)) return whole;
    const link = `<a class="annotation" href="#${prefix}${number}">${number}</a>`;
    if (alone !== '!') return `<span class="tk-comment">${before}${link}${behind}</span>`;
    // Two comments in a row are one span: only the one that holds the number goes.
    const [, other = ''] = OTHER_COMMENT.exec(before) ?? [];
    return other.trim() === '' ? link : `<span class="tk-comment">${other}</span>${link}`;
  });
}

function annotateText(element: Element, prefix: string, known: (number: string) => boolean): void {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName !== 'a' && child.tagName !== 'code') annotateText(child, prefix, known);
    return child.type === 'text' ? splitText(child.value, prefix, known) : [child];
  });
}

function splitText(value: string, prefix: string, known: (number: string) => boolean): ElementContent[] {
  const parts: ElementContent[] = [];
  let done = 0;
  for (const { 0: written, 1: number = '', index } of value.matchAll(IN_TEXT)) {
    if (!known(number)) continue;
    parts.push({ type: 'text', value: value.slice(done, index) });
    parts.push({
      type: 'element',
      tagName: 'a',
      properties: { className: ['annotation'], href: `#${prefix}${number}` },
      children: [{ type: 'text', value: number }],
    });
    done = index + written.length;
  }
  return [...parts, { type: 'text', value: value.slice(done) }];
}
