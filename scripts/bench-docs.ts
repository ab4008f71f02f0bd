// The benchmark of docs: real and made-up docs sites, built by MkDocs with the theme Material and by Callboard, in one run. Nothing is asserted.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type Case, manySites, oneSite, realSite } from './bench-docs/cases.ts';
import { mkdocsVersion, runCallboard, runMkdocs, runMkdocsEach } from './bench-docs/measure.ts';
import { type CaseFigures, renderCases, renderSlope } from './bench-docs/report.ts';

const EXIT_COULD_NOT_RUN = 2;

interface Options {
  readonly site?: string;
  readonly pages: number;
  readonly seed: string;
  readonly mkdocs: boolean;
  readonly json?: string;
}

const program = new Command('bench:docs')
  .description('Builds docs sites with MkDocs (where it is installed) and with Callboard, and prints what that took.')
  .option('--site <folder>', 'a real docs site to build first: a folder with mkdocs.yml')
  .option('--pages <number>', 'pages to make up; a tenth of them is built as well, to see what each page more costs', count, 3000)
  .option('--seed <text>', 'what all random choices follow from', '1')
  .option('--no-mkdocs', 'leave MkDocs out')
  .option('--json <file>', 'write all figures as JSON')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN));

function count(value: string): number {
  if (!/^[1-9]\d{2,5}$/.test(value)) throw new InvalidArgumentError('Give a whole number of at least 100.');
  return Number(value);
}

/** The cases in their order: each is written when its turn comes. */
function casesOf({ site, pages, seed }: Options): ((folder: string) => Case)[] {
  const few = Math.round(pages / 10);
  const real = site === undefined ? [] : [(folder: string) => realSite(folder, resolve(site))];
  const madeUp = [oneSite, manySites].flatMap((make) => [few, pages].map((number) => (folder: string) => make(folder, number, seed)));
  return [...real, ...madeUp];
}

async function bench(options: Options): Promise<void> {
  const version = options.mkdocs ? mkdocsVersion() : null;
  console.log(
    version === null ? 'MkDocs with the theme Material is not there, or not wanted.' : `MkDocs ${version} with the theme Material`,
  );
  const work = mkdtempSync(join(tmpdir(), 'callboard-bench-docs-'));
  // Ctrl-C ends the build, which is a failure; then everything is removed as after any other.
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  try {
    const figures: CaseFigures[] = [];
    for (const [index, make] of casesOf(options).entries()) {
      const folder = join(work, String(index));
      mkdirSync(folder);
      figures.push(await measureCase(make(folder), folder, version !== null, stop.signal));
      console.error(`${figures.at(-1)?.name}: done`);
      rmSync(folder, { recursive: true, force: true });
    }
    console.log(`\n${renderCases(figures)}\n`);
    const [oneFew, oneMany, manyFew, manyMany] = figures.slice(-4) as [CaseFigures, CaseFigures, CaseFigures, CaseFigures];
    console.log(`${renderSlope(oneFew, oneMany)}\n${renderSlope(manyFew, manyMany)}`);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ version, figures }, null, 2)}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function measureCase(
  { name, pages, sites, portal }: Case,
  folder: string,
  beside: boolean,
  signal: AbortSignal,
): Promise<CaseFigures> {
  const mkdocs = beside ? await runMkdocs(sites, join(folder, 'mkdocs'), signal) : null;
  const each = beside && sites.length > 1 ? await runMkdocsEach(sites, join(folder, 'mkdocs-each'), signal) : null;
  const [site, cache] = [join(folder, 'dist'), join(folder, 'cache')];
  const cold = await runCallboard(portal, site, cache, signal);
  const unchanged = await runCallboard(portal, site, cache, signal);
  // Callboard says how many pages there were.
  const built = Number(/(\d+) docs pages/.exec(cold.said)?.[1] ?? 0);
  return { name, pages: pages === 0 ? built : pages, mkdocs, each, cold, unchanged };
}

try {
  await bench(program.parse().opts<Options>());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT_COULD_NOT_RUN;
}
