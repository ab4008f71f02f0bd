// The current view of the index as a file: rows and columns in, CSV or JSON as text out.
import { type ColumnView, cellPieces, pieceTexts } from './cells.ts';
import type { Rows } from './rows.ts';

/** Columns that every file begins with. */
const FIRST = ['ref', 'kind', 'namespace', 'name', 'title', 'url'] as const;

/** Writes the view as CSV (RFC 4180, UTF-8 with a byte order mark, by which Excel knows it). */
export function viewAsCsv(
  rows: Rows,
  columns: readonly ColumnView[],
  shown: readonly number[],
  toUrl: (address: string) => string,
): string {
  const more = columns.filter(({ data }) => data !== 'name');
  const lines = shown.map((row) => [
    ...Object.values(identity(rows, row, toUrl)),
    ...more.map(({ data }) => pieceTexts(cellPieces(rows, data, row))),
  ]);
  return `\ufeff${[[...FIRST, ...more.map(({ label }) => label)], ...lines].map((line) => `${line.map(quoteCell).join(',')}\r\n`).join('')}`;
}

/** Writes the view as JSON: one object for each row, its columns as lists of texts under `columns`. */
export function viewAsJson(
  rows: Rows,
  columns: readonly ColumnView[],
  shown: readonly number[],
  toUrl: (address: string) => string,
): string {
  const more = columns.filter(({ data }) => data !== 'name');
  const list = shown.map((row) => ({
    ...identity(rows, row, toUrl),
    columns: Object.fromEntries(more.map(({ label, data }) => [label, cellPieces(rows, data, row).map(({ text }) => text)])),
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function identity(rows: Rows, row: number, toUrl: (address: string) => string): Record<(typeof FIRST)[number], string> {
  const ref = rows.ref(row);
  const [kind = '', rest = ''] = ref.split(':', 2);
  return {
    ref,
    kind,
    namespace: rest.split('/', 1)[0] ?? '',
    name: rows.data.names[row] ?? '',
    title: rows.title(row),
    url: toUrl(rows.address(row)),
  };
}

/** Quotes a cell. Spreadsheets take what begins like a formula for one, so a sign that makes it text is put in front. */
export function quoteCell(text: string): string {
  const harmless = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
