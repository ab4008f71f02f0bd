// What stands in the cells of the index: a row and its columns in, pieces of text and links out. The page's own HTML and the browser's
// script draw the same pieces.
import { BUILT_IN_COLUMNS } from '../../lib/catalog-columns.ts';
import { fillTemplate } from '../../lib/link-template.ts';
import { lifecycleTone } from '../kinds.ts';
import type { ColumnData, FieldData } from './index-shape.ts';
import { type Rows, kindIcon, valueLabel, valuesOf } from './rows.ts';
import { columnId, fieldOf } from './select.ts';

/** A piece of a cell. */
export interface Piece {
  readonly text: string;
  /** Address without base path, or of another site. */
  readonly href?: string;
  /** Ref of the entity that it names. */
  readonly ref?: string;
  /** For a lifecycle: how far along it is; empty for words that we do not know. */
  readonly tone?: 'good' | 'warn' | 'bad' | '';
}

/** A column with its heading. */
export interface ColumnView {
  readonly data: ColumnData;
  /** Its name in addresses. */
  readonly id: string;
  readonly label: string;
}

/** Row of the table. */
export interface RowView {
  readonly ref: string;
  readonly title: string;
  /** Address without base path. */
  readonly address: string;
  readonly icon: string;
  /** Empty when there is none, or when a column of its own shows it; null when it is not loaded yet. */
  readonly summary: string | null;
  /** Cells of all columns but the name, in order. */
  readonly cells: readonly (readonly Piece[])[];
  /** What narrow screens show in place of the cells. */
  readonly meta: string;
}

/** Cells that say too much for the line below a name. */
const NOT_IN_META = new Set<ColumnData>(['name', 'tags', 'description', 'status', 'namespace']);
const MOST_IN_META = 4;

/** Makes the columns with their headings. */
export function columnViews(rows: Rows, columns: readonly ColumnData[]): readonly ColumnView[] {
  return columns.map((data) => {
    const id = columnId(rows.data, data);
    return { data, id, label: BUILT_IN_COLUMNS.find((one) => one.id === data)?.label ?? id };
  });
}

/** Makes one row of the table. */
export function rowView(rows: Rows, columns: readonly ColumnView[], row: number): RowView {
  const others = columns.filter(({ data }) => data !== 'name');
  const cells = others.map(({ data }) => cellPieces(rows, data, row));
  return {
    ref: rows.ref(row),
    title: rows.title(row),
    address: rows.address(row),
    icon: kindIcon(rows.data, row),
    summary: columns.some(({ data }) => data === 'description') ? '' : rows.summary(row),
    cells,
    meta: cells
      .filter((cell, index) => cell.length > 0 && !NOT_IN_META.has(others[index]?.data ?? 'name'))
      .slice(0, MOST_IN_META)
      .map(pieceTexts)
      .join(' · '),
  };
}

/** Writes the pieces of a cell as text. */
export function pieceTexts(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(', ');
}

/** Makes the pieces of one cell. */
export function cellPieces(rows: Rows, column: ColumnData, row: number): readonly Piece[] {
  const { data } = rows;
  if (column === 'name') return [{ text: rows.title(row), href: rows.address(row), ref: rows.ref(row) }];
  if (column === 'description') {
    const text = rows.summary(row);
    return text === '' ? [] : [{ text: text ?? '\u00a0' }];
  }
  const field = fieldOf(data, column);
  if (field === null) return [];
  return valuesOf(field, row).map((position): Piece => {
    const text = valueLabel(data, field, position);
    const value = field.values[position] ?? '';
    if (column === 'kind') return { text: data.kinds[position] ?? text };
    const named = field.rows?.[position];
    if (typeof column === 'number') {
      const href = customLink(rows, data.fields[column], value, row);
      if (href !== null) return { text, href };
    }
    if (named !== undefined) return named < 0 ? { text, ref: value } : { text, href: rows.address(named), ref: value };
    if (column === 'lifecycle') return { text, tone: lifecycleTone(value) ?? '' };
    return { text };
  });
}

function customLink(rows: Rows, field: FieldData | undefined, value: string, row: number): string | null {
  if (field === undefined || field.link === null) return null;
  const ref = rows.ref(row);
  const [kind = '', rest = ''] = ref.split(':', 2);
  return fillTemplate(field.link, {
    value,
    name: rows.data.names[row] ?? '',
    namespace: rest.split('/', 1)[0] ?? '',
    kind,
    title: rows.title(row),
    ref,
  });
}
