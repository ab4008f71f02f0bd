// HTML in drawings, which cannot stay: an SVG element in; the same, with the words of that HTML as text of the drawing, out.
import type { Element, ElementContent } from 'hast';
import { eachElement } from './markdown/walk.ts';

const FONT_SIZE = 14;
const LINE = 18;
/** Lines of one box, and letters of a line. */
const MAX_LINES = 50;
const MAX_LETTERS = 200;
/** Elements that begin a line of their own. */
const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'br', 'tr', 'table', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr']);
const BOLD = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'b', 'th']);

interface Line {
  text: string;
  bold: boolean;
}

/** Puts text in the place of each box of HTML: its words, line by line, in the middle of the box. */
export function foreignToText(svg: Element): void {
  eachElement(svg, (element, index, parent) => {
    if (element.tagName !== 'foreignObject') return undefined;
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number.parseFloat(String(element.properties[name] ?? 0)));
    const lines = linesIn(element);
    if ([x, y, width, height].every((value) => Number.isFinite(value)) && lines.length > 0) {
      const [middle, centre] = [(x ?? 0) + (width ?? 0) / 2, (y ?? 0) + (height ?? 0) / 2];
      parent.children[index] = toText(lines, middle, centre);
    }
    return 'skip';
  });
}

function linesIn(box: Element): Line[] {
  const lines: Line[] = [{ text: '', bold: false }];
  const begin = (): void => {
    if (lines.at(-1)?.text.trim() !== '') lines.push({ text: '', bold: false });
  };
  const walk = (children: readonly ElementContent[], bold: boolean): void => {
    for (const child of children) {
      const line = lines.at(-1);
      if (child.type === 'text' && line !== undefined) {
        line.text += child.value;
        line.bold ||= bold && child.value.trim() !== '';
      }
      if (child.type !== 'element' || child.tagName === 'style' || child.tagName === 'script') continue;
      if (BLOCKS.has(child.tagName)) begin();
      walk(child.children, bold || BOLD.has(child.tagName));
      if (BLOCKS.has(child.tagName)) begin();
    }
  };
  walk(box.children, false);
  return lines
    .map(({ text, bold }) => ({ text: text.replace(/\s+/g, ' ').trim().slice(0, MAX_LETTERS).toWellFormed(), bold }))
    .filter(({ text }) => text !== '')
    .slice(0, MAX_LINES);
}

function toText(lines: readonly Line[], middle: number, centre: number): Element {
  const first = centre - ((lines.length - 1) * LINE) / 2;
  return {
    type: 'element',
    tagName: 'text',
    properties: { textAnchor: 'middle', dominantBaseline: 'central', fontSize: String(FONT_SIZE) },
    children: lines.map(({ text, bold }, index) => ({
      type: 'element',
      tagName: 'tspan',
      properties: { x: String(middle), y: String(first + index * LINE), ...(bold && { fontWeight: '700' }) },
      children: [{ type: 'text', value: text }],
    })),
  };
}
