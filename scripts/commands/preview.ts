// callboard preview: serves a built site on this machine.
import { existsSync } from 'node:fs';
import { type ServerResponse, createServer } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { readConfig } from '../../src/config/config-fs.ts';

interface Options {
  readonly config: string;
  readonly out: string;
  readonly port: number;
}

/** Serves the site under its base path until the process is ended. Returns 2 when there is no site or the port is taken. */
export async function previewCommand({ config: file, out, port }: Options): Promise<number> {
  const folder = resolve(out);
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`There is no site in ${out}. Build one first: npm run build`);
    return 2;
  }
  const base = readConfig(file).value?.base ?? '/';
  const serve = sirv(folder, { dev: true, etag: true });
  const notFound = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      response.writeHead(302, { location: base }).end();
      return;
    }
    request.url = url.slice(base.length - 1);
    serve(request, response, () => {
      request.url = '/404.html';
      notFound(request, withStatus(response, 404), () => {
        response.writeHead(404).end();
      });
    });
  });
  return new Promise((done) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another one with --port.` : error.message);
      done(2);
    });
    server.listen(port, () => console.log(`http://localhost:${port}${base}`));
  });
}

/** Lets a page be answered with another status than 200. */
function withStatus(response: ServerResponse, status: number): ServerResponse {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((_: number, ...rest: unknown[]) => writeHead(status, ...(rest as []))) as typeof response.writeHead;
  return response;
}
