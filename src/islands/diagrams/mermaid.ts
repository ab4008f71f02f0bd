// Draws Mermaid diagrams when they come into view: their source is on the page, and stays there when it cannot be drawn.
import type { Mermaid } from 'mermaid';
import { C4_COLOURS, DARK, LIGHT } from './colours.ts';
import { finishDrawing } from './finish-drawing.ts';
import { drawingOf, removeSheets, withStyles } from './style-policy.ts';

/** Settings that a diagram may not change: those that reach out of it. */
const FIXED = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'htmlLabels',
  'flowchart',
  'themeCSS',
  'fontFamily',
];

/** The diagrams that have come into view: their sources, and the sheets of their drawings. */
const drawn = new Map<HTMLElement, { readonly source: string; sheets: readonly CSSStyleSheet[] }>();
let count = 0;
let queue = Promise.resolve();

/** Draws the diagrams of a page as they come into view, and again when the colours change. */
export function drawDiagrams(figures: Iterable<HTMLElement>): void {
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        watcher.unobserve(target);
        drawn.set(target, { source: target.querySelector('code')?.textContent ?? '', sheets: [] });
        enqueue(target);
      }
    },
    { rootMargin: '300px' },
  );
  for (const figure of figures) watcher.observe(figure);
  const redraw = (): void => {
    for (const figure of drawn.keys()) enqueue(figure);
  };
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}

/** One after the other: the library has one set of settings. */
function enqueue(figure: HTMLElement): void {
  queue = queue.then(() => draw(figure)).catch(() => note(figure));
}

async function draw(figure: HTMLElement): Promise<void> {
  const known = drawn.get(figure);
  if (known === undefined) return;
  const { default: mermaid } = await import('mermaid');
  const id = `Diagram-${++count}`;
  mermaid.initialize(settings());
  const { result, sheets } = await withStyles(id, () => mermaid.render(id, known.source));
  removeSheets(known.sheets);
  known.sheets = sheets;
  const drawing = drawingOf(result.svg);
  if (drawing === null) return note(figure);
  finishDrawing(drawing);
  figure.querySelector('.diagram')?.remove();
  const box = document.createElement('div');
  box.className = 'diagram';
  box.tabIndex = 0;
  box.append(drawing);
  figure.prepend(box);
  fold(figure);
}

function settings(): Parameters<Mermaid['initialize']>[0] {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    secure: FIXED,
    theme: isDark() ? 'dark' : 'neutral',
    themeVariables: { ...(isDark() ? DARK : LIGHT) },
    c4: { ...C4_COLOURS },
    fontFamily: getComputedStyle(document.body).fontFamily,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    maxTextSize: 50_000,
    maxEdges: 500,
    deterministicIds: true,
  };
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}

/** Puts the source below the drawing, folded. */
function fold(figure: HTMLElement): void {
  const pre = figure.querySelector('pre');
  if (pre === null || pre.parentElement !== figure) return;
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Source';
  pre.replaceWith(details);
  details.append(summary, pre);
}

function note(figure: HTMLElement): void {
  if (figure.querySelector('.diagram-note') !== null) return;
  const line = document.createElement('p');
  line.className = 'diagram-note';
  line.textContent = 'This diagram cannot be drawn. Its source:';
  figure.prepend(line);
}
