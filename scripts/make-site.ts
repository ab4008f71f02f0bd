// The whole way from a snapshot to a site on disk: compile, render, copy, index.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../src/config/types.ts';
import type { Problem } from '../src/lib/problem.ts';
import type { Snapshot } from '../src/lib/snapshot.ts';
import { compilePortal } from '../src/portal/compile.ts';
import { publishFiles } from '../src/portal/publish-fs.ts';
import { indexSite } from '../src/search/index-site-fs.ts';
import type { BuildReport } from './kept-build.ts';
import type { Progress } from './progress.ts';
import { renderSite } from './render.ts';

/** What a site is made from. */
export interface SiteInput {
  readonly config: Config;
  readonly snapshot: Snapshot;
  /** Problems found before. */
  readonly problems: readonly Problem[];
  /** Folder for work that is kept from build to build; none keeps nothing. */
  readonly cache: string | undefined;
}

/** Makes the site in a folder that does not exist yet, and returns what there is to say about it. */
export async function makeSite({ config, snapshot, problems, cache }: SiteInput, folder: string, progress: Progress): Promise<BuildReport> {
  const portal = await compilePortal(config, snapshot, {
    problems,
    onStage: (stage) => progress.stage(stage),
    cache,
  });
  progress.stage('render');
  await mkdir(dirname(folder), { recursive: true });
  await renderSite(portal, folder);
  progress.stage('assets');
  await publishFiles(portal, snapshot, folder);
  progress.stage('index');
  const indexed = await indexSite(folder);
  const { entities = 0, docsPages = 0 } = portal.build.counts;
  return { problems: portal.problems, counts: `${entities} entities and ${docsPages} docs pages, ${indexed} pages in the search index` };
}
