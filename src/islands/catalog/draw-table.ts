// Draws heading and rows of the catalog index with the same markup as IndexTable.astro.
import type { ColumnView, Piece, RowView } from '../../portal/catalog/cells.ts';
import { element, toHref } from '../dom.ts';
import { drawIcon } from '../icon.ts';
import { STAR_PATH } from '../star-shape.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes the row of headings. */
export function drawHead(columns: readonly ColumnView[]): HTMLTableRowElement {
  const line = element('tr');
  const star = element('th', 'col-star');
  star.scope = 'col';
  star.append(element('span', 'sr', 'Star'));
  line.append(star);
  for (const { data, id, label } of columns) {
    const cell = element('th', data === 'name' ? 'col-name' : '');
    cell.scope = 'col';
    const button = element('button', 'sort', label);
    button.type = 'button';
    button.dataset['sort'] = id;
    button.append(drawIcon('sort'));
    cell.append(button);
    line.append(cell);
  }
  return line;
}

/** Says in the headings which column the rows are ordered by. */
export function markSort(head: ParentNode, sort: { readonly column: string; readonly down: boolean } | null): void {
  for (const button of head.querySelectorAll<HTMLElement>('[data-sort]')) {
    const cell = button.closest('th');
    if (button.dataset['sort'] === sort?.column) cell?.setAttribute('aria-sort', sort?.down === true ? 'descending' : 'ascending');
    else cell?.removeAttribute('aria-sort');
  }
}

/** Makes one row. */
export function drawRow(view: RowView, columns: readonly ColumnView[], starred: boolean): HTMLTableRowElement {
  const line = element('tr');
  const star = element('td', 'col-star');
  star.append(drawStar(view, starred));
  line.append(star);
  let next = 0;
  for (const { data } of columns) {
    const cell = element('td', data === 'name' ? 'col-name' : data === 'tags' ? 'col-tags' : '');
    if (data === 'name') cell.append(drawName(view));
    else {
      const content = element('div');
      for (const [index, piece] of (view.cells[next] ?? []).entries()) {
        if (index > 0) content.append(', ');
        content.append(drawPiece(piece));
      }
      cell.append(content);
      next++;
    }
    line.append(cell);
  }
  return line;
}

function drawStar({ ref, title }: RowView, starred: boolean): HTMLButtonElement {
  const button = element('button', 'star');
  button.type = 'button';
  button.title = 'Star';
  button.dataset['star'] = ref;
  button.setAttribute('aria-label', `Star ${title}`);
  button.setAttribute('aria-pressed', String(starred));
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

function drawName({ icon, title, address, ref, summary, meta }: RowView): HTMLElement {
  const name = element('div', 'name');
  name.append(drawIcon(icon), anchor(title, address, ref));
  // A line is kept free for what is still to come.
  if (summary !== '') name.append(element('p', '', summary ?? '\u00a0'));
  if (meta !== '') name.append(element('p', 'meta small', meta));
  return name;
}

function drawPiece({ text, href, ref, tone }: Piece): HTMLElement | string {
  if (tone !== undefined) return element('span', tone === '' ? 'life' : `life life-${tone}`, text);
  if (href !== undefined) return anchor(text, href, ref);
  return ref === undefined ? text : element('span', 'missing', text);
}

function anchor(text: string, address: string, ref: string | undefined): HTMLAnchorElement {
  const link = element('a', '', text);
  link.href = toHref(address);
  if (ref !== undefined) link.dataset['entityRef'] = ref;
  return link;
}
