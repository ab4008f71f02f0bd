// A host of repositories on this machine: an API that a test describes, with git behind the same address, and faults on demand.
import { createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerWithGit } from '../../../scripts/bench-pull/git-backend.ts';
import { GIT_TEST_ENV } from '../../support/git.ts';

/** A request to the API. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** `http://127.0.0.1:port`, for addresses in answers. */
  readonly origin: string;
}

export interface ApiAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, text as it is. */
  readonly body?: unknown;
}

/** What may go wrong with one request: another answer, silence, a connection that ends within the body, or a body without end. */
export type Fault = ApiAnswer | 'silence' | 'cut' | 'endless';

export interface HostServer {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly origin: string;
  /** Requests to the API, as `METHOD path?query`. */
  readonly asked: string[];
  /** The `Authorization` of every request, to the API and to git. */
  readonly authorizations: (string | undefined)[];
  /** Statuses of the API's answers. */
  readonly statuses: number[];
  /** Requests to git. */
  readonly pulled: string[];
  /** Lets the next requests to the API go wrong, one after the other. */
  fail(...faults: Fault[]): void;
  /** Lets every request to the API go wrong; null ends that. */
  failAll(fault: Fault | null): void;
  close(): void;
}

export interface HostOptions {
  /** Folder of the bare repositories, which lie as they are addressed. */
  readonly folder: string;
  /** What git wants as `user:password`. */
  readonly login?: string;
  readonly api: (request: ApiRequest) => ApiAnswer;
}

/** Starts a host. Good answers to GET carry an ETag, as those of real hosts do, and are not repeated to those who have them. */
export async function serveHost({ folder, login, api }: HostOptions): Promise<HostServer> {
  const faults: Fault[] = [];
  let always: Fault | null = null;
  const asked: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const statuses: number[] = [];
  const pulled: string[] = [];

  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    const url = new URL(request.url ?? '/', origin);
    const git = /^(\/.+?)(?:\.git)?(\/info\/refs|\/git-upload-pack)$/.exec(url.pathname);
    if (git !== null) {
      pulled.push(url.pathname);
      const wanted = login === undefined ? undefined : `Basic ${Buffer.from(login).toString('base64')}`;
      if (request.headers.authorization !== wanted) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
        return;
      }
      request.url = `${git[1] ?? ''}.git${git[2] ?? ''}${url.search}`;
      answerWithGit(folder, GIT_TEST_ENV, request, response);
      return;
    }
    asked.push(`${request.method ?? ''} ${url.pathname}${url.search}`);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = 'GET', headers } = request;
      const body = Buffer.concat(chunks).toString();
      const fault = faults.shift() ?? always;
      const answer = fault ?? api({ method, path: decodeURI(url.pathname), query: url.searchParams, headers, body, origin });
      if (answer === 'silence') return;
      if (answer === 'cut') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"data": [', () => response.destroy());
      } else if (answer === 'endless') sendWithoutEnd(response);
      else statuses.push(send(request, response, answer));
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  return {
    host,
    origin,
    asked,
    authorizations,
    statuses,
    pulled,
    fail: (...more) => faults.push(...more),
    failAll: (fault) => {
      always = fault;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status = 200, headers = {}, body }: ApiAnswer): number {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
  const etag = `W/"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
  const marked = request.method === 'GET' && status === 200;
  const known = marked && request.headers['if-none-match'] === etag;
  const common = { 'content-type': 'application/json; charset=utf-8', ...(marked && { etag }), ...headers };
  if (known) response.writeHead(304, common).end();
  else response.writeHead(status, common).end(text);
  return known ? 304 : status;
}

function sendWithoutEnd(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = () => {
    while (!response.destroyed && response.write(`"${'x'.repeat(64 * 1024)}",`));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

/** A repository as a host knows it. */
export interface HostedRepository {
  /** Path with its owner: `acme/payments`. */
  readonly path: string;
  readonly files: readonly string[];
  /** Commit of the default branch; null for an empty repository. */
  readonly commit: string | null;
  readonly archived?: boolean;
  readonly fork?: boolean;
  readonly topics?: readonly string[];
  /** Address instead of the right one. */
  readonly address?: string;
}

/** Cuts a list into pages as hosts do; pages count from one. */
export function pageOf<T>(all: readonly T[], page: number, size: number): { readonly items: readonly T[]; readonly last: boolean } {
  return { items: all.slice((page - 1) * size, page * size), last: page * size >= all.length };
}

/** Returns the last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
