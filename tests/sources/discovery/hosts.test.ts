// GitLab, Gitea and Bitbucket: what is asked, what is taken, and what is kept.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenVariable } from '../../../src/config/git-address.ts';
import { pull } from '../../../src/sources/pull.ts';
import type { PullResult } from '../../../src/sources/types.ts';
import { GIT_TEST_ENV } from '../../support/git.ts';
import { NOW, everything } from '../workshop.ts';
import { type DiscoveryShop, openDiscoveryShop } from './discovery-shop.ts';
import { fakeCloud, fakeDataCenter } from './fake-bitbucket.ts';
import { fakeGitea } from './fake-gitea.ts';
import { fakeGitlab } from './fake-gitlab.ts';
import type { ApiAnswer, ApiRequest, HostServer, HostedRepository } from './host-server.ts';

const TOKEN = 'tok3n-S3cret';
const FILE = 'catalog-info.yaml';

let shop: DiscoveryShop;
beforeEach(() => {
  shop = openDiscoveryShop();
});
afterEach(() => shop.remove());

interface Row {
  readonly name: string;
  readonly api: (repositories: readonly HostedRepository[], token?: string) => (request: ApiRequest) => ApiAnswer;
  /** Entry for the owner `acme`, with more keys, and for an owner that is not there. */
  readonly entry: (host: string, more?: string) => string;
  readonly unknown: (host: string) => string;
  /** Folder of the repositories of the owner. */
  readonly owner: string;
  readonly git: string;
  /** Repositories of one page of the list. */
  readonly page: number;
  /** Questions about one repository: with a catalog file, and without. */
  readonly looks: readonly [number, number];
  readonly knowsCommits: boolean;
}

const ROWS: readonly Row[] = [
  {
    name: 'GitLab',
    api: fakeGitlab,
    entry: (host, more = '') => `  - gitlab: {group: acme, host: "${host}"${more}}`,
    unknown: (host) => `  - gitlab: {group: nobody, host: "${host}"}`,
    owner: 'acme',
    git: 'x-access-token',
    page: 100,
    looks: [1, 2],
    knowsCommits: true,
  },
  {
    name: 'Gitea',
    api: fakeGitea,
    entry: (host, more = '') => `  - gitea: {org: acme, host: "${host}"${more}}`,
    unknown: (host) => `  - gitea: {org: nobody, host: "${host}"}`,
    owner: 'acme',
    git: 'x-access-token',
    page: 50,
    looks: [1, 1],
    knowsCommits: false,
  },
  {
    name: 'Bitbucket Cloud',
    api: (repositories, token) => fakeCloud(repositories, token === undefined ? undefined : `Bearer ${token}`),
    entry: (_, more = '') => `  - bitbucket: {workspace: acme${more}}`,
    unknown: () => '  - bitbucket: {workspace: nobody}',
    owner: 'acme',
    git: 'x-access-token',
    page: 100,
    // The first is a redirect to the commit.
    looks: [2, 2],
    knowsCommits: true,
  },
  {
    name: 'Bitbucket Data Center',
    api: fakeDataCenter,
    entry: (host, more = '') => `  - bitbucket: {project: ACME, host: "${host}"${more}}`,
    unknown: (host) => `  - bitbucket: {project: NO, host: "${host}"}`,
    owner: 'scm/acme',
    git: 'x-access-token',
    page: 100,
    looks: [1, 2],
    knowsCommits: false,
  },
];

/** Pulls from a host; a workspace of Bitbucket Cloud, whose host cannot be chosen, is looked for there, too. */
function pullFrom({ host }: HostServer, sources: string, token: string | null = null): Promise<PullResult> {
  const config = shop.config(sources);
  const moved = { ...config, sources: config.sources.map((spec) => (spec.type === 'discovery' ? { ...spec, host } : spec)) };
  const env = { ...GIT_TEST_ENV, ...(token !== null && { [tokenVariable(host)]: token }) };
  return pull(moved, { cache: shop.cache, env, now: () => new Date(NOW), wait: async () => undefined });
}

const idsOf = ({ snapshot }: PullResult) => snapshot.sources.map(({ id }) => id);

