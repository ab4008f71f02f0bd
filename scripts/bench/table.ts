// Rows of texts in; a table for a terminal out.

/** Lays out rows: the first column to the left, numbers to the right, the last to the left when it is text. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const cell = (text: string, column: number) =>
    column === 0 || /[a-z]{2} per /.test(text) || text.includes(' per ') ? text.padEnd(width(column)) : text.padStart(width(column));
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
