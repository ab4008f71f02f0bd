// Fields and types of a reference as HTML. A large definition has tens of thousands of fields: they are written as text, not as components.
import type { Field, FieldGroup, Piece, Shape } from '../apis/types.ts';
import { escapeHtml } from '../docs/highlight.ts';
import { plural } from './frame.ts';
import { renderDescription } from './snippets.ts';
import type { Portal } from './types.ts';

/** What drawing needs to know about the page it is for. */
export interface Drawing {
  readonly portal: Portal;
  /** Complete link to an item of the same API, by its id. */
  readonly hrefOf: (id: string) => string;
}

/** Draws a text with links. */
export function drawPieces(pieces: readonly Piece[], { hrefOf }: Drawing): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return escapeHtml(piece);
      const href = 'to' in piece ? hrefOf(piece.to) : piece.href;
      return `<a href="${escapeHtml(href)}"${'href' in piece ? ' rel="noopener noreferrer"' : ''}>${escapeHtml(piece.text)}</a>`;
    })
    .join('');
}

/** Draws a list of fields; those inside of others fold out. */
export function drawFields(fields: readonly Field[], drawing: Drawing): string {
  return fields.length === 0 ? '' : `<ul class="api-fields">${fields.map((field) => drawField(field, drawing)).join('')}</ul>`;
}

function drawField(field: Field, drawing: Drawing): string {
  const says = drawSaid(field, drawing);
  const name = field.name === '' ? '' : `<code>${escapeHtml(field.name)}</code> `;
  const type = field.type.length === 0 ? '' : `<span class="api-type">${drawPieces(field.type, drawing)}</span>`;
  const marks = field.marks
    .map((mark) => ` <span class="api-mark${mark === 'deprecated' ? ' api-old' : ''}">${escapeHtml(mark)}</span>`)
    .join('');
  const inner = field.groups.map((group) => drawGroup(group, field.name, drawing)).join('');
  return `<li><div class="api-field"><p>${name}${type}${marks}</p>${says === '' ? '' : `<div>${says}</div>`}</div>${inner}</li>`;
}

function drawGroup({ label, fields }: FieldGroup, of: string, drawing: Drawing): string {
  const list = drawFields(fields, drawing);
  if (label !== null) return `<div class="api-variants"><p class="api-label">${escapeHtml(label)}</p>${list}</div>`;
  const owner = of === '' ? '' : ` of <code>${escapeHtml(of)}</code>`;
  return `<details><summary>${plural(fields.length, 'field')}${owner}</summary>${list}</details>`;
}

/** Draws the shape of a body or of a named schema: its type, what is said of it, and its fields, open. */
export function drawShape(shape: Shape, drawing: Drawing): string {
  const says = drawSaid(shape, drawing);
  const type = shape.type.length === 0 ? '' : `<p class="api-type">${drawPieces(shape.type, drawing)}</p>`;
  const groups = shape.groups.map((group) => (group.label === null ? drawFields(group.fields, drawing) : drawGroup(group, '', drawing)));
  return `${type}${says === '' ? '' : `<div class="api-said">${says}</div>`}${groups.join('')}`;
}

/** Description, values, constraints. */
function drawSaid({ description, notes, values }: Shape, { portal }: Drawing): string {
  const told = notes.map(
    ({ label, code }) => `<span>${escapeHtml(label)}${code === null ? '' : ` <code>${escapeHtml(code)}</code>`}</span>`,
  );
  return [
    drawMarkdown(portal, description),
    drawValues(values, portal),
    told.length === 0 ? '' : `<p class="api-notes">${told.join(' ')}</p>`,
  ].join('');
}

function drawValues(values: Shape['values'], portal: Portal): string {
  if (values.length === 0) return '';
  if (values.every(({ description, deprecated }) => description === '' && !deprecated))
    return `<p class="api-notes">${values.length === 1 ? 'always' : 'one of'} ${values.map(({ name }) => `<code>${escapeHtml(name)}</code>`).join(' ')}</p>`;
  const rows = values.map(({ name, description, deprecated }) => {
    const mark = deprecated ? ' <span class="api-mark api-old">deprecated</span>' : '';
    return `<li><div class="api-field"><p><code>${escapeHtml(name)}</code>${mark}</p>${description === '' ? '' : `<div>${drawMarkdown(portal, description)}</div>`}</div></li>`;
  });
  return `<ul class="api-fields api-values">${rows.join('')}</ul>`;
}

const CACHES = new WeakMap<Portal, Map<string, string>>();

/** Renders a description; definitions say the same again and again, and mostly without any markup. */
export function drawMarkdown(portal: Portal, markdown: string): string {
  if (markdown === '') return '';
  const cache = CACHES.get(portal) ?? new Map<string, string>();
  CACHES.set(portal, cache);
  const known = cache.get(markdown);
  if (known !== undefined) return known;
  const html = isPlain(markdown)
    ? `<p>${escapeHtml(markdown.trim())}</p>`
    : `<div class="prose">${renderDescription(portal, markdown)}</div>`;
  cache.set(markdown, html);
  return html;
}

/** Says whether a text has nothing that Markdown would change: one paragraph of words. */
function isPlain(text: string): boolean {
  return !/[*_`#<>[\]|~\\&:{}^=$@+]|\n\s*\n|\/\/|www\.|^\s*(?:-|\d+[.)])\s|--|\n\s*-/u.test(text);
}
