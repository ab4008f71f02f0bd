// A server that draws as Kroki and PlantUML servers do, on a free port of this machine; each answer is up to the test.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface DrawingServer {
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly asked: Asked[];
  answer: (asked: Asked, response: ServerResponse, request: IncomingMessage) => void;
  close(): Promise<void>;
}

export const PICTURE = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>';

/** Starts a server that answers everything with one picture until it is told otherwise. */
export async function startDrawingServer(): Promise<DrawingServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const one = { method: request.method ?? '', path: request.url ?? '', body };
      asked.push(one);
      drawing.answer(one, response, request);
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const drawing: DrawingServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (_, response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(PICTURE),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return drawing;
}
