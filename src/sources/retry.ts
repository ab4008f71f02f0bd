// Asks a remote again after a failure that may pass: a piece of work in, its outcome out.
import pRetry from 'p-retry';
import type { Limits, Outcome } from './types.ts';

/** Longest pause between two tries, in seconds. */
const MAX_PAUSE = 30;

/** Does a piece of work, and again with growing pauses as long as its failure may pass. Returns the last outcome. */
export async function patiently<T>({ retries, retrySeconds }: Limits, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  let outcome = await work();
  const mayPass = () => 'failure' in outcome && outcome.failure.passing === true;
  const again = async (attempt: number) => {
    if (attempt > 1) outcome = await work();
    if (mayPass()) throw new Error('The failure may pass.');
  };
  const pauses = { minTimeout: retrySeconds * 1000, maxTimeout: MAX_PAUSE * 1000, factor: 3, randomize: true };
  await pRetry(again, { ...pauses, retries }).catch(() => undefined);
  return outcome;
}
