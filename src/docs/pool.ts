// All pages of all sites rendered: those that are kept from an earlier build taken as they are; the others in this thread, or spread over
// worker threads when there are many and their files lie on disk.
import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import { diskFiles } from '../lib/files-fs.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { createHighlighter } from './highlight.ts';
import type { PageCache } from './page-cache.ts';
import type { KeptPage, PageResult } from './page-result.ts';
import type { SitePlan } from './plan.ts';
import type { PageTask, WorkerSetup } from './pool-task.ts';
import { type PageRenderer, createPageRenderer } from './render-page.ts';
import { createSiteMap, originsOf } from './site-map.ts';

/** What is rendered. */
export interface RenderJob {
  readonly plans: readonly SitePlan[];
  readonly sources: ReadonlyMap<string, SourceSnapshot>;
  readonly known: ReadonlySet<string>;
  readonly base: string;
  /** Hosts in lower case whose pages, videos and sound may be shown. */
  readonly embeds: readonly string[];
  /** Most threads to use; defaults to the number of cores. */
  readonly threads?: number | undefined;
  /** Pages of earlier builds; none renders all. */
  readonly cache?: PageCache | undefined;
}

/** Pages of one task: enough that handing them over costs little, few enough that threads end together. */
const TASK_PAGES = 16;

/**
 * Renders the pages of all plans, in their order: one list for each plan. Neither the number of threads nor what was kept makes a difference
 * to the result.
 */
export async function renderPlans(job: RenderJob): Promise<PageResult[][]> {
  const { plans, cache } = job;
  const renderer = createPageRenderer({
    sources: job.sources,
    map: createSiteMap(plans, job.known, job.base, originsOf(job.sources)),
    highlighter: createHighlighter(),
    embeds: new Set(job.embeds),
  });
  const done = plans.map((plan) => plan.pages.map((page) => current(plan, page, renderer, cache)));
  const open = done.flatMap((pages, site) => pages.flatMap((page, number) => (page === null ? [[site, number] as const] : [])));
  const threads = Math.min(job.threads ?? availableParallelism(), Math.floor(open.length / MIN_PAGES_PER_THREAD));
  const rendered = threads > 1 && onDisk(job) ? await renderInPool(job, open, threads) : await renderHere(job, open, renderer);
  for (const [index, [site, number]] of open.entries()) (done[site] ?? [])[number] = rendered[index] ?? null;
  const kept = done.map((pages) => pages.flatMap((page) => page ?? []));
  cache?.replace(kept.flatMap((pages, site) => pages.map((page) => [plans[site] as SitePlan, page] as const)));
  return kept.map((pages) => pages.map(({ result }) => result));
}

function current(plan: SitePlan, page: SitePlan['pages'][number], renderer: PageRenderer, cache: PageCache | undefined): KeptPage | null {
  const kept = cache?.find(plan, page) ?? null;
  return kept !== null && renderer.isCurrent(kept, plan, page) ? kept : null;
}

/** A thread costs about 1.5 s of computing before it is as quick as the first one: below this many pages it does not pay. */
const MIN_PAGES_PER_THREAD = 40;

/** Room for what lives as short as a page: with the usual 16 MB, a tenth of a thread's time goes into clearing it. */
const YOUNG_MB = 64;

async function renderHere({ plans }: RenderJob, open: PageTask, renderer: PageRenderer): Promise<KeptPage[]> {
  const results: KeptPage[] = [];
  for (const [site, number] of open) {
    const plan = plans[site] as SitePlan;
    results.push(await renderer.render(plan, plan.pages[number] as SitePlan['pages'][number]));
  }
  return results;
}

async function renderInPool({ plans, sources, known, base, embeds }: RenderJob, open: PageTask, threads: number): Promise<KeptPage[]> {
  const used = new Set(plans.map(({ source }) => source));
  const workerData: WorkerSetup = {
    plans,
    sources: [...sources.values()]
      .filter(({ id }) => used.has(id))
      .map(({ id, origin, root, names, catalog, docs, stale }) => ({ id, origin, root, names, catalog, docs, stale })),
    known: [...known],
    base,
    embeds,
  };
  const pool = new Tinypool({
    filename: new URL('./worker.ts', import.meta.url).href,
    workerData,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  try {
    const tasks: Promise<KeptPage[]>[] = [];
    for (let from = 0; from < open.length; from += TASK_PAGES) {
      tasks.push(pool.run(open.slice(from, from + TASK_PAGES)) as Promise<KeptPage[]>);
    }
    return (await Promise.all(tasks)).flat();
  } finally {
    await pool.destroy();
  }
}

/** Says whether workers can open the files again: sources made in memory have no folder. */
function onDisk({ plans, sources }: RenderJob): boolean {
  return plans.every(({ source, pages }) => {
    const root = sources.get(source)?.root ?? '';
    const written = pages.find(({ text }) => text === undefined);
    return written === undefined || (root !== '' && diskFiles(root).has(written.file));
  });
}
