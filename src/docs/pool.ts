// All pages of all sites rendered: in this thread, or spread over worker threads when there are many and their files lie on disk.
import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import { diskFiles } from '../lib/files-fs.ts';
import type { SourceSnapshot } from '../lib/snapshot.ts';
import { createHighlighter } from './highlight.ts';
import type { SitePlan } from './plan.ts';
import type { PageTask, WorkerSetup } from './pool-task.ts';
import { createPageRenderer, type PageResult } from './render-page.ts';
import { createSiteMap } from './site-map.ts';

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
}

/** Pages of one task: enough that handing them over costs little, few enough that threads end together. */
const TASK_PAGES = 16;

/** Renders the pages of all plans, in their order: one list for each plan. The number of threads makes no difference to the result. */
export async function renderPlans(job: RenderJob): Promise<PageResult[][]> {
  const pages = job.plans.reduce((sum, plan) => sum + plan.pages.length, 0);
  const threads = Math.min(job.threads ?? availableParallelism(), Math.floor(pages / MIN_PAGES_PER_THREAD));
  return threads > 1 && onDisk(job) ? renderInPool(job, threads) : renderHere(job);
}

/** A thread costs about 1.5 s of computing before it is as quick as the first one: below this many pages it does not pay. */
const MIN_PAGES_PER_THREAD = 40;

async function renderHere({ plans, sources, known, base, embeds }: RenderJob): Promise<PageResult[][]> {
  const map = createSiteMap(plans, known, base);
  const renderer = createPageRenderer({ sources, map, highlighter: createHighlighter(), embeds: new Set(embeds) });
  const results: PageResult[][] = [];
  for (const plan of plans) {
    const ofPlan: PageResult[] = [];
    for (const page of plan.pages) ofPlan.push(await renderer.render(plan, page));
    results.push(ofPlan);
  }
  return results;
}

async function renderInPool({ plans, sources, known, base, embeds }: RenderJob, threads: number): Promise<PageResult[][]> {
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
  });
  try {
    return await Promise.all(
      plans.map(async (plan, site) => {
        const tasks: Promise<PageResult[]>[] = [];
        for (let from = 0; from < plan.pages.length; from += TASK_PAGES) {
          const task: PageTask = { site, from, to: from + TASK_PAGES };
          tasks.push(pool.run(task) as Promise<PageResult[]>);
        }
        return (await Promise.all(tasks)).flat();
      }),
    );
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
