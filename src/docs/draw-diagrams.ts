// Pages with diagrams that a server is to draw in; the same pages with their drawings, or with their source and why, out.
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { DIAGRAM_LANGUAGES, type DrawDiagrams, type Drawing } from '../lib/diagrams.ts';
import type { Problem } from '../lib/problem.ts';
import { cleanDrawing, placeDrawing } from './drawing.ts';
import type { WantedDiagram } from './markdown/page-state.ts';
import { fillWanted } from './markdown/wanted-diagrams.ts';
import type { SitePlan } from './plan.ts';
import type { PageResult } from './page-result.ts';
import { report } from './rules.ts';

/** Drawings of one page, in characters; what is beyond stays as source. */
const MAX_OF_PAGE = 5_000_000;

/** Draws what the pages of all sites want: each diagram once. Without `draw`, no server is known. */
export async function drawDiagrams(
  rendered: readonly (readonly PageResult[])[],
  plans: readonly SitePlan[],
  draw: DrawDiagrams | undefined,
): Promise<{ readonly rendered: PageResult[][]; readonly problems: readonly Problem[] }> {
  const unique = new Map(
    rendered.flat().flatMap(({ wanted }) => wanted.map(({ key, language, source }) => [key, { key, language, source }])),
  );
  const drawn =
    draw === undefined || unique.size === 0 ? { drawings: new Map<string, Drawing>(), problems: [] } : await draw([...unique.values()]);
  const cleaned = new Map<string, Picture>();
  const pictureOf = (key: string): Picture => {
    const picture = cleaned.get(key) ?? toPicture(drawn.drawings.get(key) ?? { undrawn: 'no-server' });
    cleaned.set(key, picture);
    return picture;
  };
  return {
    rendered: rendered.map((results, site) => results.map((result) => fillPage(result, plans[site], pictureOf))),
    problems: drawn.problems,
  };
}

/** A drawing that is cleaned, or why there is none. */
type Picture = { readonly element: Element } | Exclude<Drawing, { readonly svg: string }>;

function toPicture(drawing: Drawing): Picture {
  if (!('svg' in drawing)) return drawing;
  const element = cleanDrawing(drawing.svg);
  return element === null ? { error: 'what the server answered is no drawing', line: null } : { element };
}

function fillPage(result: PageResult, plan: SitePlan | undefined, pictureOf: (key: string) => Picture): PageResult {
  if (result.wanted.length === 0) return result;
  const problems: Problem[] = [];
  let size = 0;
  const html = fillWanted(result.page.html, (number, source) => {
    const wanted = result.wanted[number];
    if (wanted === undefined) return source;
    const picture = pictureOf(wanted.key);
    if ('element' in picture) {
      const drawing = toHtml(placeDrawing(picture.element, `Drawing-${number}-`, labelOf(wanted)));
      size += drawing.length;
      return size > MAX_OF_PAGE ? source : withDrawing(drawing, source);
    }
    if ('error' in picture) problems.push(badDiagram(picture, wanted, result, plan));
    return noteOf(picture, wanted) + source;
  });
  return { ...result, page: { ...result.page, html }, problems: [...result.problems, ...problems] };
}

function titleOf({ language }: WantedDiagram): string {
  return DIAGRAM_LANGUAGES[language]?.title ?? language;
}

function labelOf(wanted: WantedDiagram): string {
  return wanted.label ?? `${titleOf(wanted)} diagram, described by its source`;
}

/** The source says for programs what the drawing shows for people. */
function withDrawing(drawing: string, source: string): string {
  return `<div class="diagram drawn" tabindex="0">${drawing}</div><details data-pagefind-ignore><summary>Source</summary>${source}</details>`;
}

function noteOf(picture: Exclude<Picture, { readonly element: Element }>, wanted: WantedDiagram): string {
  if ('error' in picture) return note('This diagram cannot be drawn. Its source:');
  if (picture.undrawn === 'not-asked') return note('This diagram was not drawn when the page was built. Its source:');
  if (DIAGRAM_LANGUAGES[wanted.language]?.code === true) return '';
  return note(`Not drawn: <code>docs.diagrams</code> in portal.yaml names no server for ${titleOf(wanted)}. The source:`);
}

function note(text: string): string {
  return `<p class="diagram-note">${text}</p>`;
}

function badDiagram(
  { error, line }: { readonly error: string; readonly line: number | null },
  { spot, lines }: WantedDiagram,
  { page }: PageResult,
  plan: SitePlan | undefined,
): Problem {
  // The first line of the source stands below its fence.
  const written = line === null || lines === null ? line : (lines[line - 1] ?? null);
  const place = spot === undefined || written === null ? spot : { line: spot.line + written };
  return report('docs/bad-diagram', {
    message: `The diagram cannot be drawn: ${error}.`,
    place: { source: plan?.source ?? '', path: page.file, ...place },
    subject: plan?.subject ?? undefined,
  });
}
