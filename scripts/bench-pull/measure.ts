// One measured command: what to run in; its time, memory and traffic, and what it left on disk, out.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { readExtent } from '../bench/files-fs.ts';
import { watchProcess } from '../bench/process-tree-fs.ts';
import type { Host } from './host.ts';
import type { Traffic } from './server-process.ts';

/** A step of the benchmark. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder that it fills. */
  readonly folder: string;
}

/** What a step took. */
export interface Measured extends Traffic {
  readonly name: string;
  readonly seconds: number;
  /** Seconds of all cores, without those of the server; null where the system does not tell. */
  readonly processor: number | null;
  /** Largest memory of all processes at one moment, in MB. */
  readonly memory: number | null;
  /** Bytes and files of its folder afterwards. */
  readonly disk: { readonly bytes: number; readonly files: number };
  /** Last line that it printed. */
  readonly said: string;
}

/** Runs a step to its end; throws with what it printed when it fails or is stopped. */
export async function measure(step: Step, host: Host, signal: AbortSignal): Promise<Measured> {
  await host.traffic();
  const since = performance.now();
  const child = spawn(step.command, step.args, { env: { ...process.env, ...step.env }, stdio: 'pipe', signal });
  const watch = watchProcess(child.pid ?? 0);
  const ended = new Promise<number | null>((done) => child.once('close', done).once('error', () => child.pid ?? done(null)));
  child.stdin.on('error', () => undefined).end(step.input ?? '');
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const seconds = (performance.now() - since) / 1000;
  const usage = watch.stop();
  if (code !== 0)
    throw new Error(`${step.name} failed (${code ?? 'stopped'}):\n${(stdout + stderr).trimEnd().split('\n').slice(-20).join('\n')}`);
  const traffic = await host.traffic();
  const { bytes, files } = existsSync(step.folder) ? readExtent(step.folder) : { bytes: 0, files: 0 };
  const said = stdout.trimEnd().split('\n').at(-1) ?? '';
  return {
    name: step.name,
    seconds,
    processor: usage?.processor ?? null,
    memory: usage?.memory ?? null,
    ...traffic,
    disk: { bytes, files },
    said,
  };
}
