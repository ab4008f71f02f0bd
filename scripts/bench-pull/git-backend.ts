// Repositories over HTTP: a request in; the answer of git's own CGI program, as it comes, out.
import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, type Transform } from 'node:stream';

const HEAD_END = '\r\n\r\n';

/** Answers a request for one of the repositories of a folder; `shape` stands between the body and who asked. */
export function answerWithGit(
  folder: string,
  env: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
  shape: Transform = new PassThrough(),
): void {
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
  response.on('close', () => child.kill());
  request.pipe(child.stdin);

  let head: Buffer = Buffer.alloc(0);
  const readHead = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(HEAD_END);
    if (end < 0) return;
    child.stdout.off('data', readHead);
    writeHead(response, head.toString('latin1', 0, end));
    shape.pipe(response);
    shape.write(head.subarray(end + HEAD_END.length));
    child.stdout.pipe(shape);
  };
  child.stdout.on('data', readHead);
  child.on('close', () => {
    if (!response.headersSent && !response.destroyed) response.writeHead(500).end();
  });
}

/** Writes the head of a CGI answer as that of an HTTP answer. */
function writeHead(response: ServerResponse, head: string): void {
  const headers = head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const);
  const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
  response.writeHead(Number.parseInt(status, 10), Object.fromEntries(headers.filter(([name]) => name !== 'Status')));
}
