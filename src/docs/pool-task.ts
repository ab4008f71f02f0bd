// What the pool and its workers say to each other.
import type { SourceSnapshot } from '../lib/snapshot.ts';
import type { SitePlan } from './plan.ts';

/** What a worker is given at its start: plain data that can be copied to another thread. */
export interface WorkerSetup {
  readonly plans: readonly SitePlan[];
  readonly sources: readonly Omit<SourceSnapshot, 'files'>[];
  readonly known: readonly string[];
  readonly base: string;
  readonly embeds: readonly string[];
}

/** Some pages: each with the number of its plan and its own in that plan. */
export type PageTask = readonly (readonly [site: number, page: number])[];
