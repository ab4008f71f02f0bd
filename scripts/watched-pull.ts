// Pulls in sight of a person or a program: a configuration and options in; the result out, and on the way words or events.
import type { ConfigFile } from '../src/config/types.ts';
import { pull } from '../src/sources/pull.ts';
import type { PullOptions, PullResult } from '../src/sources/types.ts';
import type { Progress } from './progress.ts';
import { createPullView } from './pull-view.ts';

const REFRESH = 1_000;

/** Pulls as a stage of `progress`. */
export async function watchedPull(config: ConfigFile, options: PullOptions, progress: Progress): Promise<PullResult> {
  const view = createPullView(progress, () => performance.now());
  const timer = setInterval(() => view.refresh(), REFRESH);
  try {
    progress.stage('pull');
    return await pull(config, { ...options, onEvent: (event) => view.event(event) });
  } finally {
    clearInterval(timer);
    view.end();
  }
}

/** Pulls and prints each event as a line of JSON to stdout, at the end `{"type":"done"}` with the counts and problems. */
export async function pullAsEvents(config: ConfigFile, options: PullOptions): Promise<PullResult> {
  const print = (value: object) => console.log(JSON.stringify(value));
  const result = await pull(config, { ...options, onEvent: print });
  print({ type: 'done', stats: result.stats, problems: result.problems });
  return result;
}
