// Graphviz: the text of a graph in, its SVG out, drawn in a thread of its own, since no limit inside of the layout holds.
import { Worker } from 'node:worker_threads';
import type { GraphvizResult } from './graphviz-result.ts';

/** Draws graphs. */
export interface Graphviz {
  /** Returns the SVG of a graph, not yet cleaned, or why there is none. */
  draw(source: string): Promise<GraphvizResult>;
}

const MAX_SOURCE = 50_000;
const MAX_SVG = 1_000_000;
/** More than fifty times what graphs in docs need; only hostile ones meet it. */
const MAX_MILLISECONDS = 5_000;
/** After so many graphs that took too long, no more are tried. */
const MAX_SLOW = 5;

/** Makes a drawer. The thread starts with the first graph, and again after one that took too long. */
export function createGraphviz(): Graphviz {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let slow = 0;

  const ask = (source: string): Promise<GraphvizResult> =>
    new Promise((resolve) => {
      worker ??= new Worker(new URL('./graphviz-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 256 } });
      const thread = worker;
      const finish = (result: GraphvizResult, dead: boolean): void => {
        clearTimeout(timer);
        thread.off('message', answered).off('error', failed);
        thread.unref();
        if (dead) {
          slow++;
          worker = undefined;
          void thread.terminate();
        }
        resolve(result);
      };
      const answered = (result: GraphvizResult): void => finish(result, false);
      const failed = (): void => finish({ error: 'it takes too much memory' }, true);
      const timer = setTimeout(() => finish({ error: 'it takes too long' }, true), MAX_MILLISECONDS);
      thread.ref();
      thread.once('message', answered).once('error', failed);
      thread.postMessage(source, []);
    });

  return {
    async draw(source) {
      if (source.length > MAX_SOURCE) return { error: 'it is too long' };
      const answer = last.then(() => (slow < MAX_SLOW ? ask(source) : { error: 'too many others took too long' }));
      last = answer;
      const result = await answer;
      return 'svg' in result && result.svg.length > MAX_SVG ? { error: 'it is too large' } : result;
    },
  };
}
