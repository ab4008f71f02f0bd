// Figures of the browser as lines for people: samples in, a table with median and 95th percentile out.
import type { Samples } from './model.ts';

/** Writes one line for each thing that was done. */
export function renderSamples(samples: readonly Samples[]): string {
  const lines = samples.map(({ what, milliseconds }) => [
    what,
    String(milliseconds.length),
    percentile(milliseconds, 0.5),
    percentile(milliseconds, 0.95),
    percentile(milliseconds, 1),
  ]);
  const table = [['', 'times', 'median', '95 %', 'most'], ...lines];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  return table
    .map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}

/** Returns the smallest sample that at least this share of all do not exceed. */
function percentile(milliseconds: readonly number[], share: number): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return found === undefined ? '-' : `${found.toFixed(1)} ms`;
}
