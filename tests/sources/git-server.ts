// A web server for the repositories of a folder that asks for a password: `git http-backend` behind Node's own server.
import { spawn } from 'node:child_process';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GIT_TEST_ENV } from '../support/git.ts';

export interface GitServer {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** The `Authorization` header of each request, in order; null where there was none. */
  readonly seen: (string | null)[];
  close(): void;
}

/** Starts a server; `login` is the `user:password` it wants, `redirect` another host to send everything to instead. */
export async function serveRepositories(
  folder: string,
  { login, redirect }: { login?: string; redirect?: string } = {},
): Promise<GitServer> {
  const seen: (string | null)[] = [];
  const wanted = login === undefined ? null : `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization ?? null);
    if (redirect !== undefined) response.writeHead(302, { location: `http://${redirect}${request.url ?? ''}` }).end();
    else if (wanted !== null && request.headers.authorization !== wanted)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="test"' }).end();
    else backend(folder, request, response);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close: () => server.close() };
}

/** Hands a request to git's own CGI program and its answer back. */
export function backend(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...GIT_TEST_ENV,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    const headers = answer
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const);
    const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
    response.writeHead(Number.parseInt(status, 10), Object.fromEntries(headers.filter(([name]) => name !== 'Status')));
    response.end(answer.subarray(end + 4));
  });
}
