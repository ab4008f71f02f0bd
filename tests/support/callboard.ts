// Runs the command line as its users do: arguments in, exit code and output out.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `callboard` with arguments; variables are added to the environment. */
export function callboard(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['scripts/callboard.ts', ...args], {
    // Vitest's own variables would make Astro think that it is tested.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...output }));
  });
}

/** Returns the hash of each file below a folder, by its path; sorted. */
export function hashTree(folder: string): ReadonlyMap<string, string> {
  const files = globSync('**/*', { cwd: folder, dot: true }).sort();
  return new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}
