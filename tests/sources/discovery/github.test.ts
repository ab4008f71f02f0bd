// GitHub: what is asked, what is taken, and what a pull then costs.
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GIT_TEST_ENV } from '../../support/git.ts';
import { contents, everything, spyOnGit } from '../workshop.ts';
import { type DiscoveryShop, idsOf, openDiscoveryShop } from './discovery-shop.ts';
import { type GithubState, fakeGithub } from './fake-github.ts';
import type { HostServer, HostedRepository } from './host-server.ts';

const TOKEN = 'ghp_S3cretToken';
const LOGIN = `x-access-token:${TOKEN}`;
const FILE = 'catalog-info.yaml';

let shop: DiscoveryShop;
beforeEach(() => {
  shop = openDiscoveryShop();
});
afterEach(() => shop.remove());

const serve = (state: GithubState, login?: string) => shop.serve(fakeGithub(state), login);
const entry = ({ host }: HostServer, more = '') => `  - github: {org: acme, host: "${host}"${more}}`;
/** A repository of which there is nothing to clone. */
const listed = (name: string, more: Partial<HostedRepository> = {}): HostedRepository => ({
  path: `acme/${name}`,
  files: [],
  commit: 'a'.repeat(40),
  ...more,
});

describe('pull(config): an organisation on GitHub', () => {
  test('takes the repositories with a catalog file, in one question, and asks git for no ref', async () => {
    const acme = [shop.hosted('acme/Payments', [FILE, 'docs/a.md']), shop.hosted('acme/shop', ['catalog-info.yml']), listed('tool')];
    const server = await serve({ owners: { acme }, token: TOKEN }, LOGIN);
    const result = await shop.pullFrom(server, entry(server), TOKEN);
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['payments', 'shop']);
    expect(result.snapshot.sources[0]?.origin).toMatchObject({ url: `${server.origin}/acme/Payments`, ref: null, commit: acme[0]?.commit });
    expect(contents(result.snapshot.sources[1]?.files)).toEqual({ 'catalog-info.yml': 'acme/shop catalog-info.yml' });
    expect(server.asked).toEqual(['POST /api/graphql']);

    // Nothing has moved: one question, and none to git.
    server.pulled.length = 0;
    const again = await shop.pullFrom(server, entry(server), TOKEN);
    expect(again.stats).toMatchObject({ sources: 2, unchanged: 2, fetched: 0 });
    expect(server.asked).toHaveLength(2);
    expect(server.pulled).toEqual([]);
  });

  test('notes in the lock which entry found a repository, and takes exactly those when frozen', async () => {
    const acme = [shop.hosted('acme/a', [FILE]), shop.hosted('acme/b', [FILE])];
    const server = await serve({ owners: { acme }, token: TOKEN }, LOGIN);
    await shop.pullFrom(server, entry(server), TOKEN);
    const lock = JSON.parse(readFileSync(shop.lockFile, 'utf8')) as { sources: Record<string, unknown> };
    expect(lock.sources).toMatchObject({ a: { url: `${server.origin}/acme/a`, from: `github:${server.host}/acme` }, b: {} });

    acme.push(shop.hosted('acme/c', [FILE]));
    server.close();
    const frozen = await shop.pullFrom(server, entry(server), null, { frozen: true });
    expect(frozen.problems).toEqual([]);
    expect(idsOf(frozen)).toEqual(['a', 'b']);
    const other = await shop.pullFrom(server, entry(server, ', forks: true'), null, { frozen: true });
    expect(other.problems).toMatchObject([{ rule: 'source/not-locked', severity: 'error', place: { line: 3 } }]);

    // Without network and lock the list of the last run is used.
    rmSync(shop.lockFile);
    expect(idsOf(await shop.pullFrom(server, entry(server), null, { offline: true }))).toEqual(['a', 'b']);
    rmSync(join(shop.cache, 'discovery'), { recursive: true });
    const never = await shop.pullFrom(server, entry(server), null, { offline: true });
    expect(never.problems).toMatchObject([{ rule: 'source/not-listed', severity: 'error', hint: expect.stringContaining('pull') }]);
  });

  test('keeps ids when frozen, also of repositories whose name was taken', async () => {
    shop.write({ 'a/catalog-info.yaml': '' });
    const server = await serve({ owners: { acme: [shop.hosted('acme/a', [FILE])] }, token: TOKEN }, LOGIN);
    const sources = `  - path: a\n${entry(server)}`;
    expect(idsOf(await shop.pullFrom(server, sources, TOKEN))).toEqual(['a', 'a-2']);
    const frozen = await shop.pullFrom(server, sources, TOKEN, { frozen: true });
    expect(frozen.problems).toEqual([]);
    expect(idsOf(frozen)).toEqual(['a', 'a-2']);
  });

  test('reads page after page', async () => {
    const acme = Array.from({ length: 250 }, (_, index) => listed(`tool-${index}`));
    acme.push(shop.hosted('acme/last', [FILE]));
    const server = await serve({ owners: { acme }, token: TOKEN }, LOGIN);
    expect(idsOf(await shop.pullFrom(server, entry(server), TOKEN))).toEqual(['last']);
    expect(server.asked).toHaveLength(3);
  });

  test('asks for less at a time when the host gives up on large questions', async () => {
    const acme = [...Array.from({ length: 60 }, (_, index) => listed(`tool-${index}`)), shop.hosted('acme/last', [FILE])];
    const server = await serve({ owners: { acme }, token: TOKEN, heavy: 50 }, LOGIN);
    const result = await shop.pullFrom(server, entry(server), TOKEN);
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['last']);
  });

  test('ends at ten thousand repositories, and says so', async () => {
    const acme = Array.from({ length: 10_001 }, (_, index) => listed(`tool-${index}`));
    const server = await serve({ owners: { acme }, token: TOKEN }, LOGIN);
    const { problems } = await shop.pullFrom(server, entry(server), TOKEN);
    expect(problems.map(({ rule }) => rule)).toEqual(['source/list-cut-off', 'source/none-found']);
    expect(server.asked).toHaveLength(100);
  });

  test('keeps to the filters, and says when nothing is left', async () => {
    const acme = [shop.hosted('acme/old', [FILE], { archived: true }), shop.hosted('acme/web', [FILE], { topics: ['Portal'] })];
    const server = await serve({ owners: { acme }, token: TOKEN }, LOGIN);
    const some = await shop.pullFrom(server, entry(server, ', archived: true, topics: [portal]'), TOKEN);
    expect([idsOf(some), some.problems]).toEqual([['web'], []]);
    const none = await shop.pullFrom(server, entry(server, ', names: [svc-*]'), TOKEN);
    expect(none.problems).toMatchObject([{ rule: 'source/none-found', severity: 'warning', place: { line: 3 } }]);
  });

  test('asks for the files of `catalog`, and pulls to see where it is a glob', async () => {
    const acme = [shop.hosted('acme/a', ['meta/portal.yaml']), shop.hosted('acme/b', [FILE]), shop.hosted('acme/c', ['x/y/portal.yaml'])];
    const server = await serve({ owners: { acme }, token: TOKEN }, LOGIN);
    const exact = await shop.pullFrom(server, `${entry(server)}\n    catalog: [./meta/portal.yaml]`, TOKEN);
    expect([idsOf(exact), server.pulled.some((path) => path.includes('/b'))]).toEqual([['a'], false]);
    const glob = await shop.pullFrom(server, `${entry(server)}\n    catalog: ['**/portal.yaml']`, TOKEN);
    expect(glob.problems).toEqual([]);
    expect(idsOf(glob)).toEqual(['a', 'c']);
    expect(Object.keys((JSON.parse(readFileSync(shop.lockFile, 'utf8')) as { sources: object }).sources)).toEqual(['a', 'c']);
  });

  test('pulls a repository of which the host cannot tell what it holds', async () => {
    const acme = [shop.hosted('acme/a', [FILE]), shop.hosted('acme/b', [FILE]), shop.hosted('acme/c', ['x'])];
    const server = await serve({ owners: { acme }, token: TOKEN, broken: ['b', 'c'] }, LOGIN);
    const result = await shop.pullFrom(server, entry(server), TOKEN);
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['a', 'b']);
  });

  test('leaves out what has an entry of its own', async () => {
    const repository = shop.hosted('acme/a', [FILE]);
    const server = await serve({ owners: { acme: [repository, shop.hosted('acme/b', [FILE])] }, token: TOKEN }, LOGIN);
    const own = `  - git: ${server.origin}/acme/A.git\n    id: own`;
    shop.repository('acme/A').commit({ 'x.md': '' });
    expect(idsOf(await shop.pullFrom(server, `${entry(server)}\n${own}\n${entry(server)}`, TOKEN))).toEqual(['b', 'own']);
  });

  test('gives `docs` to each repository', async () => {
    const server = await serve({ owners: { acme: [shop.hosted('acme/a', [FILE])] }, token: TOKEN }, LOGIN);
    const { snapshot } = await shop.pullFrom(server, `${entry(server)}\n    docs: docs`, TOKEN);
    expect(snapshot.sources).toMatchObject([{ docs: 'docs', catalog: ['catalog-info.yaml', 'catalog-info.yml'] }]);
  });
});

