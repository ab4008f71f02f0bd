// An organisation of one size in; what each scenario took, several times over and in the median, out.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyCallboard, forgetBundles } from './callboard-fs.ts';
import type { Extent } from './files-fs.ts';
import { layFolders, layGit } from './lay-out-fs.ts';
import { medianRun } from './median.ts';
import type { Size } from './model.ts';
import { planOrganisation } from './plan.ts';
import { type Run, runBuild } from './run.ts';
import type { Scenario } from './scenarios.ts';

/** What a scenario took. */
export interface ScenarioFigures {
  readonly scenario: Scenario;
  readonly median: Run;
  readonly runs: readonly Run[];
  /** Files of the site that are others after the build than before it, those that are new or gone among them, and how many of them are pages. */
  readonly changed: { readonly files: number; readonly pages: number };
}

/** What an organisation of one size took. */
export interface SizeFigures {
  readonly size: Size;
  readonly sources: Extent;
  readonly scenarios: readonly ScenarioFigures[];
}

export interface MeasureOptions {
  readonly scenarios: readonly Scenario[];
  readonly runs: number;
  /** Repositories are git repositories instead of folders. */
  readonly git: boolean;
  /** Folder that everything is written to. */
  readonly work: string;
  readonly signal: AbortSignal;
  /** Builds; defaults to Callboard's own command. */
  readonly build?: typeof runBuild;
  /** Is told what has been done. */
  readonly say: (text: string) => void;
}

/** Makes up an organisation and builds it in each scenario, one on top of the other, as often as asked for. */
export async function measureSize(
  size: Size,
  { scenarios, runs, git, work, signal, build = runBuild, say }: MeasureOptions,
): Promise<SizeFigures> {
  const organisation = planOrganisation(size);
  const since = performance.now();
  const laid = await (git ? layGit : layFolders)(join(work, 'portal'), organisation);
  say(`${describe(size)}: ${laid.files} files, ${(laid.bytes / 1e6).toFixed(1)} MB, written in ${seconds(performance.now() - since)} s.`);
  try {
    const callboard = join(work, 'callboard');
    copyCallboard(callboard);
    const suitable = scenarios.filter(({ catalog = false }) => organisation.catalog || !catalog);
    const found = new Map(suitable.map((scenario) => [scenario, { runs: [] as Run[], changed: { files: 0, pages: 0 } }]));
    let site: ReadonlyMap<string, string> = new Map();
    for (let number = 1; number <= runs; number++) {
      for (const [scenario, figures] of found) {
        if (scenario.cold === true) forgetBuilds(work, callboard);
        await scenario.change?.({ organisation, laid, callboard, mark: String(number) });
        const run = await build({ callboard, config: laid.config, work }, signal);
        figures.runs.push(run);
        say(`  ${scenario.title}: ${run.wall.toFixed(2)} s`);
        const before = scenario.cold === true ? new Map<string, string>() : site;
        site = digests(join(work, 'dist'));
        figures.changed = countChanged(before, site);
      }
    }
    return {
      size: { ...size, repos: organisation.catalog ? organisation.repositories.length : organisation.sites.size },
      sources: { files: laid.files, bytes: laid.bytes },
      scenarios: [...found].map(([scenario, figures]) => ({ scenario, median: medianRun(figures.runs), ...figures })),
    };
  } finally {
    laid.close();
  }
}

/** Names a size in words. */
export function describe({ entities, docs, seed }: Size): string {
  return `${entities} entities and ${docs} docs pages, seed ${seed}`;
}

/** Removes whatever a build before has left: the site, what is kept for later builds, the lock, the bundle of the pages. */
function forgetBuilds(work: string, callboard: string): void {
  for (const name of ['dist', 'cache', 'portal/callboard.lock.json']) rmSync(join(work, name), { recursive: true, force: true });
  forgetBundles(callboard);
}

function digests(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, createHash('sha1').update(readFileSync(path)).digest('base64')];
    }),
  );
}

function countChanged(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): { files: number; pages: number } {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
  return { files: changed.length, pages: changed.filter((path) => path.endsWith('.html')).length };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
