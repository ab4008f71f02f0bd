// The folder of the built site: where a new site is made, how it takes the place of the old one, and what is cleared away when a build was
// killed. Whoever is killed at any moment leaves the old site or the new one.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A command that exchanges two folders in one step, which Node itself cannot. It fails and touches nothing where the system has no such step. */
export interface Exchange {
  readonly command: string;
  readonly args: readonly string[];
}

/** Linux's numbers of the call `renameat2`, for programs without a command for it. */
const RENAMEAT2: Readonly<Partial<Record<NodeJS.Architecture, number>>> = { x64: 316, arm64: 276, riscv64: 276, ppc64: 357, s390x: 347 };
const LINUX_CALL = RENAMEAT2[process.arch];

/** The ways to exchange that are tried, in this order. */
export const EXCHANGES: readonly Exchange[] = [
  // Since coreutils 9.5.
  { command: 'mv', args: ['--exchange', '--no-target-directory', '--'] },
  // From the current folder (-100), to the current folder, exchange (2): older systems have Perl.
  ...(process.platform === 'linux' && LINUX_CALL !== undefined
    ? [{ command: 'perl', args: ['-e', `exit(syscall(${LINUX_CALL}, -100, $ARGV[0], -100, $ARGV[1], 2) != 0)`, '--'] }]
    : []),
];

/** What no build of another machine still needs. */
const DAY = 86_400_000;

/** Returns the folder beside a site in which this process makes the next one. Its name says who is at work. */
export function folderOfNext(site: string): string {
  return `${site}.building-${hostname()}-${process.pid}`;
}

function folderOfLast(site: string): string {
  return `${site}.old-${hostname()}-${process.pid}`;
}

/**
 * Puts a new site in the place of the old one, which is removed. In one step where the system can; otherwise in two, and whoever is killed
 * between them leaves it to `clearUp` to put the old site back. Throws when the place cannot be taken, and leaves the old site there.
 */
export async function putInPlace(next: string, site: string, exchanges: readonly Exchange[] = EXCHANGES): Promise<void> {
  if (lstatSync(site, { throwIfNoEntry: false }) === undefined) {
    renameSync(next, site);
    return;
  }
  if (exchanges.some(({ command, args }) => spawnSync(command, [...args, next, site], { stdio: 'ignore' }).status === 0)) {
    await rm(next, { recursive: true, force: true });
    return;
  }
  const last = folderOfLast(site);
  renameSync(site, last);
  try {
    renameSync(next, site);
  } catch (error) {
    renameSync(last, site);
    throw error;
  }
  await rm(last, { recursive: true, force: true });
}

/** Puts an old site back that was taken away when its build was killed, and removes what builds that were killed have left beside a site. */
export function clearUp(site: string): void {
  const folder = dirname(site);
  if (!existsSync(folder)) return;
  const left = readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(site)}.`) && isLeft(folder, name))
    .sort();
  const old = left.find((name) => name.startsWith(`${basename(site)}.old-`));
  if (old !== undefined && !existsSync(site)) renameSync(join(folder, old), site);
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Says whether a name is that of a folder whose build has ended. */
function isLeft(folder: string, name: string): boolean {
  const [, host, pid] = /\.(?:building|old)-(.*)-(\d+)(?:\.|$)/.exec(name) ?? [];
  if (host === undefined) return false;
  if (host === hostname() && !isRunning(Number(pid))) return true;
  const time = lstatSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;
  return time !== undefined && Date.now() - time > DAY;
}

/** Says whether another process has a number. What carries our own was left by one that had it before. */
function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
