// The steps of the benchmark: a host in; what each took out, in the order they were run.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from './host.ts';
import { type Measured, type Step, measure } from './measure.ts';

const CALLBOARD = fileURLToPath(new URL('../callboard.ts', import.meta.url));
/** As many at once as Callboard pulls. */
const CLONES = 8;
/** Repositories that change before the last pull. */
export const CHANGED = 3;

/** Clones everything as git does by itself, for comparison; then pulls it three times. */
export async function runSteps(host: Host, work: string, signal: AbortSignal): Promise<Measured[]> {
  const clones = join(work, 'clones');
  const clone: Step = {
    name: 'git clone --depth 1',
    command: 'xargs',
    args: ['-P', String(CLONES), '-n', '2', 'git', 'clone', '--quiet', '--depth', '1'],
    input: host.names.map((name) => `${host.url}/${name}.git ${join(clones, name)}\n`).join(''),
    folder: clones,
  };
  const measured = [await measure(clone, host, signal)];
  rmSync(clones, { recursive: true, force: true });

  const config = join(work, 'portal.yaml');
  writeFileSync(config, `title: Bench\nsources:\n${host.names.map((name) => `  - git: ${host.url}/${name}.git\n`).join('')}`);
  const cache = join(work, 'cache');
  const pull = (name: string): Step => ({
    name,
    command: process.execPath,
    args: [CALLBOARD, 'pull', '--config', config],
    env: { CALLBOARD_CACHE: cache },
    folder: cache,
  });
  measured.push(await measure(pull('first pull'), host, signal));
  measured.push(await measure(pull('pull, nothing changed'), host, signal));
  await host.change(CHANGED);
  measured.push(await measure(pull(`pull, ${CHANGED} changed`), host, signal));
  return measured;
}
