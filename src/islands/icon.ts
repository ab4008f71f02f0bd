// Icons of the sprite: a name in, an SVG element out.
import { base } from './dom.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an icon from the sprite. */
export function drawIcon(name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${base}icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** Shows another icon in an element that was made by `drawIcon`, or by the page. */
export function setIcon(svg: Element | null, name: string): void {
  const use = svg?.querySelector('use');
  const href = `${base}icons.svg#${name}`;
  if (use && use.getAttribute('href') !== href) use.setAttribute('href', href);
}
