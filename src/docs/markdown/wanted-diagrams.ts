// Diagrams that a server draws, on their way: blocks of code in; what is wanted, and marks around the source where the drawing is to stand, out.
import type { Element, ElementContent } from 'hast';
import { DIAGRAM_LANGUAGES, diagramLanguage, toDiagram } from '../../lib/diagrams.ts';
import { type PageState, spotOf } from './page-state.ts';
import { expandIncludes } from './plantuml-includes.ts';

/** More on one page stay as source. */
const MAX_WANTED = 50;

/** Notes a block of code as wanted and returns its number on the page; null if it is no diagram. */
export function wantDiagram({ context, wanted }: PageState, { node, options }: PageState['codes'][number]): number | null {
  const language = options.language === null || node.type !== 'code' ? null : diagramLanguage(options.language);
  if (language === null || !context.diagrams || wanted.length >= MAX_WANTED || node.value.trim() === '') return null;
  const { source, lines } =
    DIAGRAM_LANGUAGES[language]?.plantuml === true ? expandIncludes(node.value, context.snippet) : { source: node.value, lines: null };
  return wanted.push({ ...toDiagram(language, source), label: options.alt ?? options.title, spot: spotOf(node), lines }) - 1;
}

// No text of a page can hold the character of the marks: files that do are no text, and Markdown and HTML put another in its place.
const MARK = '\0';
const MARKED = /\0(\d+):([^\0]*)\0/g;

/** Puts marks around the source of a wanted diagram. */
export function markWanted(number: number, source: Element): ElementContent[] {
  return [{ type: 'raw', value: `${MARK}${number}:` }, source, { type: 'raw', value: MARK }];
}

/** Puts HTML in the places that are marked: `fill` is given the number of the diagram and the HTML of its source. */
export function fillWanted(html: string, fill: (number: number, source: string) => string): string {
  return html.replace(MARKED, (_, number: string, source: string) => fill(Number(number), source));
}
