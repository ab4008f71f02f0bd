// The benchmark of pulling: makes up repositories from a seed, serves them, and prints what it takes to clone and to pull them. Nothing is asserted.
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { openHost } from './bench-pull/host.ts';
import { renderSteps } from './bench-pull/report.ts';
import type { Load } from './bench-pull/repositories.ts';
import { CHANGED, runSteps } from './bench-pull/steps.ts';

const EXIT_COULD_NOT_RUN = 2;
/** The repositories, their clones or a mirror of them, the files of the mirror, and some room. */
const COPIES = 3.5;

interface Options extends Load {
  readonly filter: boolean;
  readonly refCache: boolean;
  readonly json?: string;
  readonly keep?: boolean;
}

const program = new Command('bench:pull')
  .description('Makes up repositories, serves them on this machine, and prints what it takes to clone and to pull them.')
  .option('--repositories <number>', 'repositories to make', count, 300)
  .option('--megabytes <number>', 'size of each, beside its docs', count, 20)
  .option('--seed <text>', 'what all random choices follow from', '1')
  .option('--no-filter', 'serve as a host that cannot send parts of a repository')
  .option('--no-ref-cache', 'start git for each question for refs, instead of answering from memory as large hosts do')
  .option('--json <file>', 'write all figures as JSON')
  .option('--keep', 'leave the repositories and the cache where they are')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN));

function count(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

function checkRoom({ repositories, megabytes }: Load): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  const needed = repositories * (megabytes + 1) * COPIES;
  const free = (bavail * bsize) / 1e6;
  if (free < needed)
    throw new Error(`${tmpdir()} has ${(free / 1000).toFixed(1)} GB free, but ${(needed / 1000).toFixed(1)} GB are needed.`);
}

async function bench({ filter, refCache, json, keep = false, ...load }: Options): Promise<void> {
  checkRoom(load);
  const work = mkdtempSync(join(tmpdir(), 'callboard-bench-pull-'));
  // Ctrl-C ends the step, which is a failure; then everything is removed as after any other.
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  try {
    const since = performance.now();
    const host = await openHost(join(work, 'host'), load, { filter, refCache });
    try {
      const seconds = (performance.now() - since) / 1000;
      console.log(`${load.repositories} repositories of ${load.megabytes} MB, seed ${load.seed}, made in ${seconds.toFixed(1)} s.\n`);
      const steps = await runSteps(host, work, stop.signal);
      console.log(renderSteps(steps));
      if (json !== undefined) writeFileSync(json, `${JSON.stringify({ load, filter, refCache, changed: CHANGED, steps }, null, 2)}\n`);
    } finally {
      host.close();
    }
  } finally {
    if (keep) console.log(`\nEverything is in ${work}.`);
    else rmSync(work, { recursive: true, force: true });
  }
}

try {
  await bench(program.parse().opts<Options>());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_COULD_NOT_RUN;
}
