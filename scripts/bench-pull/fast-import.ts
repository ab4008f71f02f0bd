// Histories for `git fast-import`: commits and their files in; a bare repository that has them out.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Content that cannot be compressed is not worth the time to try. */
const QUICK = ['-c', 'core.compression=0', '-c', 'fastimport.unpackLimit=0', '-c', 'core.fsync=none'];

/** Begins a commit to `main`, a day after the one with the number before; its files follow. */
export function* commit(number: number, message: string, from: string | null = null): Generator<string> {
  yield `commit refs/heads/main\ncommitter Bench <bench@example.org> ${1_735_700_000 + number * 86_400} +0000\n`;
  yield `data ${Buffer.byteLength(message)}\n${message}\n${from === null ? '' : `from ${from}\n`}`;
}

/** Adds a file to the commit, or a new version of one. */
export function* file(path: string, content: Uint8Array | string): Generator<Uint8Array | string> {
  yield `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n`;
  yield content;
  yield '\n';
}

/** Adds commits to a bare repository. Throws when git does not take them. */
export async function importInto(bare: string, parts: Iterable<Uint8Array | string>): Promise<void> {
  const child = spawn('git', ['--git-dir', bare, ...QUICK, 'fast-import', '--quiet', '--depth=0'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  await pipeline(Readable.from(parts), child.stdin);
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import failed for ${bare}.`);
}
