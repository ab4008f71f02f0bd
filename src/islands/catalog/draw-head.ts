// Draws the headings of the catalog index with the same markup as IndexTable.astro.
import type { ColumnView } from '../../portal/catalog/cells.ts';
import { element } from '../dom.ts';
import { drawIcon } from '../icon.ts';

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
