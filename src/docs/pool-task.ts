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

/** A run of pages of one site. */
export interface PageTask {
  readonly site: number;
  readonly from: number;
  readonly to: number;
}
