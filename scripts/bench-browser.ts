// The benchmark of pages: drives a Chromium over a built site and prints how long people wait. Nothing is asserted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { chromium } from 'playwright-core';
import { measureGraph } from './bench-browser/graph.ts';
import { measureCatalog } from './bench-browser/catalog.ts';
import type { Measurement } from './bench-browser/model.ts';
import { renderSamples } from './bench-browser/report.ts';
import { buildSite, serveFolder } from './bench-browser/site.ts';
import { measureWeights } from './bench-browser/weights.ts';
import { ensureChromium } from './chromium.ts';
import { CHROMIUM_ENDS_WITH_US, endWhenStopped } from './when-stopped.ts';

const EXIT_COULD_NOT_RUN = 2;

/** What can be measured. */
const MEASUREMENTS: readonly Measurement[] = [measureCatalog, measureGraph, measureWeights];

interface Options {
  readonly dist?: string;
  readonly entities: number;
  readonly seed: string;
  readonly rounds: number;
}

const program = new Command('bench-browser')
  .description('Measures pages in a Chromium.')
  .argument('[names...]', `what to measure: ${MEASUREMENTS.map(({ name, about }) => `${name} (${about})`).join(', ')}; default: all`)
  .option('--dist <dir>', 'a site that is built; otherwise an organisation is made up and built')
  .option('--entities <number>', 'entities of the organisation', count, 10_000)
  .option('--seed <text>', 'what all random choices follow from', '1')
  .option('--rounds <number>', 'how often everything is done', count, 5)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN));

function count(value: string): number {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

async function bench(names: readonly string[], { dist, entities, seed, rounds }: Options): Promise<void> {
  const chosen = names.length === 0 ? MEASUREMENTS : MEASUREMENTS.filter(({ name }) => names.includes(name));
  if (chosen.length === 0)
    throw new Error(`Nothing of this name can be measured. Known are ${MEASUREMENTS.map(({ name }) => name).join(', ')}.`);
  const executablePath = ensureChromium();
  if (executablePath === null) throw new Error('There is no Chromium: set CHROMIUM_PATH to one.');
  const work = mkdtempSync(join(tmpdir(), 'callboard-bench-browser-'));
  const stop = new AbortController();
  endWhenStopped(work, stop);
  try {
    const folder = dist === undefined ? await buildSite({ entities, docs: 0, seed }, work, stop.signal) : resolve(dist);
    const site = await serveFolder(folder);
    const browser = await chromium.launch({
      executablePath,
      ...CHROMIUM_ENDS_WITH_US,
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
    try {
      for (const { name, about, run } of chosen) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        const { samples, notes } = await run(page, site.origin, rounds, folder);
        console.log([`\n${name}: ${about}`, ...(samples.length === 0 ? [] : [renderSamples(samples)]), ...notes].join('\n'));
        await page.close();
      }
    } finally {
      await browser.close();
      site.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

try {
  const { args } = program.parse();
  await bench(args, program.opts<Options>());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_COULD_NOT_RUN;
}
