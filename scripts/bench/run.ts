// One measured build: a portal.yaml in; seconds, processor time and memory, of the whole and of each stage, and the size of the site out.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './callboard-fs.ts';
import { type SiteExtent, readExtent } from './files-fs.ts';
import { type Usage, watchProcess } from './process-tree-fs.ts';
import { type SaidStage, type StageFigures, stageFigures } from './stages.ts';

/** What one build took. */
export interface Run {
  /** From the start of the process to its end, in seconds. */
  readonly wall: number;
  /** What all processes used together; null where the system does not tell. */
  readonly usage: Usage | null;
  readonly stages: readonly StageFigures[];
  readonly site: SiteExtent;
}

/** Where a build finds and puts things. */
export interface Workplace {
  /** Folder of the Callboard that builds; defaults to this one. */
  readonly callboard?: string;
  readonly config: string;
  /** Folder that it builds in: `dist/` and `cache/` below it may be there from a build before. */
  readonly work: string;
}

/** Builds. Throws with the last lines it printed when the build fails or is stopped. */
export async function runBuild({ callboard = ROOT, config, work }: Workplace, signal: AbortSignal): Promise<Run> {
  const out = join(work, 'dist');
  const stats = join(work, 'stats.json');
  const log = join(work, 'build.log');
  const output = openSync(log, 'w');
  const since = performance.now();
  const child = spawn(process.execPath, ['scripts/callboard.ts', 'build', '--config', config, '--out', out, '--stats', stats], {
    cwd: callboard,
    stdio: ['ignore', output, output],
    env: { ...process.env, CALLBOARD_CACHE: join(work, 'cache') },
    signal,
  });
  const watch = watchProcess(child.pid ?? 0);
  const code = await exitCode(child);
  const wall = (performance.now() - since) / 1000;
  const usage = watch.stop();
  closeSync(output);
  if (code === null) throw new Error('The build was stopped.');
  if (code !== 0) throw new Error(`The build failed with ${code}:\n${lastLines(log)}`);
  const { stages } = JSON.parse(readFileSync(stats, 'utf8')) as { stages: readonly SaidStage[] };
  return { wall, usage, stages: stageFigures(stages, wall, watch.moments), site: readExtent(out) };
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
