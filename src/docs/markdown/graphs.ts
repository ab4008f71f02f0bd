// Graphs: blocks of code in the language of Graphviz become drawings at build; one that cannot be drawn stays as source, and is told.
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { VFile } from 'vfile';
import { cleanSvg } from '../svg.ts';
import { type PageState, pageOf, spotOf } from './page-state.ts';
import { eachElement } from './walk.ts';

const LANGUAGES = new Set(['dot', 'graphviz']);
/** More on one page stay as source. */
const MAX_GRAPHS = 50;

/** Draws the graphs of a page, before its code is highlighted. */
export async function drawGraphs({ codes, context, drawings, findings }: PageState): Promise<void> {
  for (const [index, { node, options }] of codes.entries()) {
    if (node.type !== 'code' || !LANGUAGES.has(options.language?.toLowerCase() ?? '') || drawings.size >= MAX_GRAPHS) continue;
    const result = await context.graphviz.draw(node.value);
    const svg = 'svg' in result ? cleanSvg(result.svg) : '';
    if (svg !== '') drawings.set(index, svg);
    else if ('error' in result) {
      findings.push({ rule: 'docs/bad-diagram', message: `The graph cannot be drawn: ${result.error}.`, spot: spotOf(node) });
    }
  }
}

/** Puts the drawings in the places of their code. */
export function rehypeGraphs(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { drawings, codes } = pageOf(file);
    if (drawings.size === 0) return;
    eachElement(tree, (pre, index, parent) => {
      const [code] = pre.tagName === 'pre' ? pre.children : [];
      const number = code?.type === 'element' ? Number(code.properties['dataCode'] ?? Number.NaN) : Number.NaN;
      const svg = drawings.get(number);
      if (svg === undefined) return undefined;
      const title = codes[number]?.options.title ?? null;
      parent.children[index] = figure(drawingOf(svg, `Graph-${number}-`), title);
      return 'skip';
    });
  };
}

function figure(drawing: Element[], title: string | null): Element {
  const box: Element = { type: 'element', tagName: 'div', properties: { className: ['diagram', 'drawn'], tabIndex: 0 }, children: drawing };
  const caption: ElementContent[] =
    title === null ? [] : [{ type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: title }] }];
  return { type: 'element', tagName: 'figure', properties: {}, children: [box, ...caption] };
}

/** The drawing as elements: ids differ from all others of the page; classes are not those of the portal; the policy forbids styles. */
function drawingOf(svg: string, prefix: string): Element[] {
  const tree = fromHtml(svg, { fragment: true });
  eachElement(tree, (element, index, parent) => {
    if (element.tagName === 'style') {
      parent.children.splice(index, 1);
      return 'removed';
    }
    const { properties } = element;
    const colour = element.tagName === 'stop' ? /stop-color:\s*([#\w]+)/.exec(String(properties['style']))?.[1] : undefined;
    if (colour !== undefined) properties['stopColor'] = colour;
    delete properties['style'];
    delete properties['className'];
    for (const [name, value] of Object.entries(properties)) {
      if (name === 'id') properties[name] = prefix + String(value);
      else if (name === 'href' || name === 'xLinkHref') properties[name] = String(value).replace(/^#/, `#${prefix}`);
      else if (typeof value === 'string') properties[name] = value.replaceAll('url(#', `url(#${prefix}`);
    }
    return undefined;
  });
  return tree.children.filter((child): child is Element => child.type === 'element');
}
