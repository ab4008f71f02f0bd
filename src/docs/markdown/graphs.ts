// Graphs: blocks of code in the language of Graphviz become drawings at build; one that cannot be drawn stays as source, and is told.
import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { cleanDrawing, placeDrawing } from '../drawing.ts';
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
    const drawing = 'svg' in result ? cleanDrawing(result.svg) : null;
    if (drawing !== null) drawings.set(index, drawing);
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
      const drawing = drawings.get(number);
      if (drawing === undefined) return undefined;
      const title = codes[number]?.options.title ?? null;
      parent.children[index] = figure(placeDrawing(drawing, `Graph-${number}-`), title);
      return 'skip';
    });
  };
}

function figure(drawing: Element, title: string | null): Element {
  const box: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className: ['diagram', 'drawn'], tabIndex: 0 },
    children: [drawing],
  };
  const caption: ElementContent[] =
    title === null ? [] : [{ type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: title }] }];
  return { type: 'element', tagName: 'figure', properties: {}, children: [box, ...caption] };
}
