// The figures of all steps in; the table that is printed out.
import { renderTable } from '../bench/table.ts';
import type { Measured } from './measure.ts';

const HEAD = ['', 'seconds', 'processor s', 'peak MB', 'requests', 'MB received', 'MB on disk', 'files'];

/** Prints a line for each step. */
export function renderSteps(steps: readonly Measured[]): string {
  const rows = steps.map(({ name, seconds, processor, memory, requests, bytes, disk }) => [
    name,
    seconds.toFixed(2),
    processor?.toFixed(2) ?? '',
    memory?.toFixed(0) ?? '',
    String(requests),
    megabytes(bytes),
    megabytes(disk.bytes),
    String(disk.files),
  ]);
  return renderTable([HEAD, ...rows]);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
