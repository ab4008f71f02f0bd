// A worker thread that renders pages: plans and folders in at its start, numbers of pages in with each task, rendered pages out.
import { workerData } from 'node:worker_threads';
import { diskFiles } from '../lib/files-fs.ts';
import { createHighlighter } from './highlight.ts';
import type { PageTask, WorkerSetup } from './pool-task.ts';
import { createPageRenderer, type PageResult } from './render-page.ts';
import { createSiteMap } from './site-map.ts';

// Tinypool hands over a pair: its own data and ours.
const [, setup] = workerData as [unknown, WorkerSetup];
const sources = new Map(setup.sources.map((source) => [source.id, { ...source, files: diskFiles(source.root, source.names) }]));
const renderer = createPageRenderer({
  sources,
  map: createSiteMap(setup.plans, setup.known, setup.base),
  highlighter: createHighlighter(),
  embeds: new Set(setup.embeds),
});

/** Renders a run of pages of one site. */
export default async function renderPages({ site, from, to }: PageTask): Promise<PageResult[]> {
  const plan = setup.plans[site];
  const results: PageResult[] = [];
  for (const page of plan?.pages.slice(from, to) ?? []) if (plan !== undefined) results.push(await renderer.render(plan, page));
  return results;
}
