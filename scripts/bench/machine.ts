// Where and with what is measured: the machine, the versions, the day.
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './callboard-fs.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** In GB. */
  readonly memory: number;
  readonly system: string;
  /** Names with versions. */
  readonly versions: Readonly<Record<string, string>>;
  /** As `2026-11-30`. */
  readonly date: string;
}

/** Says where and with what is measured. */
export function readMachine(now: Date): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
    versions: {
      Callboard: versionOf('.'),
      'Node.js': process.versions.node,
      Astro: versionOf('node_modules/astro'),
      Pagefind: versionOf('node_modules/pagefind'),
      git: /[\d.]+\d/.exec(spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? 'unknown',
    },
    date: now.toISOString().slice(0, 10),
  };
}

/** Says it in one sentence. */
export function renderMachine({ processor, cores, memory, system, versions, date }: Machine): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${date}: ${processor}, ${cores} cores, ${memory} GB, ${system}; ${names.join(', ')}.`;
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { version: string }).version;
}
