// callboard pull: brings the snapshot up to date.
import { readConfig } from '../../src/config/config-fs.ts';
import { startProgress } from '../progress.ts';
import { isError, printBadConfig, printProblems } from '../report.ts';
import { pullAsEvents, watchedPull } from '../watched-pull.ts';

interface Options {
  readonly config: string;
  readonly offline?: boolean;
  readonly frozen?: boolean;
  readonly only?: readonly string[];
  readonly json?: boolean;
}

/** Pulls all sources; with `frozen` exactly the locked commits, fetched where they are not on disk. Returns 0, or 2 when a source has no copy at all. */
export async function pullCommand({ config: file, offline = false, frozen = false, only, json = false }: Options): Promise<number> {
  const { value: config, problems: configProblems } = readConfig(file);
  if (config === null) return printBadConfig(configProblems, file);
  const options = { offline, frozen, only };
  if (json) return (await pullAsEvents(config, options)).problems.some(isError) ? 2 : 0;
  const progress = startProgress();
  const { snapshot, problems, stats } = await watchedPull(config, options, progress);
  progress.finish();
  printProblems([...configProblems, ...problems], snapshot);
  console.log(
    `${stats.sources} sources: ${stats.fetched} fetched, ${stats.unchanged} unchanged, ${stats.stale} on an older copy, ${stats.failed} failed.`,
  );
  return problems.some(isError) ? 2 : 0;
}
