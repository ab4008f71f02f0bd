// The figures of a run in; the tables that are printed out.
import type { Extent } from './files-fs.ts';
import type { Size } from './model.ts';
import type { Run } from './run.ts';
import { renderTable } from './table.ts';

type Unit = 'entity' | 'docs page' | 'page';

/** What the time of a stage is divided by. */
const UNITS: Readonly<Record<string, Unit>> = {
  pull: 'entity',
  catalog: 'entity',
  docs: 'docs page',
  graph: 'entity',
  render: 'page',
  assets: 'docs page',
  index: 'page',
};

/** Prints a run: its stages, the whole, the site. */
export function renderRun(run: Run, size: Size): string {
  const counts: Readonly<Record<Unit, number>> = { entity: size.entities, 'docs page': size.docs, page: run.site.pages };
  const each = (seconds: number, unit: Unit | undefined) =>
    unit === undefined || counts[unit] === 0 ? '' : `${((seconds * 1000) / counts[unit]).toFixed(2)} ms per ${unit}`;
  const stages = run.stages.map(({ stage, seconds, peakMemory }) => [
    stage,
    seconds.toFixed(2),
    peakMemory.toFixed(0),
    each(seconds, UNITS[stage]),
  ]);
  const whole = ['whole process', run.wall.toFixed(2), run.usage?.memory.toFixed(0) ?? '', each(run.wall, 'page')];
  const processor = run.usage === null ? [] : [['processor time', run.usage.processor.toFixed(2), '', each(run.usage.processor, 'page')]];
  const folders = [...run.site.folders]
    .map(([name, extent]) => [name === '' ? '(beside them)' : `${name}/`, extent] as const)
    .sort(([, a], [, b]) => b.bytes - a.bytes)
    .map(([name, extent]) => [name, ...columns(extent)]);
  return [
    renderTable([['stage', 'seconds', 'peak MB', ''], ...stages, whole, ...processor]),
    renderTable([['site', 'files', 'MB'], ...folders, ['all', ...columns(run.site)]]),
    `${run.site.pages} pages of HTML. Peaks of stages are those of the main process so far; that of the whole process is of all processes together.`,
  ].join('\n\n');
}

function columns({ files, bytes }: Extent): [string, string] {
  return [String(files), (bytes / 1e6).toFixed(1)];
}