describe.each(ROWS)('pull(config): $name', ({ api, entry, unknown, owner, git, page, looks, knowsCommits }) => {
  test('takes the repositories with a catalog file, and keeps no token', async () => {
    const repositories = [
      shop.hosted(`${owner}/a`, [FILE, 'docs/index.md']),
      shop.hosted(`${owner}/b`, ['catalog-info.yml']),
      shop.hosted(`${owner}/c`, ['x/catalog-info.yaml']),
      { path: `${owner}/empty`, files: [], commit: null },
    ];
    const server = await shop.serve(api(repositories, TOKEN), `${git}:${TOKEN}`);
    const result = await pullFrom(server, entry(server.host), TOKEN);
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['a', 'b']);
    expect(result.snapshot.sources[0]?.origin).toMatchObject({ url: `${server.origin}/${owner}/a.git`, commit: repositories[0]?.commit });
    expect(JSON.parse(readFileSync(shop.lockFile, 'utf8'))).toMatchObject({
      sources: { a: { from: expect.stringContaining(server.host) } },
    });
    for (const secret of [TOKEN, Buffer.from(`${git}:${TOKEN}`).toString('base64'), 'a-secret-of-the-project'])
      expect(everything(shop.folder).filter((text) => text.includes(secret))).toEqual([]);

    // Nothing has moved: what was answered holds, and git is asked only where the host does not tell commits.
    server.statuses.length = 0;
    server.pulled.length = 0;
    const again = await pullFrom(server, entry(server.host), TOKEN);
    expect(again.stats).toMatchObject({ unchanged: 2, fetched: 0 });
    expect(server.statuses.filter((status) => status === 200)).toEqual([]);
    expect(server.statuses).toContain(304);
    expect(server.pulled.length > 0).toBe(!knowsCommits);
  });

  test('sees a commit that is new, though the list is the same', async () => {
    const first = shop.hosted(`${owner}/a`, [FILE]);
    const repositories = [first];
    const server = await shop.serve(api(repositories));
    await pullFrom(server, entry(server.host));
    repositories[0] = shop.hosted(`${owner}/a`, [FILE, 'new.md']);
    const { snapshot } = await pullFrom(server, entry(server.host));
    expect(snapshot.sources[0]?.files.names()).toEqual([FILE, 'new.md']);
  });

  test('reads page after page and asks each repository once for all files of a folder', async () => {
    const tools = Array.from({ length: page }, (_, index) => ({ path: `${owner}/tool-${index}`, files: ['x'], commit: 'a'.repeat(40) }));
    const server = await shop.serve(api([...tools, shop.hosted(`${owner}/last`, [FILE])]));
    const result = await pullFrom(server, entry(server.host));
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['last']);
    expect(server.asked).toHaveLength(2 + looks[0] + page * looks[1]);
  });

  test('keeps to the filters before it looks into a repository', async () => {
    const repositories = [
      shop.hosted(`${owner}/svc-a`, [FILE]),
      shop.hosted(`${owner}/svc-fork`, [FILE], { fork: true }),
      shop.hosted(`${owner}/tool`, [FILE]),
    ];
    const server = await shop.serve(api(repositories));
    expect(idsOf(await pullFrom(server, entry(server.host, ', names: [svc-*]')))).toEqual(['svc-a']);
    expect(server.asked.filter((url) => /fork|tool|projects\/[23]\b/.test(url))).toEqual([]);
    expect(idsOf(await pullFrom(server, entry(server.host, ', names: [svc-*], forks: true')))).toEqual(['svc-a', 'svc-fork']);
  });

  test('finds catalog files in folders, and nothing in files of that name', async () => {
    const repositories = [
      shop.hosted(`${owner}/a`, ['meta/portal.yaml']),
      shop.hosted(`${owner}/b`, ['meta']),
      shop.hosted(`${owner}/c`, ['meta/portal.yaml/x']),
    ];
    const server = await shop.serve(api(repositories));
    const result = await pullFrom(server, `${entry(server.host)}\n    catalog: [meta/portal.yaml]`);
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['a']);
  });

  test('says that a name is not there, and that a token is refused', async () => {
    const server = await shop.serve(api([shop.hosted(`${owner}/a`, [FILE])], TOKEN));
    const missing = await pullFrom(server, unknown(server.host), TOKEN);
    expect(missing.problems).toMatchObject([{ rule: 'source/not-listed', message: expect.stringContaining('there is no such name') }]);
    const refused = await pullFrom(server, entry(server.host), 'wrong');
    expect(refused.problems).toMatchObject([{ rule: 'source/not-listed', message: expect.stringContaining('access was refused') }]);
    expect(refused.problems[0]?.hint).toContain(tokenVariable(server.host));
  });

  test('never takes a part of the list for the whole', async () => {
    const tools = Array.from({ length: page }, (_, index) => ({ path: `${owner}/tool-${index}`, files: ['x'], commit: 'a'.repeat(40) }));
    const repositories = [shop.hosted(`${owner}/a`, [FILE]), ...tools];
    const healthy = api(repositories);
    let failing: (request: ApiRequest) => boolean = () => false;
    const server = await shop.serve((request) => (failing(request) ? { status: 500, body: 'oops' } : healthy(request)));
    await pullFrom(server, entry(server.host));
    const isList = ({ path }: ApiRequest) => /\/(?:projects|repos|acme)$/.test(path);
    const isSecond = ({ query }: ApiRequest) => query.get('page') === '2' || query.get('start') === '100';
    for (const fails of [
      (one: ApiRequest) => isList(one) && isSecond(one),
      (one: ApiRequest) => !isList(one) && /tool-7|projects\/9\//.test(one.path),
    ]) {
      failing = fails;
      const result = await pullFrom(server, entry(server.host));
      expect(idsOf(result)).toEqual(['a']);
      expect(result.problems).toMatchObject([{ rule: 'source/stale-list', message: expect.stringContaining('status 500') }]);
    }
  });
});

