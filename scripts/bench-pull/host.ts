// A host of repositories: made-up histories in; bare repositories in a folder, served over HTTP by a process of its own, out.
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { type Load, changeOf, historyOf, repositoryName } from './repositories.ts';

const SERVER = fileURLToPath(new URL('server.ts', import.meta.url));
/** Content that cannot be compressed is not worth the time to try. */
const QUICK = ['-c', 'core.compression=0', '-c', 'fastimport.unpackLimit=0', '-c', 'core.fsync=none'];

/** What a server has sent since it was last asked. */
export interface Traffic {
  readonly requests: number;
  readonly bytes: number;
}

export interface Host {
  /** Address that `/<name>.git` is put behind. */
  readonly url: string;
  readonly names: readonly string[];
  /** Adds a commit to the first so many repositories. */
  change(repositories: number): Promise<void>;
  /** Returns what has been sent since the last call. */
  traffic(): Promise<Traffic>;
  close(): void;
}

/** How a host serves. */
export interface Serving {
  /** Says whether it sends parts of a repository. */
  readonly filter: boolean;
  /** Says whether it answers questions for refs from memory, as large hosts do; else git is started for each. */
  readonly refCache: boolean;
}

/** Makes the repositories of a load below a folder and serves them. */
export async function openHost(folder: string, load: Load, { filter, refCache }: Serving): Promise<Host> {
  const names = Array.from({ length: load.repositories }, (_, index) => repositoryName(index));
  const limit = pLimit(availableParallelism());
  await Promise.all(
    names.map((name) =>
      limit(async () => {
        const bare = join(folder, `${name}.git`);
        execFileSync('git', ['init', '--bare', '--quiet', '--initial-branch=main', '--template=', bare]);
        for (const key of ['uploadpack.allowFilter', 'uploadpack.allowAnySHA1InWant'])
          execFileSync('git', ['--git-dir', bare, 'config', key, String(filter)]);
        await importStream(bare, historyOf(name, load));
      }),
    ),
  );
  const server = fork(SERVER, [folder, ...(refCache ? [] : ['cgi'])], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const port = await answerOf<number>(server);
  return {
    url: `http://127.0.0.1:${port}`,
    names,
    async change(repositories) {
      for (const name of names.slice(0, repositories)) await importStream(join(folder, `${name}.git`), changeOf(name));
    },
    async traffic() {
      server.send('traffic');
      return answerOf<Traffic>(server);
    },
    close: () => server.kill(),
  };
}

/** Waits for what the server says next; throws when it ends instead. */
async function answerOf<T>(server: ChildProcess): Promise<T> {
  const stop = new AbortController();
  try {
    const answer = once(server, 'message', stop).then(([message]) => message as T);
    const end = once(server, 'exit', stop).then(() => {
      throw new Error('The server has ended.');
    });
    return await Promise.race([answer, end]);
  } finally {
    stop.abort();
  }
}

async function importStream(bare: string, parts: Iterable<Uint8Array | string>): Promise<void> {
  const child = spawn('git', ['--git-dir', bare, ...QUICK, 'fast-import', '--quiet', '--depth=0'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  await pipeline(Readable.from(parts), child.stdin);
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import failed for ${bare}.`);
}
