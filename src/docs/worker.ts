// A worker thread that renders pages: plans and folders in at its start, numbers of pages in with each task, rendered pages out.
import { workerData } from 'node:worker_threads';
import { diskFiles } from '../lib/files-fs.ts';
import { createHighlighter } from './highlight.ts';
import type { KeptPage } from './page-result.ts';
import type { PageTask, WorkerSetup } from './pool-task.ts';
import { createPageRenderer } from './render-page.ts';
import { createSiteMap, originsOf } from './site-map.ts';

// Tinypool hands over a pair: its own data and ours.
const [, setup] = workerData as [unknown, WorkerSetup];
const sources = new Map(setup.sources.map((source) => [source.id, { ...source, files: diskFiles(source.root, source.names) }]));
const renderer = createPageRenderer({
  sources,
  map: createSiteMap(setup.plans, setup.known, setup.base, originsOf(sources)),
  highlighter: createHighlighter(),
  embeds: new Set(setup.embeds),
});

/** Renders some pages. */
export default async function renderPages(task: PageTask): Promise<KeptPage[]> {
  const results: KeptPage[] = [];
  for (const [site, number] of task) {
    const plan = setup.plans[site];
    const page = plan?.pages[number];
    if (plan !== undefined && page !== undefined) results.push(await renderer.render(plan, page));
  }
  return results;
}
