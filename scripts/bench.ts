// The benchmark: makes up an organisation from a seed, builds it, prints what that took. Nothing is asserted.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { markdownFiles, portalFiles } from './bench/files.ts';
import { isFree, writeFiles } from './bench/files-fs.ts';
import { medianRun } from './bench/median.ts';
import type { Size } from './bench/model.ts';
import { planOrganisation, sizeFault } from './bench/plan.ts';
import { renderRun } from './bench/report.ts';
import { type Run, runBuild } from './bench/run.ts';

const EXIT_COULD_NOT_RUN = 2;

interface Options extends Size {
  readonly export?: string;
  readonly json?: string;
  readonly keep?: boolean;
  readonly runs: number;
}

const program = new Command('bench')
  .description('Makes up an organisation, builds it and prints what that took.')
  .option('--entities <number>', 'entities of the catalog', count, 1000)
  .option('--docs <number>', 'docs pages', count, 1000)
  .option('--repos <number>', 'repositories beside the org folder (default: a tenth of the entities)', count)
  .option('--seed <text>', 'what all random choices follow from', '1')
  .option('--runs <number>', 'builds to make; the median is printed', count, 1)
  .option('--export <dir>', 'only write: the portal into DIR/portal, the Markdown of all docs as one tree into DIR/pages')
  .option('--json <file>', 'write all figures as JSON')
  .option('--keep', 'leave the portal and the built site where they are')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN));

function count(value: string): number {
  if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function exportTo(folder: string, size: Size): void {
  if (!isFree(folder)) throw new Error(`${folder} is not empty.`);
  const organisation = planOrganisation(size);
  const portal = writeFiles(join(folder, 'portal'), portalFiles(organisation));
  const pages = writeFiles(join(folder, 'pages'), markdownFiles(organisation));
  console.log(`${portal.files} files in ${join(folder, 'portal')}, ${pages.files} in ${join(folder, 'pages')}.`);
}

async function bench({ runs: count, keep = false, json, ...size }: Options): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'callboard-bench-'));
  // Ctrl-C ends the build, which is a failure; then everything is removed as after any other.
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  try {
    const since = performance.now();
    const { files, bytes } = writeFiles(join(work, 'portal'), portalFiles(planOrganisation(size)));
    const seconds = (performance.now() - since) / 1000;
    console.log(
      `${size.entities} entities and ${size.docs} docs pages, seed ${size.seed}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, written in ${seconds.toFixed(1)} s.`,
    );
    const runs: Run[] = [];
    for (let number = 1; number <= Math.max(1, count); number++) {
      runs.push(await runBuild(join(work, 'portal/portal.yaml'), work, stop.signal));
      if (count > 1) console.log(`Run ${number}: ${runs.at(-1)?.wall.toFixed(2)} s`);
    }
    const median = medianRun(runs);
    console.log(`\n${renderRun(median, size)}`);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify({ size, median, runs }, mapsAsObjects, 2)}\n`);
  } finally {
    if (keep) console.log(`\nEverything is in ${work}.`);
    else rmSync(work, { recursive: true, force: true });
  }
}

function mapsAsObjects(_: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

try {
  const options = program.parse().opts<Options>();
  const fault = sizeFault(options);
  if (fault !== null) throw new Error(fault);
  if (options.export === undefined) await bench(options);
  else exportTo(resolve(options.export), options);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_COULD_NOT_RUN;
}
