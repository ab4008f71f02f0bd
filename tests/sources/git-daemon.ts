// Servers that hand each connection to a program as inetd did, so that the port is free for sure: git:// by `git daemon`.
import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { GIT_TEST_ENV } from '../support/git.ts';

export interface PortServer {
  readonly port: number;
  close(): void;
}

/** Starts a server on a free port of this machine that runs a program for each connection. */
export async function serveProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<PortServer> {
  const server = createServer((socket) => {
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    child.on('error', () => socket.destroy());
    child.stdin.on('error', () => undefined);
    socket.on('error', () => child.kill()).pipe(child.stdin);
    child.stdout.pipe(socket);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** Serves the repositories of a folder as `git://127.0.0.1:<port>/<name>.git`. */
export function serveDaemon(folder: string): Promise<PortServer> {
  return serveProgram('git', ['daemon', '--inetd', '--export-all', `--base-path=${folder}`, folder], GIT_TEST_ENV);
}
