// Repositories over HTTP: a request in; the answer of git's own CGI program, as it comes, out.
import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, type Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';

const HEAD_END = '\r\n\r\n';

/** Starts git's program for one request; its output is the head and the body of the answer. */
function startBackend(folder: string, env: Readonly<Record<string, string>>, request: IncomingMessage) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...env,
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
  // Either side may leave early: a client that is killed, a git that has read enough.
  child.stdin.on('error', () => undefined);
  return child;
}

/** Answers a request for one of the repositories of a folder; `shape` stands between the body and who asked. */
export function answerWithGit(
  folder: string,
  env: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
  shape: Transform = new PassThrough(),
  input: Readable = request,
): void {
  const child = startBackend(folder, env, request);
  response.on('close', () => child.kill());
  input.pipe(child.stdin);

  let head: Buffer = Buffer.alloc(0);
  const readHead = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(HEAD_END);
    if (end < 0) return;
    child.stdout.off('data', readHead);
    response.writeHead(...parseHead(head.toString('latin1', 0, end)));
    shape.pipe(response);
    shape.write(head.subarray(end + HEAD_END.length));
    child.stdout.pipe(shape);
  };
  child.stdout.on('data', readHead);
  child.on('close', () => {
    if (!response.headersSent && !response.destroyed) response.writeHead(500).end();
  });
}

/** A whole answer. */
export interface WholeAnswer {
  readonly head: Head;
  readonly body: Buffer;
}

/** Returns the whole answer of git to a request with a given body. */
export async function askGit(
  folder: string,
  env: Readonly<Record<string, string>>,
  request: IncomingMessage,
  body: Uint8Array,
): Promise<WholeAnswer> {
  const child = startBackend(folder, env, request);
  child.stdin.end(body);
  const answer = await buffer(child.stdout);
  const end = answer.indexOf(HEAD_END);
  return { head: parseHead(answer.toString('latin1', 0, end)), body: answer.subarray(end + HEAD_END.length) };
}

type Head = readonly [status: number, headers: Record<string, string>];

/** Makes the head of an HTTP answer out of that of a CGI answer. */
function parseHead(head: string): Head {
  const headers = head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const);
  const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
  return [Number.parseInt(status, 10), Object.fromEntries(headers.filter(([name]) => name !== 'Status'))];
}
