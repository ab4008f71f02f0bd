// Drawings inside of pages: the SVG of a tool in; elements that are safe, need no styles, have their size and ids of their own out.
import type { Element, Properties } from 'hast';
import { foreignToText } from './foreign-text.ts';
import { eachElement } from './markdown/walk.ts';
import { stylesToAttributes } from './svg-styles.ts';
import { cleanSvgTree } from './svg.ts';

/** Returns the drawing in an SVG, or null if it holds none. The policy of pages forbids styles, and classes would be those of the portal. */
export function cleanDrawing(text: string): Element | null {
  try {
    const svg = cleanSvgTree(text, (found) => {
      stylesToAttributes(found);
      foreignToText(found);
    });
    if (svg === null) return null;
    sizeOf(svg);
    for (const element of elementsOf(svg)) delete element.properties['className'];
    return svg;
  } catch (error) {
    // Elements that are nested too deeply.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Returns a copy whose ids, and all references to them, begin with a prefix. A label makes it one picture for those who do not see it. */
export function placeDrawing(drawing: Element, prefix: string, label: string | null = null): Element {
  const copy = structuredClone(drawing);
  for (const { properties } of elementsOf(copy)) {
    for (const [name, value] of Object.entries(properties)) properties[name] = placed(name, value, prefix);
  }
  if (label !== null) Object.assign(copy.properties, { role: 'img', ariaLabel: label });
  return copy;
}

function placed(name: string, value: Properties[string], prefix: string): Properties[string] {
  if (name === 'ariaLabelledBy' || name === 'ariaDescribedBy') return [value].flat().map((id) => prefix + String(id));
  if (typeof value !== 'string') return value;
  if (name === 'id') return prefix + value;
  if (name === 'href' || name === 'xLinkHref') return value.replace(/^#/, `#${prefix}`);
  return value.replace(/url\(\s*(["']?)#/gi, `url($1#${prefix}`);
}

function elementsOf(svg: Element): Element[] {
  const elements = [svg];
  eachElement(svg, (element) => void elements.push(element));
  return elements;
}

/** Sees to it that a drawing has both its size, so that nothing moves, and a view box, so that it can be drawn smaller. */
function sizeOf({ properties }: Element): void {
  const [, , boxWidth, boxHeight] = numbersIn(properties['viewBox']);
  const [width, height] = [pixelsIn(properties['width']), pixelsIn(properties['height'])];
  if (boxWidth !== undefined && boxHeight !== undefined && boxWidth > 0 && boxHeight > 0) {
    if (width !== null && height !== null) return;
    Object.assign(properties, { width: Math.round(boxWidth), height: Math.round(boxHeight) });
  } else if (width !== null && height !== null) properties['viewBox'] = `0 0 ${width} ${height}`;
}

function numbersIn(value: Properties[string]): number[] {
  return String(value ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
}

const PIXELS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 };

function pixelsIn(value: Properties[string]): number | null {
  const [, number, unit = ''] = /^\s*(\d{1,6}(?:\.\d{1,6})?)(px|pt|in|cm|mm)?\s*$/.exec(String(value ?? '')) ?? [];
  return number === undefined || Number(number) === 0 ? null : Number(number) * (PIXELS[unit] ?? 1);
}
