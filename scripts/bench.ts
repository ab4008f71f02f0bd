// The benchmark: makes up an organisation from a seed, builds it again and again, prints what that took. Nothing is asserted.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { compareFeatures, countFeatures } from './bench/count-features.ts';
import { commonMarkdownFiles, markdownFiles, portalFiles } from './bench/files.ts';
import { isFree, readMarkdown, writeFiles } from './bench/files-fs.ts';
import { readMachine, renderMachine } from './bench/machine.ts';
import { type SizeFigures, measureSize } from './bench/measure-size.ts';
import type { Size } from './bench/model.ts';
import { planOrganisation, sizeFault } from './bench/plan.ts';
import { renderFigures, renderMarkdown } from './bench/report.ts';
import { SCENARIOS, type Scenario } from './bench/scenarios.ts';
import { renderMarkdownTable, renderTable } from './bench/table.ts';

const EXIT_COULD_NOT_RUN = 2;
const COLD = 'cold';

interface Options extends Size {
  readonly sizes?: readonly number[];
  readonly scenarios: readonly Scenario[];
  readonly git?: boolean;
  readonly runs: number;
  readonly json?: string;
  readonly markdown?: boolean;
  readonly export?: string;
  readonly compare?: string;
  readonly keep?: boolean;
}

const program = new Command('bench')
  .description('Makes up an organisation, builds it in several scenarios and prints what that took.')
  .option('--entities <number>', 'entities of the catalog; 0 for docs alone', count, 1000)
  .option('--docs <number>', 'docs pages', count, 1000)
  .option('--repos <number>', 'repositories beside the org folder (default: a tenth of the entities)', count)
  .option('--seed <text>', 'what all random choices follow from', '1')
  .option('--sizes <numbers>', 'several sizes instead, as 1000,5000,20000: half entities, half docs pages, and the slope', sizesOf)
  .option(
    '--scenarios <names>',
    `some of them only, as cold,owner: ${SCENARIOS.map(({ name }) => name).join(', ')}; cold is always there`,
    scenariosOf,
    SCENARIOS,
  )
  .option('--git', 'repositories are git repositories that a server on this machine gives out, instead of folders')
  .option('--runs <number>', 'times that each scenario is built; the median is printed', count, 1)
  .option('--json <file>', 'write all figures as JSON')
  .option('--markdown', 'print tables for a page of the guide')
  .option('--export <dir>', 'only write: the portal into DIR/portal, the Markdown of all docs as one tree into DIR/pages')
  .option('--compare <dir>', 'only count: what is on the Markdown pages of a folder, beside those that are made up')
  .option('--keep', 'leave the portal and the built site where they are')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN));

function count(value: string): number {
  if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function sizesOf(value: string): number[] {
  return value.split(',').map(count);
}

function scenariosOf(value: string): Scenario[] {
  const names = value.split(',');
  const unknown = names.find((name) => SCENARIOS.every((scenario) => scenario.name !== name));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no scenario "${unknown}".`);
  return SCENARIOS.filter(({ name }) => name === COLD || names.includes(name));
}

function exportTo(folder: string, size: Size): void {
  if (!isFree(folder)) throw new Error(`${folder} is not empty.`);
  const organisation = planOrganisation(size);
  const portal = writeFiles(join(folder, 'portal'), portalFiles(organisation));
  const pages = writeFiles(join(folder, 'pages'), commonMarkdownFiles(organisation));
  console.log(`${portal.files} files in ${join(folder, 'portal')}, ${pages.files} in ${join(folder, 'pages')}.`);
}

function compare(folder: string, { markdown = false, ...size }: Options): void {
  const madeUp = [...markdownFiles(planOrganisation(size))].filter(({ path }) => path.endsWith('.md'));
  const table = compareFeatures(countFeatures(readMarkdown(folder)), countFeatures(madeUp.map(({ text }) => text)));
  console.log((markdown ? renderMarkdownTable : renderTable)(table));
}

/** The sizes that are asked for: halves of each number, or the one that is described. */
function wanted({ sizes, entities, docs, repos, seed }: Options): Size[] {
  if (sizes === undefined) return [{ entities, docs, repos, seed }];
  return sizes.map((pages) => ({ entities: Math.floor(pages / 2), docs: Math.ceil(pages / 2), seed }));
}

async function bench(
  sizes: readonly Size[],
  { runs, scenarios, git = false, json, markdown = false, keep = false }: Options,
): Promise<void> {
  const machine = readMachine(new Date());
  const work = mkdtempSync(join(tmpdir(), 'callboard-bench-'));
  // Ctrl-C ends the build, which is a failure; then everything is removed as after any other.
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  try {
    const figures: SizeFigures[] = [];
    for (const [index, size] of sizes.entries()) {
      const own = join(work, String(index));
      mkdirSync(own);
      const options = { scenarios, runs: Math.max(1, runs), git, work: own, signal: stop.signal, say: console.error };
      figures.push(await measureSize(size, options));
      if (!keep) rmSync(own, { recursive: true, force: true });
    }
    console.log(`${renderMachine(machine)}\n\n${markdown ? renderMarkdown(figures) : renderFigures(figures)}`);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, git, sizes: figures }, mapsAsObjects, 2)}\n`);
  } finally {
    if (keep) console.error(`\nEverything is in ${work}.`);
    else rmSync(work, { recursive: true, force: true });
  }
}

function mapsAsObjects(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

try {
  const options = program.parse().opts<Options>();
  const sizes = wanted(options);
  const fault = sizes.map(sizeFault).find((found) => found !== null);
  if (fault !== undefined) throw new Error(fault);
  if (options.export !== undefined) exportTo(resolve(options.export), options);
  else if (options.compare !== undefined) compare(options.compare, options);
  else await bench(sizes, options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_COULD_NOT_RUN;
}
