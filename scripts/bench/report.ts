// The figures of all sizes in; the tables that are printed out, for a terminal or ready to paste into a page.
import type { Extent } from './files-fs.ts';
import { type ScenarioFigures, type SizeFigures, describe } from './measure-size.ts';
import type { Size } from './model.ts';
import type { StageFigures } from './stages.ts';
import { type Table, renderMarkdownTable, renderTable } from './table.ts';

type Unit = 'repository' | 'entity' | 'docs page' | 'page';

/** What the time of a stage is divided by. */
const UNITS: Readonly<Record<string, Unit>> = {
  pull: 'repository',
  catalog: 'entity',
  docs: 'docs page',
  graph: 'entity',
  render: 'page',
  assets: 'docs page',
  index: 'page',
};

/** A table with what stands above it. */
interface Part {
  readonly title: string;
  readonly table: Table;
}

/** Prints everything for a terminal. */
export function renderFigures(sizes: readonly SizeFigures[]): string {
  const parts = [...sizes.flatMap((size) => [...sizeParts(size), sitePart(size)]), ...slopeParts(sizes)];
  return parts.map(({ title, table }) => `${title}\n\n${renderTable(table)}`).join('\n\n');
}

/** Prints what a page of the guide shows: headings of the third level and tables. */
export function renderMarkdown(sizes: readonly SizeFigures[]): string {
  const parts = [...sizes.flatMap(sizeParts), ...slopeParts(sizes)];
  return parts.map(({ title, table }) => `### ${title}\n\n${renderMarkdownTable(table)}`).join('\n\n');
}

function sizeParts({ size, scenarios }: SizeFigures): Part[] {
  const name = `${describe(size)}, ${size.repos} repositories`;
  return [
    {
      title: name,
      table: [
        ['build', 'seconds', 'processor s', 'peak MB', 'files changed', 'pages among them'],
        ...scenarios.map(({ scenario, median: { wall, usage }, changed }) => [
          scenario.title,
          wall.toFixed(2),
          usage?.processor.toFixed(2) ?? '',
          usage?.memory.toFixed(0) ?? '',
          String(changed.files),
          String(changed.pages),
        ]),
      ],
    },
    { title: `Stages of the cold build: ${name}`, table: coldTable(scenarios[0], size) },
    ...(scenarios.length > 1 ? [{ title: `Seconds of each stage (and of all cores): ${name}`, table: stagesTable(scenarios) }] : []),
  ];
}

function coldTable(cold: ScenarioFigures | undefined, size: Size): Table {
  const head = ['stage', 'seconds', 'processor s', 'peak MB', 'ms each'];
  if (cold === undefined) return [head];
  const { stages, wall, usage, site } = cold.median;
  const counts: Readonly<Record<Unit, number>> = {
    repository: size.repos ?? 0,
    entity: size.entities,
    'docs page': size.docs,
    page: site.pages,
  };
  const each = (seconds: number, unit: Unit | undefined) =>
    unit === undefined || counts[unit] === 0 ? '' : `${((seconds * 1000) / counts[unit]).toFixed(2)} per ${unit}`;
  return [
    head,
    ...stages.map(({ stage, seconds, processor, memory }) => [
      stage,
      seconds.toFixed(2),
      processor?.toFixed(2) ?? '',
      memory?.toFixed(0) ?? '',
      each(seconds, UNITS[stage]),
    ]),
    ['all', wall.toFixed(2), usage?.processor.toFixed(2) ?? '', usage?.memory.toFixed(0) ?? '', each(wall, 'page')],
  ];
}

function stagesTable(scenarios: readonly ScenarioFigures[]): Table {
  const names = [...new Set(scenarios.flatMap(({ median }) => median.stages.map(({ stage }) => stage)))];
  // What only some builds have stands before the end, which all have.
  const stages = [...names.filter((name) => name !== 'end'), 'end'];
  const cell = (figures: StageFigures | undefined) => {
    if (figures === undefined) return '';
    return figures.processor === null ? figures.seconds.toFixed(2) : `${figures.seconds.toFixed(2)} (${figures.processor.toFixed(2)})`;
  };
  return [
    ['stage', ...scenarios.map(({ scenario }) => scenario.title)],
    ...stages.map((name) => [name, ...scenarios.map(({ median }) => cell(median.stages.find(({ stage }) => stage === name)))]),
  ];
}

function sitePart({ size, scenarios }: SizeFigures): Part {
  const site = scenarios[0]?.median.site;
  const folders = [...(site?.folders ?? [])]
    .map(([name, extent]) => [name === '' ? '(beside them)' : `${name}/`, extent] as const)
    .sort(([, a], [, b]) => b.bytes - a.bytes)
    .map(([name, extent]) => [name, ...columns(extent)]);
  return {
    title: `The site: ${describe(size)}, ${site?.pages ?? 0} pages of HTML`,
    table: [['folder', 'files', 'MB'], ...folders, ['all', ...columns(site ?? { files: 0, bytes: 0 })]],
  };
}

/** What an entity or a docs page more costs: by size, and beside the smallest size. */
function slopeParts(sizes: readonly SizeFigures[]): Part[] {
  if (sizes.length < 2) return [];
  const scenarios = sizes[0]?.scenarios.map(({ scenario }) => scenario) ?? [];
  const pages = ({ size }: SizeFigures) => size.entities + size.docs;
  const of = (figures: SizeFigures, name: string) => figures.scenarios.find(({ scenario }) => scenario.name === name)?.median;
  const cost = (figures: SizeFigures) => ((of(figures, 'cold')?.wall ?? 0) * 1000) / pages(figures);
  const smallest = sizes[0];
  return [
    {
      title: 'From size to size',
      table: [
        [
          'entities and docs pages',
          'pages of HTML',
          'cold: ms each',
          'beside the first',
          'processor ms each',
          'peak MB',
          'MB of the site',
          ...scenarios.map(({ title }) => `${title}: s`),
        ],
        ...sizes.map((figures) => {
          const cold = of(figures, 'cold');
          const usage = cold?.usage ?? null;
          return [
            String(pages(figures)),
            String(cold?.site.pages ?? ''),
            cost(figures).toFixed(2),
            smallest === undefined ? '' : `× ${(cost(figures) / cost(smallest)).toFixed(2)}`,
            usage === null ? '' : ((usage.processor * 1000) / pages(figures)).toFixed(2),
            usage?.memory.toFixed(0) ?? '',
            ((cold?.site.bytes ?? 0) / 1e6).toFixed(0),
            ...scenarios.map(({ name }) => of(figures, name)?.wall.toFixed(1) ?? ''),
          ];
        }),
      ],
    },
  ];
}

function columns({ files, bytes }: Extent): [string, string] {
  return [String(files), (bytes / 1e6).toFixed(1)];
}
