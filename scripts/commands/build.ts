// callboard build: from sources to a folder that any web server can host.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readConfig } from '../../src/config/config-fs.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { publishFiles } from '../../src/portal/publish-fs.ts';
import { createDrawer } from '../../src/sources/diagrams/draw.ts';
import { indexSite } from '../../src/search/index-site-fs.ts';
import { type StageStats, startProgress } from '../progress.ts';
import { renderSite } from '../render.ts';
import { isError, printBadConfig, printProblems } from '../report.ts';
import { watchedPull } from '../watched-pull.ts';

interface Options {
  readonly config: string;
  readonly out: string;
  readonly offline?: boolean;
  readonly frozen?: boolean;
  readonly only?: readonly string[];
  readonly strict?: boolean;
  readonly stats?: string;
}

/** Builds the site. Returns 0, 1 with `strict` when there are errors, 2 when it could not run. The old site stays until the new one is whole. */
export async function buildCommand({
  config: file,
  out,
  offline = false,
  frozen = false,
  only,
  strict = false,
  stats,
}: Options): Promise<number> {
  const { value: config, problems: configProblems } = readConfig(file);
  if (config === null) return printBadConfig(configProblems, file);
  const progress = startProgress();
  const target = resolve(out);
  const temporary = `${target}.building-${process.pid}`;
  try {
    const pulled = await watchedPull(config, { offline: offline || frozen, frozen, only }, progress);
    if (frozen && pulled.problems.some(isError)) {
      progress.fail();
      printProblems(pulled.problems, pulled.snapshot);
      return 2;
    }
    const portal = await compilePortal(config, pulled.snapshot, {
      problems: [...configProblems, ...pulled.problems],
      onStage: (stage) => progress.stage(stage),
      draw: createDrawer(config, { offline: offline || frozen }),
    });
    progress.stage('render');
    await mkdir(dirname(target), { recursive: true });
    await renderSite(portal, temporary);
    progress.stage('assets');
    await publishFiles(portal, pulled.snapshot, temporary);
    progress.stage('index');
    const indexed = await indexSite(temporary);
    await swap(temporary, target);
    const stages = progress.finish();
    printProblems(portal.problems, pulled.snapshot);
    if (stats !== undefined) await writeFile(stats, `${JSON.stringify(summary(stages), null, 2)}\n`);
    const { entities = 0, docsPages = 0 } = portal.build.counts;
    console.log(`${entities} entities and ${docsPages} docs pages, ${indexed} pages in the search index: ${out}`);
    return strict && portal.problems.some(isError) ? 1 : 0;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Puts the new site in the place of the old one. Two renames: a reader sees the old site, for an instant none, then the new one. */
async function swap(from: string, to: string): Promise<void> {
  const old = `${to}.old-${process.pid}`;
  await rename(to, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}

function summary(stages: readonly StageStats[]): object {
  return {
    seconds: stages.reduce((sum, stage) => sum + stage.seconds, 0),
    peakMemory: Math.max(...stages.map((stage) => stage.peakMemory)),
    stages,
  };
}
