// Serves a built site as hosts do, with text compressed, and counts the bytes: a folder in; an address and a counter out.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Types that hosts compress. Pagefind's own files are compressed already. */
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg']);

export interface CountedSite {
  readonly origin: string;
  /** Bytes of all answers since `reset`, and their paths. */
  readonly sent: () => { readonly bytes: number; readonly paths: readonly string[] };
  readonly reset: () => void;
  readonly close: () => void;
}

/** Serves folders, of which the first that has a file answers, until it is closed. */
export async function serveCounted(folders: readonly string[]): Promise<CountedSite> {
  const cache = new Map<string, Buffer>();
  let sent: { path: string; bytes: number }[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = folders.map((folder) => join(folder, path.endsWith('/') ? `${path}index.html` : path)).find((one) => isFile(one));
    if (file === undefined) return void response.writeHead(404).end();
    const type = extname(file);
    const packed = COMPRESSED.has(type);
    const body = cache.get(file) ?? (packed ? gzipSync(readFileSync(file), { level: 9 }) : readFileSync(file));
    cache.set(file, body);
    sent.push({ path, bytes: body.length });
    response.writeHead(200, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'content-length': body.length,
      ...(packed && { 'content-encoding': 'gzip' }),
    });
    response.end(body);
  });
  await new Promise<void>((done, fail) => {
    server.on('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => ({ bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), paths: sent.map(({ path }) => path) }),
    reset: () => (sent = []),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
