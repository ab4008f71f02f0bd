// A pull in a process of its own that can be killed with all it has started: the folder of a portal in, its end out.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GIT_TEST_ENV } from '../support/git.ts';

const CALLBOARD = fileURLToPath(new URL('../../scripts/callboard.ts', import.meta.url));
/** A variable that every process of a pull inherits. */
const MARK = 'PULLED_IN';

export interface PullProcess {
  /** Says at the end whether it came to it by itself, without a failure. */
  readonly ended: Promise<boolean>;
  /** SIGKILL takes its gits as well, as the end of a container does; at any other signal it must end them itself. */
  kill(signal: NodeJS.Signals): void;
}

/** Starts `callboard pull` for the portal of a folder. */
export function startPull(folder: string, cache: string): PullProcess {
  const child = spawn(process.execPath, [CALLBOARD, 'pull', '--config', join(folder, 'portal.yaml')], {
    env: { ...GIT_TEST_ENV, CALLBOARD_CACHE: cache, [MARK]: folder },
    stdio: 'ignore',
  });
  return {
    ended: once(child, 'exit').then(([code]) => code === 0),
    kill(signal) {
      child.kill(signal);
      if (signal === 'SIGKILL') for (const pid of processesOf(folder)) end(pid);
    },
  };
}

/** Finds what is left of the pulls of a folder among the processes, where the system tells. */
export function processesOf(folder: string): number[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) && environment(name).includes(`${MARK}=${folder}\0`) ? [Number(name)] : [],
  );
}

function environment(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    // It has ended, or belongs to somebody else.
    return '';
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