describe('pull(config): lists that lead astray', () => {
  test.each([
    ['Gitea', (host: string) => `  - gitea: ${host}/acme`, (next: string) => ({ headers: { link: `<${next}>; rel="next"` }, body: [] })],
    ['Bitbucket Cloud', () => '  - bitbucket: acme', (next: string) => ({ body: { values: [], next } })],
  ])('to another host get no question there, and no token: %s', async (_, entry, page) => {
    const other = await shop.serve(() => page('x'));
    const server = await shop.serve(() => page(`${other.origin}/api/v1/orgs/acme/repos?page=2`));
    const { problems } = await pullFrom(server, entry(server.host), TOKEN);
    expect(problems).toMatchObject([{ rule: 'source/not-listed', message: expect.stringContaining('the host sends elsewhere') }]);
    expect(other.authorizations).toEqual([]);
  });

  test('in a circle end', async () => {
    const server = await shop.serve(({ origin, path }) => ({ body: { values: [], next: `${origin}${path}` } }));
    const { problems } = await pullFrom(server, '  - bitbucket: acme');
    expect(problems.map(({ rule }) => rule)).toEqual(['source/list-cut-off', 'source/none-found']);
    expect(server.asked).toHaveLength(100);
  });

  test('end at the first refusal, with all that was waited for', async () => {
    const repositories = Array.from({ length: 20 }, (_, index) => ({ path: `acme/tool-${index}`, files: ['x'], commit: 'a'.repeat(40) }));
    const api = fakeGitea(repositories);
    const server = await shop.serve((request) => {
      // The last of those that are asked together.
      if (request.path.endsWith('tool-7/contents')) return { status: 400, body: {} };
      return request.path.endsWith('/contents') ? { status: 429, headers: { 'retry-after': '100' } } : api(request);
    });
    const started = performance.now();
    const ended: boolean[] = [];
    // As the timer of a real pull: ended by its signal.
    const wait = (seconds: number, end: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, seconds * 1000);
        const stop = () => {
          clearTimeout(timer);
          ended.push(true);
          reject(new Error('ended'));
        };
        if (end.aborted) stop();
        else end.addEventListener('abort', stop);
      });
    const { problems } = await shop.pullFrom(server, `  - gitea: ${server.host}/acme`, null, { wait });
    expect(problems).toMatchObject([{ rule: 'source/not-listed', message: expect.stringContaining('status 400') }]);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(ended.length).toBeGreaterThan(0);
    expect(server.asked.length).toBeLessThan(20);
  });
});

describe('pull(config): groups of GitLab', () => {
  test('counts groups below it, unless told otherwise, and names projects after themselves', async () => {
    const repositories = [shop.hosted('acme/x/a', [FILE]), shop.hosted('acme/y/z/a', [FILE]), shop.hosted('acme/b', [FILE])];
    const server = await shop.serve(fakeGitlab(repositories));
    const entry = (more: string) => `  - gitlab: {group: acme, host: "${server.host}"${more}}`;
    expect(idsOf(await pullFrom(server, entry('')))).toEqual(['b', 'a', 'a-2']);
    expect(idsOf(await pullFrom(server, entry(', subgroups: false')))).toEqual(['b']);
    expect(idsOf(await pullFrom(server, `  - gitlab: {group: acme/y, host: "${server.host}"}`))).toEqual(['a']);
  });

  test('keeps to topics and takes archived projects where they are wanted', async () => {
    const repositories = [shop.hosted('acme/a', [FILE], { archived: true }), shop.hosted('acme/b', [FILE], { topics: ['portal'] })];
    const server = await shop.serve(fakeGitlab(repositories));
    const entry = (more: string) => `  - gitlab: {group: acme, host: "${server.host}"${more}}`;
    expect(idsOf(await pullFrom(server, entry(', archived: true')))).toEqual(['a', 'b']);
    expect(idsOf(await pullFrom(server, entry(', archived: true, topics: [portal]')))).toEqual(['b']);
  });
});

describe('pull(config): users of Gitea', () => {
  test('are asked for where there is no such organisation', async () => {
    const server = await shop.serve(fakeGitea([shop.hosted('ada/a', [FILE])], undefined, ['ada']));
    expect(idsOf(await pullFrom(server, `  - gitea: ${server.host}/ada`))).toEqual(['a']);
  });
});

describe('pull(config): logins of Bitbucket Cloud', () => {
  test.each([
    ['ada:app-password', `Basic ${Buffer.from('ada:app-password').toString('base64')}`, 'ada:app-password'],
    ['x-token-auth:t', 'Bearer t', 'x-token-auth:t'],
  ])('shows %s as %s', async (token, authorization, login) => {
    const server = await shop.serve(fakeCloud([shop.hosted('acme/a', [FILE])], authorization), login);
    const result = await pullFrom(server, '  - bitbucket: acme', token);
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['a']);
  });
});
