// The table of the index: a question and the rows that pass in, headings and rows drawn out.
import { type ColumnView, columnViews, rowView } from '../../portal/catalog/cells.ts';
import { ALL_KINDS } from '../../portal/catalog/presets.ts';
import type { Wanted } from '../../portal/catalog/query.ts';
import type { Rows } from '../../portal/catalog/rows.ts';
import { type Selection, presetOf, sortOf } from '../../portal/catalog/select.ts';
import { element, setText } from '../dom.ts';
import { readMe } from '../me.ts';
import { readStarred } from '../starred.ts';
import { drawColumnsMenu, visibleColumns } from './columns-menu.ts';
import { drawHead, markSort } from './draw-head.ts';
import { fillLine, makeLine } from './draw-rows.ts';
import type { Parts } from './parts.ts';

/** Columns of a preset, all and those that a person has not hidden. */
export interface ShownColumns {
  /** The preset's name, under which a choice is kept. */
  readonly preset: string;
  readonly all: readonly ColumnView[];
  readonly visible: readonly ColumnView[];
}

/** Returns the columns for the kinds that are asked for. */
export function shownColumns(rows: Rows, want: Wanted): ShownColumns {
  const preset = want.kinds.length === 1 ? (want.kinds[0] ?? ALL_KINDS) : ALL_KINDS;
  const all = columnViews(rows, presetOf(rows.data, want.kinds).columns);
  return { preset, all, visible: visibleColumns(all, preset) };
}

/** Draws headings, the first rows and what stands in their place when there are none. `changed` is called when columns are ticked. */
export function drawTable(parts: Parts, rows: Rows, want: Wanted, selection: Selection, shown: number, changed: () => void): void {
  const { preset, all, visible } = shownColumns(rows, want);
  const sort = sortOf(rows.data, want);
  // Lines of other columns cannot be filled.
  if (drawHeadings(parts, visible, sort)) parts.body?.replaceChildren();
  if (parts.columnsList) drawColumnsMenu(parts.columnsList, all, preset, changed);
  if (parts.body) drawRows(parts.body, rows, visible, selection.rows.slice(0, shown));
  const none = selection.rows.length === 0;
  parts.empty?.toggleAttribute('hidden', !none);
  if (none) setText(parts.emptyWords, emptyWords(want));
  parts.body?.closest('table')?.toggleAttribute('hidden', none);
  parts.more?.toggleAttribute('hidden', selection.rows.length <= shown);
}

/** Adds rows to those that are drawn. */
export function appendRows({ body, more }: Parts, rows: Rows, want: Wanted, selection: Selection, shown: number): void {
  const from = body?.rows.length ?? 0;
  if (body) drawRows(body, rows, shownColumns(rows, want).visible, selection.rows.slice(0, shown), from);
  more?.toggleAttribute('hidden', selection.rows.length <= shown);
  body?.rows[from]?.querySelector<HTMLElement>('.name a')?.focus();
}

/** Draws those of the rows again that showed no description when they were drawn, once it has been loaded. */
export function fillSummaries({ body }: Parts, rows: Rows, want: Wanted, list: readonly number[]): void {
  const { visible } = shownColumns(rows, want);
  const described = visible.findIndex(({ data }) => data === 'description');
  for (const row of list) {
    const line = body?.querySelector(`[data-star="${CSS.escape(rows.ref(row))}"]`)?.closest('tr');
    const text = rows.summary(row);
    if (text) setText(described < 0 ? line?.querySelector('.name p:not(.meta)') : line?.cells[described + 1]?.firstElementChild, text);
  }
}

/** Draws rows into the lines of the table, from the first one that is to change. */
function drawRows(body: HTMLTableSectionElement, rows: Rows, columns: readonly ColumnView[], list: readonly number[], from = 0): void {
  const starred = new Set(readStarred());
  while (body.rows.length > list.length) body.deleteRow(-1);
  const lines = [...body.rows];
  for (const [index, row] of list.entries()) {
    if (index < from) continue;
    const line = lines[index] ?? makeLine(columns);
    fillLine(line, rowView(rows, columns, row), columns, starred.has(rows.ref(row)));
    if (index >= lines.length) body.append(line);
  }
}

/** Draws the headings; says whether they are others than before. */
function drawHeadings({ head, sortSelect }: Parts, columns: readonly ColumnView[], sort: ReturnType<typeof sortOf>): boolean {
  const ids = columns.map(({ id }) => id);
  const drawn = [...(head?.querySelectorAll<HTMLElement>('[data-sort]') ?? [])].map((button) => button.dataset['sort']);
  const changed = ids.join('\n') !== drawn.join('\n');
  if (head && changed) head.replaceChildren(drawHead(columns));
  if (head) markSort(head, sort);
  if (!sortSelect) return changed;
  const options = [...(sort === null ? [{ id: '', label: 'Best first' }] : []), ...columns];
  if (options.map(({ id }) => id).join('\n') !== [...sortSelect.options].map(({ value }) => value).join('\n')) {
    sortSelect.replaceChildren(
      ...options.map(({ id, label }) => {
        const option = element('option', '', label);
        option.value = id;
        return option;
      }),
    );
  }
  sortSelect.value = sort?.column ?? '';
  return changed;
}

/** Says why a list is empty and how it is filled. */
function emptyWords(want: Wanted): string {
  if (want.list === 'mine' && readMe() === null) return 'Nothing is yours yet: say who you are, below the lists.';
  if (want.list === null || want.words.length > 0 || want.values.size > 0 || want.kinds.length > 0) return 'Nothing passes these filters.';
  return {
    mine: 'Nothing in the catalog is owned by you or your groups.',
    starred: 'Nothing is starred yet: the star stands before each name, and at the top of each page of an entity.',
    recent: 'No page of an entity has been opened in this browser yet.',
  }[want.list];
}
