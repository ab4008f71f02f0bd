// Files by plain web address, as far as the configuration allows.
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pull } from '../../src/sources/pull.ts';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { type Workshop, contents, openWorkshop } from './workshop.ts';

const COMPONENT = (url: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: pets}\nspec:\n  type: openapi\n  lifecycle: production\n  owner: pets\n  definition:\n    $text: ${url}\n`;

let shop: Workshop;
let asked: string[];
let close: () => void;
let host: string;
let answer: RequestListener;
beforeEach(async () => {
  shop = openWorkshop();
  asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url ?? ''}${request.headers['if-none-match'] === undefined ? '' : ' known'}`);
    answer(request, response);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close();
});
afterEach(() => {
  close();
  shop.remove();
});

const read = (allow: string, options = {}) =>
  pull(shop.config('  - path: org', `reading:\n  allow: ${allow}`), {
    cache: shop.cache,
    env: GIT_TEST_ENV,
    limits: { retries: 0, askSeconds: 1 },
    ...options,
  });

describe('pull(config): reading.allow', () => {
  test('reads what is allowed and what that names, and asks again only whether it has changed', async () => {
    shop.write({ 'org/catalog-info.yaml': COMPONENT(`http://${host}/apis/pets.yaml`) });
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(request.url === '/apis/pets.yaml' ? '$ref: ./parts/a.yaml' : 'a: 1');
    };
    const { snapshot, problems } = await read(`[{host: '${host}', paths: [/apis/]}]`);
    expect(problems).toEqual([]);
    const folder = host.replace(':', '_');
    expect(contents(snapshot.web?.files)).toEqual({
      [`${folder}/apis/pets.yaml`]: '$ref: ./parts/a.yaml',
      [`${folder}/apis/parts/a.yaml`]: 'a: 1',
    });
    expect(buildCatalog(snapshot).catalog.get('api:default/pets')?.data.spec?.['definition']).toBe('$ref: ./parts/a.yaml');
    await read(`[{host: '${host}'}]`);
    expect(asked).toEqual(['/apis/pets.yaml', '/apis/parts/a.yaml', '/apis/pets.yaml known', '/apis/parts/a.yaml known']);
    const offline = await read(`[{host: '${host}'}]`, { offline: true });
    expect(contents(offline.snapshot.web?.files)).toEqual(contents(snapshot.web?.files));
    expect(asked).toHaveLength(4);
  });

  test.each([
    ['another host', "[{host: 'schemas.acme.example'}]"],
    ['another path', "[{host: 'HOST', paths: [/other/]}]"],
    ['nothing', '[]'],
  ])('makes no request where %s is allowed', async (_, allow) => {
    shop.write({ 'org/catalog-info.yaml': COMPONENT(`http://${host}/apis/pets.yaml`) });
    const { snapshot } = await read(allow.replace('HOST', host));
    expect(asked).toEqual([]);
    expect(buildCatalog(snapshot).problems.map(({ rule }) => rule)).toContain('placeholder/not-fetched');
  });

  test.each<[string, RequestListener, string]>([
    ['redirects', (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(), 'the server redirects elsewhere'],
    ['has no such file', (_, response) => response.writeHead(404).end(), 'the server answered with status 404'],
    ['sends what is no text', (_, response) => response.end(Buffer.from([0, 1, 2, 255])), 'it is not text'],
    ['sends without end', (_, response) => response.end('x'.repeat(6 * 1024 * 1024)), 'it is larger than 5 MB'],
    ['breaks off', (request) => request.socket.destroy(), 'the host cannot be reached'],
    ['does not answer', () => undefined, 'there was no answer within 1 seconds'],
  ])('keeps the last good copy of a server that %s', async (_, fault, reason) => {
    shop.write({ 'org/catalog-info.yaml': COMPONENT(`http://${host}/a.yaml`) });
    answer = (_, response) => response.end('good');
    await read(`[{host: '${host}'}]`);
    answer = fault;
    const { snapshot, problems } = await read(`[{host: '${host}'}]`);
    expect(problems).toMatchObject([{ rule: 'source/web-read', severity: 'warning', message: expect.stringContaining(reason) }]);
    expect(Object.values(contents(snapshot.web?.files))).toEqual(['good']);
  });

  test('is an error where a host is none', () => {
    expect(() => shop.config('  - path: org', 'reading: {allow: [{host: "https://x/"}]}')).toThrow('config/invalid-host');
  });
});
