// The process that serves a folder of bare repositories over HTTP: started, asked for what it has sent, ended.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('server.ts', import.meta.url));

/** What a server has sent since it was last asked. */
export interface Traffic {
  readonly requests: number;
  readonly bytes: number;
}

export interface Server {
  /** Address that `/<name>.git` is put behind. */
  readonly url: string;
  /** Returns what has been sent since the last call. */
  traffic(): Promise<Traffic>;
  close(): void;
}

/** Serves the repositories of a folder. With `refCache` questions for refs are answered from memory, as large hosts do; else git is started for each. */
export async function startServer(folder: string, refCache: boolean): Promise<Server> {
  const server = fork(SERVER, [folder, ...(refCache ? [] : ['cgi'])], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const port = await answerOf<number>(server);
  return {
    url: `http://127.0.0.1:${port}`,
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