describe('pull(config): GitHub without a token', () => {
  test('reads the plain list with ETags and pulls to see', async () => {
    const tools = Array.from({ length: 100 }, (_, index) => listed(`tool-${index}`, { fork: true }));
    const acme = [...tools, shop.hosted('acme/a', [FILE]), shop.hosted('acme/b', ['x']), listed('empty', { commit: null })];
    const server = await serve({ owners: { acme } });
    const first = await shop.pullFrom(server, entry(server));
    expect(first.problems).toEqual([]);
    expect(idsOf(first)).toEqual(['a']);
    expect(idsOf(await shop.pullFrom(server, entry(server)))).toEqual(['a']);
    expect(server.statuses).toEqual([200, 200, 304, 304]);
    expect(server.asked[0]).toContain('/api/v3/users/acme/repos?per_page=100&page=1');
  });
});

describe('pull(config): a GitHub App', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const app = ({ host }: HostServer) => ({ ...GIT_TEST_ENV, CALLBOARD_GITHUB_APP_ID: '7', CALLBOARD_GITHUB_APP_HOST: host });

  test.each([
    ['in one line', () => ({ CALLBOARD_GITHUB_APP_PRIVATE_KEY: pem.replaceAll('\n', '\\n') })],
    [
      'in a file',
      () => {
        shop.write({ '../callboard-test-app.pem': pem });
        return { CALLBOARD_GITHUB_APP_PRIVATE_KEY_FILE: join(shop.folder, '../callboard-test-app.pem') };
      },
    ],
  ])('opens the list and the repositories with the key %s, and leaves its token nowhere', async (_, key) => {
    const server = await serve({ owners: { acme: [shop.hosted('acme/a', [FILE])] }, installations: { acme: TOKEN } }, LOGIN);
    const spy = spyOnGit(shop);
    const env = { ...app(server), ...key(), GITHUB_TOKEN: 'other', PATH: spy.PATH };
    const result = await shop.pull(entry(server), { env });
    rmSync(join(shop.folder, '../callboard-test-app.pem'), { force: true });
    expect(result.problems).toEqual([]);
    expect(idsOf(result)).toEqual(['a']);
    // The folder holds the arguments of every git that was started.
    expect(spy.args()).toContain('fetch');
    expect(everything(shop.folder).filter((text) => text.includes(TOKEN) || text.includes('PRIVATE KEY'))).toEqual([]);
    expect(JSON.stringify([result.snapshot, result.events])).not.toContain(TOKEN);
  });

  test.each([
    ['no key', {}, 'the key of the GitHub App is missing'],
    ['a key that is none', { CALLBOARD_GITHUB_APP_PRIVATE_KEY: 'x' }, 'is no private key'],
    ['a file that is not there', { CALLBOARD_GITHUB_APP_PRIVATE_KEY_FILE: '/nowhere' }, 'cannot be read'],
    ['no installation', { CALLBOARD_GITHUB_APP_PRIVATE_KEY: pem }, 'was given no access (status 404)'],
  ])('says what is wrong with %s', async (_, env, reason) => {
    const server = await serve({ owners: { acme: [] }, installations: { other: TOKEN } });
    const { problems } = await shop.pull(entry(server), { env: { ...app(server), ...env } });
    expect(problems).toMatchObject([{ rule: 'source/not-listed', message: expect.stringContaining(reason) }]);
    expect(JSON.stringify(problems)).not.toContain('PRIVATE KEY-');
  });

  test('shows itself to its own host alone', async () => {
    const server = await serve({ owners: { acme: [] } });
    await shop.pull(entry(server), { env: { ...app(server), CALLBOARD_GITHUB_APP_HOST: '', CALLBOARD_GITHUB_APP_PRIVATE_KEY: pem } });
    expect(server.authorizations).toEqual([undefined]);
  });
});

describe('pull(config): an old list', () => {
  test('is used while the host fails, with a warning that tells its time', async () => {
    const server = await serve({ owners: { acme: [shop.hosted('acme/a', [FILE])] }, token: TOKEN }, LOGIN);
    await shop.pullFrom(server, entry(server), TOKEN);
    server.failAll({ status: 500, body: 'oops' });
    const result = await shop.pullFrom(server, entry(server), TOKEN);
    expect(idsOf(result)).toEqual(['a']);
    expect(result.problems).toMatchObject([
      { rule: 'source/stale-list', severity: 'warning', message: expect.stringContaining('the list of 2025-06-01T12:00:00.000Z is used') },
    ]);
    expect(result.problems[0]?.message).toContain('the host reports an error of its own (status 500)');

    // Where the cache is lost, the lock still names them.
    renameSync(shop.cache, `${shop.cache}.gone`);
    const fresh = await shop.pullFrom(server, entry(server), TOKEN);
    expect(idsOf(fresh)).toEqual(['a']);
    expect(fresh.problems).toMatchObject([{ rule: 'source/stale-list', message: expect.stringContaining('those of the lock file') }]);
  });
});
