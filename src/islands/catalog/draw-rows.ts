// Draws the rows of the catalog index with the same markup as IndexTable.astro. Lines that are there are filled with other rows: to make
// them anew, with an icon in each, takes longer than all else that a key sets off.
import type { ColumnView, Piece, RowView } from '../../portal/catalog/cells.ts';
import { element, setText, toHref } from '../dom.ts';
import { drawIcon, setIcon } from '../icon.ts';
import { STAR_PATH } from '../star-shape.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an empty line for columns. */
export function makeLine(columns: readonly ColumnView[]): HTMLTableRowElement {
  const line = element('tr');
  const star = element('td', 'col-star');
  star.append(makeStar());
  line.append(star);
  for (const { data } of columns) {
    const cell = element('td', data === 'name' ? 'col-name' : data === 'tags' ? 'col-tags' : '');
    const content = element('div', data === 'name' ? 'name' : '');
    if (data === 'name') content.append(drawIcon('other'), element('a'));
    cell.append(content);
    line.append(cell);
  }
  return line;
}

/** Fills a line of these columns with a row. */
export function fillLine(line: HTMLTableRowElement, view: RowView, columns: readonly ColumnView[], starred: boolean): void {
  fillStar(line.querySelector('.star'), view, starred);
  let next = 0;
  for (const [index, { data }] of columns.entries()) {
    const content = line.cells[index + 1]?.firstElementChild;
    if (!content) continue;
    if (data === 'name') fillName(content, view);
    else fillCell(content, view.cells[next++] ?? []);
  }
}

function makeStar(): HTMLButtonElement {
  const button = element('button', 'star');
  button.type = 'button';
  button.title = 'Star';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', STAR_PATH);
  svg.append(path);
  button.append(svg);
  return button;
}

function fillStar(button: HTMLElement | null, { ref, title }: RowView, starred: boolean): void {
  if (button === null) return;
  button.dataset['star'] = ref;
  button.setAttribute('aria-label', `Star ${title}`);
  button.setAttribute('aria-pressed', String(starred));
}

function fillName(name: Element, { icon, title, address, ref, summary, meta }: RowView): void {
  setIcon(name.querySelector('.i'), icon);
  const link = name.querySelector('a');
  if (link) fillAnchor(link, title, address, ref);
  // A line is kept free for what is still to come.
  fillParagraph(name, 'p:not(.meta)', '', summary ?? '\u00a0');
  fillParagraph(name, '.meta', 'meta small', meta);
}

/** Writes a paragraph below a name, or takes it away when there is nothing to say. */
function fillParagraph(name: Element, selector: string, className: string, text: string): void {
  const found = name.querySelector(selector);
  if (text === '') return found?.remove();
  if (found) return setText(found, text);
  const made = element('p', className, text);
  const meta = name.querySelector('.meta');
  if (meta) meta.before(made);
  else name.append(made);
}

/** Fills a cell. Most have one piece, of which only the letters change. */
function fillCell(content: Element, pieces: readonly Piece[]): void {
  const { firstChild } = content;
  const [only] = pieces;
  if (content.childNodes.length === 1 && pieces.length === 1 && only !== undefined) {
    if (only.tone === undefined && only.href !== undefined && firstChild instanceof HTMLAnchorElement)
      return fillAnchor(firstChild, only.text, only.href, only.ref);
    if (isPlain(only) && firstChild instanceof Text) return void (firstChild.data === only.text || (firstChild.data = only.text));
  }
  if (pieces.length > 0 || firstChild !== null)
    content.replaceChildren(...pieces.flatMap((piece, index) => (index > 0 ? [', ', drawPiece(piece)] : [drawPiece(piece)])));
}

function isPlain({ tone, href, ref }: Piece): boolean {
  return tone === undefined && href === undefined && ref === undefined;
}

function drawPiece(piece: Piece): HTMLElement | string {
  const { text, href, ref, tone } = piece;
  if (tone !== undefined) return element('span', tone === '' ? 'life' : `life life-${tone}`, text);
  if (href === undefined) return isPlain(piece) ? text : element('span', 'missing', text);
  const link = element('a');
  fillAnchor(link, text, href, ref);
  return link;
}

function fillAnchor(link: HTMLAnchorElement, text: string, address: string, ref: string | undefined): void {
  setText(link, text);
  const href = toHref(address);
  if (link.getAttribute('href') !== href) link.setAttribute('href', href);
  if (ref === undefined) delete link.dataset['entityRef'];
  else link.dataset['entityRef'] = ref;
}
