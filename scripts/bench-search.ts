// The benchmark of the search: asks questions with known answers of a built site in a Chromium and prints how well and how fast they are
// answered. Nothing is asserted.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { chromium } from 'playwright-core';
import { createRandom } from './bench/random.ts';
import { askDialog, askPlain, bytesOfFirst } from './bench-search/ask.ts';
import type { Outcome, Question } from './bench-search/model.ts';
import { indexPlainly } from './bench-search/plain.ts';
import { makeQuestions } from './bench-search/questions.ts';
import { readSite } from './bench-search/read-site.ts';
import { percentile, renderScores, scoreOutcomes } from './bench-search/score.ts';
import { serveCounted } from './bench-search/serve.ts';
import { ensureChromium } from './chromium.ts';
import { CHROMIUM_ENDS_WITH_US, endWhenStopped } from './when-stopped.ts';

const EXIT_COULD_NOT_RUN = 2;
const EXAMPLE = new URL('bench-search/example.json', import.meta.url);

interface Options {
  readonly dist: string;
  readonly most: number;
  readonly first: number;
  readonly seed: string;
  readonly plain: boolean;
  readonly questions?: string;
  readonly json?: string;
}

const program = new Command('bench-search')
  .description('Asks questions with known answers of a built site and prints how they are answered.')
  .option('--dist <dir>', 'the site, built for the path "/"', 'dist')
  .option('--most <number>', 'questions of each sort', count, 100)
  .option('--first <number>', 'visits that ask one question, to count what is loaded for it', count, 20)
  .option('--seed <text>', 'what all random choices follow from', '1')
  .option(
    '--questions <file>',
    'questions that are asked as well, as JSON: [{"text": …, "answers": [address, …]}] (default: those of the example, where they fit)',
  )
  .option('--no-plain', 'without a plain Pagefind index over the same pages')
  .option('--json <file>', 'write all questions and what was found as JSON')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN));

function count(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Give a whole number.');
  return Number(value);
}

/** Reads questions that somebody wrote; of the example's, only those that the site can answer. */
function writtenQuestions(file: string | undefined, known: (address: string) => boolean): Question[] {
  const written = JSON.parse(readFileSync(file ?? EXAMPLE, 'utf8')) as readonly Omit<Question, 'sort'>[];
  return written
    .filter(({ answers }) => file !== undefined || answers.some((answer) => known(answer)))
    .map((one) => ({ sort: 'by hand', ...one }));
}

async function bench({ dist, most, first, seed, plain, questions: file, json }: Options): Promise<void> {
  const executablePath = ensureChromium();
  if (executablePath === null) throw new Error('There is no Chromium: set CHROMIUM_PATH to one.');
  const folder = resolve(dist);
  const asked = readSite(folder);
  const random = createRandom(seed);
  const addresses = new Set([...asked.entities, ...asked.headings].map(({ address }) => address));
  const questions = [...makeQuestions(asked, random, most), ...writtenQuestions(file, (address) => addresses.has(address))];
  const work = mkdtempSync(join(tmpdir(), 'callboard-bench-search-'));
  endWhenStopped(work);
  const site = await serveCounted([folder, work]);
  const browser = await chromium.launch({
    executablePath,
    ...CHROMIUM_ENDS_WITH_US,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-dev-shm-usage'],
  });
  try {
    console.log(
      `${asked.entities.length} entities, ${asked.headings.length} headings, ${asked.operations.length} operations; seed ${seed}.`,
    );
    const outcomes = await askDialog(browser, site, questions);
    console.log(`\nThe search dialog:\n${renderScores(scoreOutcomes(outcomes))}`);
    const times = outcomes.flatMap(({ milliseconds }) => milliseconds ?? []);
    console.log(`From the key to the first result: median ${show(percentile(times, 0.5))} ms, 95 % ${show(percentile(times, 0.95))} ms.`);
    const visits = await bytesOfFirst(browser, site, random.fork('visits').sample(questions, first));
    const loaded = visits.map(({ bytes }) => bytes / 1000);
    console.log(
      `Loaded for a first question, everything from the opening of the dialog on: median ${show(percentile(loaded, 0.5))} kB, most ${show(percentile(loaded, 1))} kB; of the search before it was opened: ${new Set(visits.flatMap(({ before }) => before)).size} files.`,
    );
    const others = plain ? await benchPlain() : [];
    if (json !== undefined) writeFileSync(json, `${JSON.stringify({ dialog: outcomes, plain: others }, null, 1)}\n`);
  } finally {
    await browser.close();
    site.close();
    rmSync(work, { recursive: true, force: true });
  }

  async function benchPlain(): Promise<Outcome[]> {
    const pages = await indexPlainly(folder, join(work, 'plain-pagefind'));
    const outcomes = await askPlain(browser, site, '/plain-pagefind/', questions);
    console.log(`\nA plain Pagefind index over the same ${pages} pages:\n${renderScores(scoreOutcomes(outcomes))}`);
    return outcomes;
  }
}

function show(value: number | null): string {
  return value === null ? '-' : value.toFixed(0);
}

try {
  await bench(program.parse().opts<Options>());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_COULD_NOT_RUN;
}
