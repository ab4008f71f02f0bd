// The recipe for nginx in a real nginx: addresses, headers, and what is sent compressed. Skipped where there is no nginx.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASK_FIRST, FOR_EVER } from '../../src/deploy/caching.ts';
import { HEADERS } from '../../src/deploy/headers.ts';
import { PAGES, writeSmallSite } from './small-site.ts';

/** What nginx brings along; its own configuration includes it. */
const MIME_TYPES = '/etc/nginx/mime.types';
/** Where nginx is not in the PATH of users who are not root. */
const NGINX = existsSync(MIME_TYPES) ? ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0) : undefined;
const BROTLI = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules']
  .map((folder) => `${folder}/ngx_http_brotli_static_module.so`)
  .find((file) => existsSync(file));

let work = '';
let port = 0;
let server: ChildProcess | undefined;

/** The recipe for this machine: on a port of its own, without a certificate, in a folder of the test. */
function configuration(): string {
  const recipe = readFileSync('deploy/nginx/portal.conf', 'utf8')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^\s*ssl_certificate.*\n/gm, '')
    .replace('root /srv/www/portal;', `root ${work}/site;`)
    .replace(/^.*brotli_static on;.*\n/m, (line) => (BROTLI === undefined ? '' : line));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join('\n');
  return `${BROTLI === undefined ? '' : `load_module ${BROTLI};`}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid ${work}/pid;
error_log stderr;
events {}
http {
include ${MIME_TYPES};
access_log off;
${temporary}
${recipe}
}
`;
}

beforeAll(async () => {
  if (NGINX === undefined) return;
  work = mkdtempSync(join(tmpdir(), 'callboard-nginx-'));
  await writeSmallSite(join(work, 'site'), PAGES, true);
  port = await freePort();
  writeFileSync(join(work, 'nginx.conf'), configuration());
  const args = ['-e', 'stderr', '-p', work, '-c', join(work, 'nginx.conf')];
  execFileSync(NGINX, [...args, '-t'], { stdio: 'pipe' });
  server = spawn(NGINX, args, { stdio: 'ignore' });
  for (let tries = 0; tries < 200 && (await ask('/').catch(() => null)) === null; tries++) await pause(50);
});
afterAll(() => {
  server?.kill();
  if (work !== '') rmSync(work, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const found = (probe.address() as AddressInfo).port;
      probe.close(() => done(found));
    });
  });
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', fail);
  });
}

describe.skipIf(NGINX === undefined)('the recipe for nginx, served', () => {
  test.each([
    ['/', 200, 'index.html'],
    ['/docs/a/', 200, 'docs/a/index.html'],
    ['/no/such/page/', 404, '404.html'],
    ['/_astro/gone.js', 404, '404.html'],
  ])('answers %s with %i and %s', async (path, status, file) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toBe(PAGES[file]);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('leads a folder without its slash to the one with it, on whatever host it was asked', async () => {
    const { status, headers } = await ask('/docs/a');
    expect([status, headers.location]).toEqual([301, '/docs/a/']);
  });

  test.each(['/', '/docs/a/index.md', '/_astro/page.D3RuDPIC.css', '/no/such/page/'])('sends all headers with %s', async (path) => {
    const { headers } = await ask(path);
    for (const { name, value } of HEADERS) expect(headers[name.toLowerCase()], name).toBe(value);
  });

  test.each([
    ['/', ASK_FIRST],
    ['/theme.js', ASK_FIRST],
    ['/pagefind/pagefind-entry.json', ASK_FIRST],
    ['/_astro/gone.js', ASK_FIRST],
    ['/_astro/page.D3RuDPIC.css', FOR_EVER],
    ['/pagefind/fragment/en_12.pf_fragment', FOR_EVER],
  ])('says of %s: %s', async (path, value) => {
    expect((await ask(path)).headers['cache-control']).toBe(value);
  });

  test.each([
    ['/docs/a/index.md', 'text/markdown; charset=utf-8'],
    ['/api/build.json', 'application/json; charset=utf-8'],
    ['/theme.js', expect.stringMatching(/^(?:text|application)\/javascript; charset=utf-8$/)],
    ['/pagefind/fragment/en_12.pf_fragment', 'application/octet-stream'],
  ])('gives %s the type %s', async (path, type) => {
    expect((await ask(path)).headers['content-type']).toEqual(type);
  });

  test.for([
    { encoding: 'gzip', ending: 'gz', here: true },
    { encoding: 'br', ending: 'br', here: BROTLI !== undefined },
  ])('sends the copy of the build to whoever takes $encoding', async ({ encoding, ending, here }, { skip }) => {
    skip(!here, 'nginx has no module for it here');
    const { headers, body } = await ask('/docs/a/', { 'accept-encoding': encoding });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toContain('Accept-Encoding');
    expect(body.equals(readFileSync(join(work, `site/docs/a/index.html.${ending}`)))).toBe(true);
  });
});
