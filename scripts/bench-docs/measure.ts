// One measured program that builds docs: how it is started in; seconds, processor time and memory out.
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { type Usage, watchProcess } from '../bench/process-tree-fs.ts';

const CALLBOARD = fileURLToPath(new URL('../callboard.ts', import.meta.url));
const MKDOCS = fileURLToPath(new URL('build.py', import.meta.url));
/** Debian's Python has Debian's MkDocs; `MKDOCS_PYTHON` names another one. */
const PYTHON = process.env['MKDOCS_PYTHON'] ?? '/usr/bin/python3';

/** What a build took. */
export interface Measured {
  readonly seconds: number;
  /** Null where the system does not tell. */
  readonly usage: Usage | null;
  /** The last line that it printed. */
  readonly said: string;
}

/** Returns the version of MkDocs, or null when it or the theme Material is not installed. */
export function mkdocsVersion(): string | null {
  const code = "import mkdocs, mkdocs.utils; assert 'material' in mkdocs.utils.get_theme_names(); print(mkdocs.__version__)";
  const run = spawnSync(PYTHON, ['-c', code], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : null;
}

/** Builds sites with MkDocs into an empty folder, all in one process: no command of MkDocs does that, and it is the least that it can take. */
export function runMkdocs(sites: readonly string[], output: string, signal: AbortSignal): Promise<Measured> {
  return measure(PYTHON, [MKDOCS], { input: JSON.stringify({ sites, output }), env: {}, signal });
}

/** Builds sites with MkDocs as its commands do, a process for each site, as many at a time as there are cores. */
export async function runMkdocsEach(sites: readonly string[], output: string, signal: AbortSignal): Promise<Measured> {
  const since = performance.now();
  const limit = pLimit(availableParallelism());
  const runs = await Promise.all(sites.map((site, index) => limit(() => runMkdocs([site], join(output, String(index)), signal))));
  const seconds = (performance.now() - since) / 1000;
  const usages = runs.flatMap(({ usage }) => usage ?? []);
  const usage = {
    processor: usages.reduce((sum, { processor }) => sum + processor, 0),
    memory: Math.max(...usages.map(({ memory }) => memory)) * availableParallelism(),
  };
  return { seconds, usage: usages.length < runs.length ? null : usage, said: '' };
}

/** Builds a portal with Callboard; what lies in the cache and the folder of the site is what it may build on. */
export function runCallboard(portal: string, site: string, cache: string, signal: AbortSignal): Promise<Measured> {
  return measure(process.execPath, [CALLBOARD, 'build', '--config', portal, '--out', site], {
    input: '',
    env: { CALLBOARD_CACHE: cache },
    signal,
  });
}

interface Start {
  readonly input: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Runs a program to its end; throws with the last lines it printed when it fails or is stopped. */
async function measure(command: string, args: readonly string[], { input, env, signal }: Start): Promise<Measured> {
  const since = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'pipe', signal });
  const watch = watchProcess(child.pid ?? 0);
  const ended = new Promise<number | null>((done) => child.once('close', done).once('error', () => child.pid ?? done(null)));
  child.stdin.on('error', () => undefined).end(input);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const seconds = (performance.now() - since) / 1000;
  const usage = watch.stop();
  if (code !== 0)
    throw new Error(`${command} failed (${code ?? 'stopped'}):\n${(stdout + stderr).trimEnd().split('\n').slice(-20).join('\n')}`);
  return { seconds, usage, said: stdout.trimEnd().split('\n').at(-1) ?? '' };
}
