// A built site on a free port of this machine, answered as `callboard preview` answers.
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface ServedSite {
  /** Address without a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a folder on a port that is free; an address without a file gets the folder's `404.html` with status 404. */
export async function serveSite(folder: string): Promise<ServedSite> {
  const serve = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    serve(request, response, () => {
      request.url = '/404.html';
      serve(request, withStatus(response, 404), () => void response.writeHead(404).end());
    });
  });
  await new Promise<void>((done, fail) => {
    server.on('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Lets a file be answered with another status than 200. */
function withStatus(response: ServerResponse, status: number): ServerResponse {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((_: number, ...rest: unknown[]) => writeHead(status, ...(rest as []))) as typeof response.writeHead;
  return response;
}
