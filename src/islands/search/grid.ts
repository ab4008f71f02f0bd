// The list of the dialog, a grid of one choice: groups of rows in, of which the arrows choose one cell. The field keeps the focus.
import { element } from '../dom.ts';

/** One row: what it leads to or does, and other links beside it. */
export interface GridRow {
  /** Tells the row from others, so that it stays chosen when better answers come. */
  readonly key: string;
  readonly main: HTMLElement;
  readonly others: readonly HTMLElement[];
}

export interface GridGroup {
  readonly title: string;
  readonly rows: readonly GridRow[];
}

export interface Grid {
  /** Draws groups; keeps what a person has chosen while it is there. */
  show(groups: readonly GridGroup[], isNew: boolean): void;
  /** Moves the choice by rows, around the ends; or by cells. Returns false where there is nothing to move to. */
  moveRow(by: number): boolean;
  moveCell(by: number): boolean;
  /** What is chosen; null for nothing. */
  chosen(): HTMLElement | null;
}

/** Makes the grid in an element, for a field. */
export function createGrid(root: HTMLElement, field: HTMLInputElement): Grid {
  let rows: readonly { readonly key: string; readonly cells: readonly HTMLElement[] }[] = [];
  let [row, cell] = [-1, 0];
  /** Whether a person has moved the choice since the question was asked. */
  let moved = false;

  function choose(newRow: number, newCell: number): void {
    [row, cell] = [newRow, newCell];
    const target = rows[row]?.cells[cell];
    for (const one of root.querySelectorAll('[aria-selected="true"]')) one.setAttribute('aria-selected', 'false');
    for (const one of root.querySelectorAll('.search-row[data-chosen]')) delete (one as HTMLElement).dataset['chosen'];
    if (target === undefined) return field.removeAttribute('aria-activedescendant');
    target.setAttribute('aria-selected', 'true');
    const line = target.closest<HTMLElement>('.search-row');
    if (line) line.dataset['chosen'] = '';
    line?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', target.id);
  }

  return {
    show(groups, isNew) {
      if (isNew) moved = false;
      const before = moved ? rows[row]?.key : undefined;
      const drawn: { key: string; cells: HTMLElement[] }[] = [];
      root.replaceChildren(
        ...groups.map(({ title, rows: of }) => {
          const group = element('div', 'search-group');
          group.setAttribute('role', 'rowgroup');
          group.setAttribute('aria-label', title);
          const head = element('div', 'search-head', title);
          head.setAttribute('aria-hidden', 'true');
          group.append(head);
          for (const { key, main, others } of of) {
            const line = element('div', 'search-row');
            line.setAttribute('role', 'row');
            const cells = [main, ...others].map((content, index) => drawCell(content, `Option-${drawn.length}-${index}`));
            line.append(...cells);
            group.append(line);
            drawn.push({ key, cells });
          }
          return group;
        }),
      );
      rows = drawn;
      field.setAttribute('aria-expanded', String(rows.length > 0));
      const kept = before === undefined ? -1 : rows.findIndex(({ key }) => key === before);
      choose(kept >= 0 ? kept : rows.length > 0 ? 0 : -1, kept >= 0 ? Math.min(cell, (rows[kept]?.cells.length ?? 1) - 1) : 0);
    },
    moveRow(by) {
      if (rows.length === 0) return false;
      moved = true;
      choose((row + by + rows.length) % rows.length, 0);
      return true;
    },
    moveCell(by) {
      if (rows[row]?.cells[cell + by] === undefined) return false;
      moved = true;
      choose(row, cell + by);
      return true;
    },
    chosen: () => (rows[row]?.cells[cell]?.firstElementChild as HTMLElement | null | undefined) ?? null,
  };
}

function drawCell(content: HTMLElement, id: string): HTMLElement {
  const cell = element('div', 'search-cell');
  cell.id = id;
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-selected', 'false');
  // The field keeps the focus; arrows move the choice.
  content.tabIndex = -1;
  cell.append(content);
  return cell;
}
