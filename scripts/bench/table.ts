// Rows of texts in; a table for a terminal, or for a Markdown page, out.

/** A head and its rows. */
export type Table = readonly (readonly string[])[];

/** Lays out rows: the first column to the left, numbers to the right, the last to the left when it is text. */
export function renderTable(rows: Table): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const cell = (text: string, column: number) =>
    column === 0 || /[a-z]{2} per /.test(text) || text.includes(' per ') ? text.padEnd(width(column)) : text.padStart(width(column));
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

/** Writes rows as a table of a Markdown page: the first row is its head, all columns but the first are numbers. */
export function renderMarkdownTable([head = [], ...rows]: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
