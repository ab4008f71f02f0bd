// callboard build: from sources to a folder that any web server can host.
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfig } from '../../src/config/config-fs.ts';
import { buildFingerprint } from '../../src/portal/fingerprint-fs.ts';
import { writeKeptPages } from '../../src/render/kept-pages-fs.ts';
import { createDrawer } from '../../src/sources/diagrams/draw.ts';
import { type BuildReport, readKeptBuild, writeKeptBuild } from '../kept-build.ts';
import type { SiteInput } from '../make-site.ts';
import { type StageStats, startProgress } from '../progress.ts';
import { isError, printBadConfig, printProblems } from '../report.ts';
import { clearUp, folderOfNext, putInPlace } from '../site-folder.ts';
import { watchedPull } from '../watched-pull.ts';
import { keptFolder, workFolder } from '../work-folder.ts';

interface Options {
  readonly config: string;
  readonly out: string;
  readonly offline?: boolean;
  readonly frozen?: boolean;
  readonly only?: readonly string[];
  readonly strict?: boolean;
  readonly fresh?: boolean;
  readonly stats?: string;
  readonly compress?: boolean;
  readonly headers?: boolean;
}

/**
 * Builds the site, unless it stands as it would be built. Returns 0, 1 with `strict` when there are errors, 2 when it could not run. The old
 * site stays until the new one is whole.
 */
export async function buildCommand({
  config: file,
  out,
  offline = false,
  frozen = false,
  only,
  strict = false,
  fresh = false,
  stats,
  compress,
  headers,
}: Options): Promise<number> {
  const { value: read, problems: configProblems } = readConfig(file);
  if (read === null) return printBadConfig(configProblems, file);
  const { hosting } = read;
  const config = { ...read, hosting: { compress: compress ?? hosting.compress, headers: headers ?? hosting.headers } };
  const progress = startProgress();
  const target = resolve(out);
  const temporary = folderOfNext(target);
  clearUp(target);
  try {
    const { snapshot, problems: pullProblems } = await watchedPull(config, { offline: offline || frozen, frozen, only }, progress);
    if (frozen && pullProblems.some(isError)) {
      progress.fail();
      printProblems(pullProblems, snapshot);
      return 2;
    }
    const problems = [...configProblems, ...pullProblems];
    // Without a network, diagrams that a server would draw may be missing.
    const fingerprint = `${buildFingerprint(config, snapshot, problems)}${offline || frozen ? ' offline' : ''}`;
    const renderedFile = join(keptFolder(config, 'rendered'), 'pages');
    const kept = fresh ? null : readKeptBuild(workFolder(), target, fingerprint);
    const report =
      kept ??
      (await make({
        config,
        snapshot,
        problems,
        cache: fresh ? undefined : keptFolder(config, 'pages'),
        before: target,
        fingerprint,
        rendered: fresh ? undefined : renderedFile,
        copies: fresh ? undefined : keptFolder(config, 'compressed'),
        draw: createDrawer(config, { offline: offline || frozen }),
      }));
    const stages = progress.finish();
    printProblems(report.problems, snapshot);
    if (stats !== undefined) await writeFile(stats, `${JSON.stringify(summary(stages), null, 2)}\n`);
    console.log(`${report.counts}: ${out}${kept === null ? '' : ' (nothing has changed since it was built)'}`);
    return strict && report.problems.some(isError) ? 1 : 0;

    async function make(input: SiteInput): Promise<BuildReport> {
      // Loading what renders takes longer than to find that nothing has changed.
      const { makeSite } = await import('../make-site.ts');
      const { report: made, pages } = await makeSite(input, temporary, progress);
      await putInPlace(temporary, target);
      writeKeptPages(renderedFile, target, pages);
      // A server that draws diagrams may answer next time.
      if (made.problems.every(({ rule }) => rule !== 'source/diagram-server')) writeKeptBuild(workFolder(), target, fingerprint, made);
      return made;
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function summary(stages: readonly StageStats[]): object {
  return {
    seconds: stages.reduce((sum, stage) => sum + stage.seconds, 0),
    peakMemory: Math.max(...stages.map((stage) => stage.peakMemory)),
    stages,
  };
}
