// The whole way from a snapshot to a site on disk: compile, render, copy, index.
import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Config } from '../src/config/types.ts';
import { finishSite } from '../src/deploy/finish-site-fs.ts';
import type { DrawDiagrams } from '../src/lib/diagrams.ts';
import type { Problem } from '../src/lib/problem.ts';
import type { Snapshot } from '../src/lib/snapshot.ts';
import { compilePortal } from '../src/portal/compile.ts';
import { publishFiles } from '../src/portal/publish-fs.ts';
import { searchPages } from '../src/portal/search/pages.ts';
import { openBundle } from '../src/render/bundle-fs.ts';
import { type KeptPages, readKeptPages } from '../src/render/kept-pages-fs.ts';
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
  /** What everything is made from, as a short text. */
  readonly fingerprint: string;
  /** File that tells of the pages of the last build; none renders all. */
  readonly rendered: string | undefined;
  /** Folder of compressed copies that are kept from build to build; none keeps nothing. */
  readonly copies: string | undefined;
  /** Draws diagrams that need a server. */
  readonly draw: DrawDiagrams | undefined;
}

/** A site that was made. */
export interface MadeSite {
  readonly report: BuildReport;
  /** What the next build has to know of its pages. */
  readonly pages: KeptPages;
}

/** Makes the site in a folder that does not exist yet, and returns what there is to say about it. */
export async function makeSite(
  { config, snapshot, problems, cache, before, fingerprint, rendered, copies, draw }: SiteInput,
  folder: string,
  progress: Progress,
): Promise<MadeSite> {
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
    const [indexed, pages] = await withSearch(async (search) => {
      // Pagefind is a program of its own: pages are rendered beside it.
      const write = async () => {
        await search.add(searchPages(portal));
        return search.write(aside);
      };
      const pages = async () => {
        const made = await bundle;
        const key = pagesKey(made, config);
        const kept = rendered === undefined ? null : readKeptPages(rendered, before, key);
        const known = await renderSite(portal, made, folder, { fingerprint, key, last: kept && { folder: before, kept } });
        progress.stage('assets');
        await publishFiles(portal, snapshot, folder);
        progress.stage('index');
        return known;
      };
      return Promise.all([write(), pages()]);
    });
    await rename(join(aside, 'pagefind'), join(folder, 'pagefind'));
    progress.stage('finish');
    await finishSite(folder, { base: config.base, ...config.hosting, before, store: copies });
    const { entities = 0, docsPages = 0 } = portal.build.counts;
    const counts = `${entities} entities and ${docsPages} docs pages, ${indexed} pages in the search index`;
    return { report: { problems: portal.problems, counts }, pages };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** What every page depends on beside the portal: how pages are drawn, and the configuration. */
function pagesKey(bundle: string, config: Config): string {
  const settings = JSON.stringify(config, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  return createHash('sha256')
    .update(`${basename(bundle)}\0${settings}`)
    .digest('hex');
}

async function withSearch<T>(use: (search: SearchIndex) => Promise<T>): Promise<T> {
  const search = await openSearchIndex();
  try {
    return await use(search);
  } finally {
    await search.close();
  }
}
