// A web server for the repositories of a folder: it may ask for a password, send elsewhere or misbehave, and it remembers what it was asked.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { answerWithGit } from '../../scripts/bench-pull/git-backend.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import type { Fault } from './git-faults.ts';

/** A request as it came. */
export interface Asked {
  /** Counted from 1. */
  readonly number: number;
  /** Path and query. */
  readonly url: string;
  readonly authorization: string | null;
}

export interface GitServer {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly asked: readonly Asked[];
  /** The `Authorization` header of each request, in order; null where there was none. */
  readonly seen: (string | null)[];
  /** Counts all bytes sent so far. */
  sent(): number;
  /** Ends it, with whatever is still being sent. */
  close(): void;
}

export interface GitServerOptions {
  /** The `user:password` that is wanted. */
  readonly login?: string;
  /** Where everything is sent instead: an address that the path is put behind. */
  readonly redirect?: string;
  /** Chooses what goes wrong with a request; null for nothing. */
  readonly fault?: (asked: Asked) => Fault | null;
  /** Makes it speak https. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Starts a server on a free port of this machine. */
export async function serveRepositories(folder: string, options: GitServerOptions = {}): Promise<GitServer> {
  const { login, redirect, fault, tls } = options;
  const asked: Asked[] = [];
  const seen: (string | null)[] = [];
  const sockets: Socket[] = [];
  const wanted = login === undefined ? null : `Basic ${Buffer.from(login).toString('base64')}`;
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const one: Asked = { number: asked.length + 1, url: request.url ?? '', authorization: request.headers.authorization ?? null };
    asked.push(one);
    seen.push(one.authorization);
    const wrong = fault?.(one) ?? null;
    if (redirect !== undefined) response.writeHead(302, { location: `${redirect}${one.url}` }).end();
    else if (wanted !== null && one.authorization !== wanted) response.writeHead(401, { 'www-authenticate': 'Basic realm="test"' }).end();
    else if (wrong === null) answerWithGit(folder, GIT_TEST_ENV, request, response);
    else wrong(response, (shape) => answerWithGit(folder, GIT_TEST_ENV, request, response, shape));
  };
  const server = tls === undefined ? createServer(serve) : createSecureServer(tls, serve);
  server.on('connection', (socket: Socket) => sockets.push(socket));
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    seen,
    sent: () => sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
