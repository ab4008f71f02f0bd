// One measured build: a portal.yaml in; seconds and memory, from inside and from outside, and the size of the site out.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SiteExtent, readExtent } from './files-fs.ts';
import { type Usage, watchProcess } from './process-tree-fs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface StageFigures {
  readonly stage: string;
  readonly seconds: number;
  /** Largest memory of the main process until the end of the stage, in MB. */
  readonly peakMemory: number;
}

/** What one build took. */
export interface Run {
  /** From the start of the process to its end, in seconds. */
  readonly wall: number;
  /** What all processes used together; null where the system does not tell. */
  readonly usage: Usage | null;
  readonly stages: readonly StageFigures[];
  readonly site: SiteExtent;
}

/** Builds into an empty folder of `work`, with an empty cache. Throws with the last lines it printed when the build fails or is stopped. */
export async function runBuild(config: string, work: string, signal: AbortSignal): Promise<Run> {
  const [out, cache, stats, log] = ['dist', 'cache', 'stats.json', 'build.log'].map((name) => join(work, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const old of [out, cache, stats]) rmSync(old, { recursive: true, force: true });
  const output = openSync(log, 'w');
  const since = performance.now();
  const child = spawn(process.execPath, ['scripts/callboard.ts', 'build', '--config', config, '--out', out, '--stats', stats], {
    cwd: ROOT,
    stdio: ['ignore', output, output],
    env: { ...process.env, CALLBOARD_CACHE: cache },
    signal,
  });
  const watch = watchProcess(child.pid ?? 0);
  const code = await exitCode(child);
  const wall = (performance.now() - since) / 1000;
  const usage = watch.stop();
  closeSync(output);
  if (code === null) throw new Error('The build was stopped.');
  if (code !== 0) throw new Error(`The build failed with ${code}:\n${lastLines(log)}`);
  const { stages } = JSON.parse(readFileSync(stats, 'utf8')) as { stages: readonly StageFigures[] };
  return { wall, usage, stages, site: readExtent(out) };
}

/** Waits for the end. Being stopped is an error and an end, not to have been started an error alone. */
function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => {
    child.once('exit', done).once('error', () => {
      if (child.pid === undefined) done(null);
    });
  });
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}
