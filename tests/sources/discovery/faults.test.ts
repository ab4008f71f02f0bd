// What goes wrong with a host: how often it is asked again, how long is waited, what is said, and where a token goes.
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenVariable } from '../../../src/config/git-address.ts';
import { NOW, everything } from '../workshop.ts';
import { type DiscoveryShop, idsOf, openDiscoveryShop } from './discovery-shop.ts';
import { fakeGithub } from './fake-github.ts';
import type { Fault, HostServer } from './host-server.ts';

const TOKEN = 'ghp_S3cretToken';
const LOGIN = `x-access-token:${TOKEN}`;
const FILE = 'catalog-info.yaml';

let shop: DiscoveryShop;
beforeEach(() => {
  shop = openDiscoveryShop();
});
afterEach(() => shop.remove());

/** A host with one repository that a pull takes. */
const serve = () => shop.serve(fakeGithub({ owners: { acme: [shop.hosted('acme/a', [FILE])] }, token: TOKEN }), LOGIN);
const entry = ({ host }: HostServer) => `  - github: {org: acme, host: "${host}"}`;
const inSeconds = (seconds: number) => String(Date.parse(NOW) / 1000 + seconds);

describe('pull(config): a host that stumbles', () => {
  const error: Fault = { status: 503, body: 'busy' };
  test.each<[name: string, faults: Fault[], waited: number[]]>([
    ['errors of the host', [error, { status: 500 }, { status: 502 }], [1, 2, 4]],
    ['an error that names a time', [{ status: 503, headers: { 'retry-after': '7' } }], [7]],
    ['a connection that breaks', ['cut', 'cut'], [1, 2]],
    ['429 with a time', [{ status: 429, headers: { 'retry-after': '30' } }], [30]],
    ['429 with a date', [{ status: 429, headers: { 'retry-after': 'Sun, 01 Jun 2025 12:00:40 GMT' } }], [40]],
    ['429 without a time', [{ status: 429 }, { status: 429 }], [1, 2]],
    ['403 with a limit', [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(50) } }], [51]],
    ['403 of a secondary limit', [{ status: 403, body: { message: 'You have exceeded a secondary rate limit' } }], [1]],
    [
      'a limit of GraphQL',
      [
        {
          headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(9) },
          body: { data: null, errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
        },
      ],
      [10],
    ],
  ])('is asked again after %s', async (_, faults, waited) => {
    const server = await serve();
    server.fail(...faults);
    const result = await shop.pullFrom(server, entry(server), TOKEN);
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['a']);
    expect(shop.waited).toEqual(waited);
    expect(server.asked).toHaveLength(faults.length + 1);
  });
});

describe('pull(config): a host that fails', () => {
  test.each<[name: string, fault: Fault, reason: string, hint: string | null, asked: number]>([
    ['an invalid token', { status: 401, body: { message: 'Bad credentials' } }, 'access was refused (status 401)', 'TOKEN', 1],
    ['a token without right', { status: 403, body: { message: 'Resource not accessible' } }, 'access was refused (status 403)', 'TOKEN', 1],
    ['an unknown name', { body: { data: { repositoryOwner: null } } }, 'there is no such organisation or user', null, 1],
    ['no such API', { status: 404, body: { message: 'Not Found' } }, 'there is no such name on the host', 'TOKEN', 1],
    ['an answer of no kind', { status: 418, body: 'teapot' }, 'did not answer as expected (status 418)', 'TOKEN', 1],
    [
      'a limit that ends late',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(3599) } },
      'the host allows no more requests until 2025-06-01T13:00:00.000Z',
      'Wait until then',
      1,
    ],
    ['a limit without end', { status: 429 }, 'the host allows no more requests for now', 'Wait', 5],
    ['a page for people', { body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }, 'cannot be understood', 'kind', 1],
    ['half an answer', { body: '{"data": {"repositoryOwner": {"repo' }, 'cannot be understood', 'kind', 1],
    [
      'an answer of another form',
      { body: { data: { repositoryOwner: { repositories: { nodes: 7 } } } } },
      'cannot be understood',
      'kind',
      1,
    ],
    ['an answer without end', 'endless', 'an answer of the host is larger than 16 MB', null, 1],
    ['a connection that always breaks', 'cut', 'the connection broke', null, 5],
    ['an error of its query', { body: { data: null, errors: [{ type: 'FORBIDDEN', message: 'x' }] } }, 'access was refused', 'token', 1],
    [
      'an unknown error of its query',
      { body: { data: null, errors: [{ message: 'Strange\u001b[31m thing' }] } },
      'GitHub says: Strange [31m thing',
      null,
      1,
    ],
  ])('with %s says so', async (_, fault, reason, hint, asked) => {
    const server = await serve();
    server.failAll(fault);
    const { problems, snapshot } = await shop.pullFrom(server, entry(server), TOKEN);
    expect(snapshot.sources).toEqual([]);
    expect(problems).toMatchObject([{ rule: 'source/not-listed', severity: 'error', place: { line: 3, column: 5 } }]);
    expect(problems[0]?.message).toContain(reason);
    if (hint !== null) expect(problems[0]?.hint).toContain(hint === 'TOKEN' ? tokenVariable(server.host) : hint);
    expect(server.asked).toHaveLength(asked);
    expect(JSON.stringify(problems)).not.toContain(TOKEN);
  });

  test('with silence is given up after its time', async () => {
    const server = await serve();
    server.failAll('silence');
    const { problems } = await shop.pullFrom(server, entry(server), TOKEN, { limits: { askSeconds: 0.2 } });
    expect(problems).toMatchObject([{ message: expect.stringContaining('there was no answer within 0.2 seconds') }]);
    const whole = await shop.pullFrom(server, entry(server), TOKEN, { limits: { listSeconds: 0.2 } });
    expect(whole.problems).toMatchObject([{ message: expect.stringContaining('there was no answer') }]);
  });

  test('is not known, or not there', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const { problems } = await shop.pull(`  - github: 127.0.0.1:${port}/acme\n  - github: host.invalid/acme`);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('the host cannot be reached'),
      expect.stringContaining('the host is not known'),
    ]);
  });
});

