// The whole way from a snapshot to a site on disk: compile, render, copy, index.
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../src/config/types.ts';
import { finishSite } from '../src/deploy/finish-site-fs.ts';
import type { DrawDiagrams } from '../src/lib/diagrams.ts';
import type { Problem } from '../src/lib/problem.ts';
import type { Snapshot } from '../src/lib/snapshot.ts';
import { compilePortal } from '../src/portal/compile.ts';
import { publishFiles } from '../src/portal/publish-fs.ts';
import { writeSearchPages } from '../src/portal/search/pages-fs.ts';
import type { Portal } from '../src/portal/types.ts';
import { openBundle } from '../src/render/bundle-fs.ts';
import { renderSite } from '../src/render/render-site-fs.ts';
import { type SearchIndex, openSearchIndex } from '../src/search/index-site-fs.ts';
import type { BuildReport } from './kept-build.ts';
import type { Progress } from './progress.ts';

/** What a site is made from. */
export interface SiteInput {
  readonly config: Config;
  readonly snapshot: Snapshot;
  /** Problems found before. */
  readonly problems: readonly Problem[];
  /** Folder for work that is kept from build to build; none keeps nothing. */
  readonly cache: string | undefined;
  /** The site that the new one takes the place of; need not exist. */
  readonly before: string;
  /** Folder of compressed copies that are kept from build to build; none keeps nothing. */
  readonly copies: string | undefined;
  /** Draws diagrams that need a server. */
  readonly draw: DrawDiagrams | undefined;
}

/** Makes the site in a folder that does not exist yet, and returns what there is to say about it. */
export async function makeSite(
  { config, snapshot, problems, cache, before, copies, draw }: SiteInput,
  folder: string,
  progress: Progress,
): Promise<BuildReport> {
  // Whoever fails first is heard: the other is awaited below.
  const bundle = openBundle(config);
  bundle.catch(() => undefined);
  const portal = await compilePortal(config, snapshot, {
    problems,
    onStage: (stage) => progress.stage(stage),
    cache,
    draw,
  });
  progress.stage('render');
  await mkdir(dirname(folder), { recursive: true });
  const aside = `${folder}.search`;
  try {
    const indexed = await withSearch(async (search) => {
      // The texts are read by all cores, then written by one: pages are rendered beside that, and beside the reading where there are many.
      const reading = readTexts(portal, search, `${aside}.texts`);
      reading.catch(() => undefined);
      if (!hasManyPages(portal)) await reading;
      const write = async () => {
        await reading;
        return search.write(aside);
      };
      const pages = async () => {
        await renderSite(portal, await bundle, folder);
        progress.stage('assets');
        await publishFiles(portal, snapshot, folder);
        progress.stage('index');
      };
      return (await Promise.all([write(), pages()]))[0];
    });
    await rename(join(aside, 'pagefind'), join(folder, 'pagefind'));
    progress.stage('finish');
    await finishSite(folder, { base: config.base, ...config.hosting, before, store: copies });
    const { entities = 0, docsPages = 0 } = portal.build.counts;
    return { problems: portal.problems, counts: `${entities} entities and ${docsPages} docs pages, ${indexed} pages in the search index` };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** An entity has several pages, a docs page is one: with as many of them rendering takes longer than all of the search index. */
function hasManyPages({ build }: Portal): boolean {
  const { entities = 0, docsPages = 0 } = build.counts;
  return 2 * entities > docsPages;
}

/** Has everything read that is found by its text. */
async function readTexts(portal: Portal, search: SearchIndex, folder: string): Promise<void> {
  try {
    if (writeSearchPages(portal, folder) > 0) await search.add(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withSearch<T>(use: (search: SearchIndex) => Promise<T>): Promise<T> {
  const search = await openSearchIndex();
  try {
    return await use(search);
  } finally {
    await search.close();
  }
}