describe('pull(config): where a token goes', () => {
  test('is to no other host, not even one that its own host sends to', async () => {
    const other = await serve();
    for (const status of [301, 302, 307, 308]) {
      const server = await shop.serve(() => ({ status, headers: { location: `${other.origin}/api/graphql` } }));
      for (const token of [TOKEN, null]) {
        const { problems } = await shop.pullFrom(server, entry(server), token);
        expect(problems).toMatchObject([{ rule: 'source/not-listed', message: expect.stringContaining('the host sends elsewhere') }]);
      }
    }
    expect(other.asked).toEqual([]);
  });

  test('is where its own host sends within itself', async () => {
    const github = fakeGithub({ owners: { acme: [shop.hosted('acme/a', [FILE])] } });
    const server = await shop.serve((request) =>
      request.path.startsWith('/api/v3/users/acme/')
        ? {
            status: 301,
            headers: { location: `/api/v3/users/renamed/repos${request.query.size > 0 ? `?${request.query.toString()}` : ''}` },
          }
        : github({ ...request, path: request.path.replace('renamed', 'acme') }),
    );
    expect(idsOf(await shop.pullFrom(server, entry(server)))).toEqual(['a']);
    const circle = await shop.serve(({ path }) => ({ status: 302, headers: { location: path } }));
    const { problems } = await shop.pullFrom(circle, entry(circle));
    expect(problems).toMatchObject([{ message: expect.stringContaining('redirects again and again') }]);
  });

  test('is not to a repository that the host places elsewhere', async () => {
    const other = await serve();
    const hostile = [
      `${other.origin}/acme/a`,
      'ext::sh -c "touch /tmp/owned"',
      '--upload-pack=touch',
      'file:///etc',
      `http://x@${other.host}/acme/a`,
      `${other.origin}\\@good/a`,
    ];
    const acme = hostile.map((address, index) => ({ path: `acme/bad-${index}`, files: [FILE], commit: 'a'.repeat(40), address }));
    const server = await shop.serve(fakeGithub({ owners: { acme }, token: TOKEN }));
    const { problems, snapshot } = await shop.pullFrom(server, entry(server), TOKEN);
    expect(snapshot.sources).toEqual([]);
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['source/none-found', 'source/unsafe-address']);
    expect(problems.map(({ message }) => message).join()).toContain('"bad-0" and 5 more');
    expect(other.authorizations).toEqual([]);
  });

  test('is in no file, event or problem', async () => {
    const server = await serve();
    const good = await shop.pullFrom(server, entry(server), TOKEN);
    expect(server.authorizations).toContain(`Bearer ${TOKEN}`);
    server.failAll({ status: 401, body: { message: `Bad credentials ${TOKEN}` } });
    const bad = await shop.pullFrom(server, entry(server), TOKEN);
    expect(bad.problems).toMatchObject([{ rule: 'source/stale-list' }]);
    for (const form of [TOKEN, Buffer.from(LOGIN).toString('base64')]) {
      expect(everything(shop.folder).filter((text) => text.includes(form))).toEqual([]);
      expect(JSON.stringify([good, bad])).not.toContain(form);
    }
  });
});
