// Whatever goes wrong on the way to a repository is said in one plain sentence, costs that source alone, and is over when the cause is.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBytes } from '../../scripts/bench-pull/bytes.ts';
import { tokenVariable } from '../../src/config/git-address.ts';
import type { PullOptions, PullResult } from '../../src/sources/types.ts';
import { GIT_TEST_ENV } from '../support/git.ts';
import { serveDaemon } from './git-daemon.ts';
import { type Fault, cutAfter, garbage, silence, stallAfter, status, webPage } from './git-faults.ts';
import { type GitServer, type GitServerOptions, serveRepositories } from './git-server.ts';
import { findSshd, serveSsh } from './ssh-server.ts';
import { makeCertificate } from './tls.ts';
import { type Workshop, contents, everything, openWorkshop } from './workshop.ts';

const PICTURE = openBytes('picture')(400_000);
const FILES = {
  'catalog-info.yaml': 'kind: Component\n',
  'docs/index.md': '# A\n',
  'docs/picture.png': PICTURE,
  'mkdocs.yml': 'site_name: A\n',
};
/** What is waited for is not waited for long. */
const QUICK = { askSeconds: 2, fetchSeconds: 2, retries: 0 };

const ACCESS = 'Check the address, and that the token, helper or ssh key of this machine may read the repository.';
const NETWORK = 'Check the network and that the host is up.';

let shop: Workshop;
let closers: (() => void)[];
beforeEach(() => {
  shop = openWorkshop();
  closers = [];
  shop.repository('a').commit(FILES);
});
afterEach(() => {
  for (const close of closers) close();
  shop.remove();
});

async function serve(options: GitServerOptions = {}): Promise<GitServer> {
  const server = await serveRepositories(join(shop.folder, 'bare'), options);
  closers.push(() => server.close());
  return server;
}

/** Pulls an address beside a good source, which nothing may happen to. */
async function pullBeside(url: string, options: PullOptions = {}): Promise<PullResult> {
  const good = `file://${join(shop.folder, 'bare/a.git')}`;
  const result = await shop.pull(`  - git: ${url}\n    id: it\n  - git: ${good}\n    id: good`, { limits: QUICK, ...options });
  expect(contents(result.snapshot.sources.find(({ id }) => id === 'good')?.files)).toHaveProperty('catalog-info.yaml');
  return result;
}

/** Expects the one problem of a source that could not be pulled; an `undefined` hint may be any. */
function expectFailed({ problems, snapshot }: PullResult, reason: string, hint?: string): void {
  expect(problems).toMatchObject([
    {
      rule: 'source/failed',
      severity: 'error',
      message: `The source "it" could not be pulled: ${reason}.`,
      ...(hint === undefined ? {} : { hint }),
      place: { path: expect.stringContaining('portal.yaml'), line: 3, column: 5 },
    },
  ]);
  expect(snapshot.sources.map(({ id }) => id)).toEqual(['good']);
}

const MISSING = 'there is no such repository, or it may not be read';
const REFUSED = 'access was refused';
const NO_SERVER = 'the server did not answer as a git server does';
const BROKEN = 'the connection broke';
const SILENT = 'there was no answer within 2 seconds';
const LATER = 'Try again later; if it stays so, ask who runs the host.';

describe('pull(config) from a web server that misbehaves', () => {
  test.each<[what: string, fault: Fault, reason: string, hint?: string]>([
    ['has no such repository', status(404), MISSING, ACCESS],
    ['wants a login', status(401, { 'www-authenticate': 'Basic realm="test"' }), REFUSED, ACCESS],
    ['forbids', status(403), REFUSED, ACCESS],
    ['is broken', status(500), NO_SERVER, LATER],
    ['is behind a broken proxy', status(502), NO_SERVER, LATER],
    ['takes the question and never answers', silence, SILENT, LATER],
    ['stops in the middle of a pack', stallAfter(100_000), SILENT, LATER],
    ['is cut off before anything is said', cutAfter(10), BROKEN, LATER],
    ['is cut off in the middle of a pack', cutAfter(100_000), BROKEN, LATER],
  ])('says of one that %s what it is', async (_, fault, reason, hint) => {
    const server = await serve({ fault: () => fault });
    expectFailed(await pullBeside(`http://${server.host}/a.git`), reason, hint);
    // It is not asked again and again.
    expect(server.asked.length).toBeLessThan(20);
  });

  test.each<[what: string, options: GitServerOptions]>([
    ['answers garbage', { fault: () => garbage }],
    ['answers with a page for people', { fault: () => webPage }],
    ['is asked too often', { fault: () => status(429, { 'retry-after': '1' }) }],
    ['redirects to a file', { redirect: 'file:///srv' }],
  ])('says in own words of one that %s that it is no fault of the repository', async (_, options) => {
    const { problems } = await pullBeside(`http://${(await serve(options)).host}/a.git`);
    expect(problems).toMatchObject([{ rule: 'source/failed', hint: expect.any(String) }]);
    expect(problems[0]?.message).not.toMatch(/git says|no commits yet/);
  });

  test.each<[what: string, fault: Fault]>([
    ['garbage', garbage],
    ['a page for people', webPage],
    ['too many requests', status(429, { 'retry-after': '1' })],
    ['a server error', status(500)],
    ['a cut connection', cutAfter(100_000)],
    ['an endless wait', stallAfter(100_000)],
  ])('is over %s as soon as the server is, with nothing left of it', async (_, fault) => {
    let bad = true;
    const server = await serve({ fault: () => (bad ? fault : null) });
    const url = `http://${server.host}/a.git`;
    const first = await pullBeside(url);
    expect(first.problems).toMatchObject([{ rule: 'source/failed' }]);
    bad = false;
    const { snapshot, problems } = await pullBeside(url);
    expect(problems).toEqual([]);
    expect([...(snapshot.sources[0]?.files.readBytes('docs/picture.png') ?? [])]).toEqual([...PICTURE]);
  });

  test.each<[what: string, fault: Fault]>([
    ['one server error', status(500)],
    ['one refusal for being asked too often', status(429, { 'retry-after': '1' })],
  ])('costs no more than this pull after %s', async (_, fault) => {
    const server = await serve({ fault: ({ number }) => (number === 1 ? fault : null) });
    const url = `http://${server.host}/a.git`;
    const first = await pullBeside(url);
    const { problems } = first.stats.failed === 0 ? first : await pullBeside(url);
    expect(problems).toEqual([]);
  });
});

describe('pull(config) from a web server that redirects', () => {
  test('reads no file for it, and says so of that source alone', async () => {
    shop.repository('secret').commit({ 'catalog-info.yaml': 'kind: Secret\n' });
    const server = await serve({ redirect: `file://${join(shop.folder, 'bare/secret.git')}?` });
    const env = { ...GIT_TEST_ENV, [tokenVariable(server.host)]: 'tok3n' };
    const { snapshot, problems } = await pullBeside(`http://${server.host}/secret.git`, { env });
    expect(snapshot.sources.map(({ id }) => id)).toEqual(['good']);
    expect(problems).toMatchObject([{ rule: 'source/failed' }]);
    expect(JSON.stringify(problems)).not.toContain('tok3n');
    expect(everything(shop.cache).filter((text) => text.includes('kind: Secret'))).toEqual([]);
  });

  test('does not go round in circles', async () => {
    const server = await serve({ fault: () => status(302, { location: '/a.git/info/refs?service=git-upload-pack' }) });
    expectFailed(await pullBeside(`http://${server.host}/a.git`), 'the server redirects elsewhere', 'Write the address it redirects to.');
  });
});

describe('pull(config) over https', () => {
  const hint = 'If the host uses an own certificate authority, name it with `git config http.sslCAInfo` or GIT_SSL_CAINFO.';

  test('trusts no certificate that nobody has signed, unless it is told to', async ({ skip }) => {
    const certificate = makeCertificate(shop.folder);
    if (certificate === null) return skip('there is no openssl');
    const server = await serve({ tls: certificate });
    const url = `https://${server.host}/a.git`;
    expectFailed(await pullBeside(url), 'the secure connection could not be made', hint);
    expect(server.asked).toEqual([]);
    const { problems } = await pullBeside(url, { env: { ...GIT_TEST_ENV, GIT_SSL_CAINFO: certificate.file } });
    expect(problems).toEqual([]);
  });

  test('says so when the server does not speak it', async () => {
    const server = await serve();
    expectFailed(await pullBeside(`https://${server.host}/a.git`), 'the secure connection could not be made', hint);
  });
});

describe('pull(config) over git and ssh', () => {
  test.each([
    ['git://127.0.0.1:9/a.git', 'the host cannot be reached', NETWORK],
    ['ssh://127.0.0.1:9/a.git', 'the host cannot be reached', NETWORK],
    ['git://callboard.invalid/a.git', 'the host is not known', 'Check the address and the network.'],
    ['git@callboard.invalid:a.git', 'the host is not known', 'Check the address and the network.'],
  ])('says of %s that %s', async (url, reason, hint) => {
    expectFailed(await pullBeside(url), reason, hint);
  });

  test('says of a repository that a git daemon does not have that it is not there', async () => {
    const server = await serveDaemon(join(shop.folder, 'bare'));
    closers.push(() => server.close());
    expectFailed(await pullBeside(`git://127.0.0.1:${server.port}/b.git`), MISSING, ACCESS);
  });

  const sshd = findSshd();
  test('says of an ssh server that it refuses the key, is not known, or has no such repository', async ({ skip }) => {
    if (sshd === null) return skip('there is no sshd');
    const server = await serveSsh(sshd, shop.folder);
    closers.push(() => server.close());
    const url = `${server.url}${join(shop.folder, 'bare')}`;
    const limits = { askSeconds: 20 };
    expectFailed(await pullBeside(`${url}/a.git`, { env: server.refused, limits }), REFUSED, ACCESS);
    const hint = 'Add its key to known_hosts, e.g. with ssh-keyscan.';
    expectFailed(await pullBeside(`${url}/a.git`, { env: server.stranger, limits }), 'the host is not known to ssh', hint);
    expectFailed(await pullBeside(`${url}/b.git`, { env: server.env, limits }), MISSING, ACCESS);
  });
});

describe('pull(config) onto a disk that is full', () => {
  // A copy of the picture lies in the repository, and one among the files.
  test.for([
    ['the repository', '200k'],
    ['its files', '700k'],
  ])('has no room for %s, says so, and is over it when there is room', async ([, size], { skip }) => {
    const cache = join(shop.folder, 'small');
    mkdirSync(cache);
    const mount = (option: string) => execFileSync('mount', ['-t', 'tmpfs', '-o', option, 'none', cache], { stdio: 'ignore' });
    try {
      mount(`size=${size}`);
    } catch {
      return skip('only root can mount a small disk');
    }
    closers.push(() => execFileSync('umount', [cache]));
    const { problems } = await shop.pull(`  - git: file://${join(shop.folder, 'bare/a.git')}`, { cache });
    expect(problems).toMatchObject([
      {
        rule: 'source/failed',
        message: 'The source "a" could not be pulled: the disk is full.',
        hint: expect.stringContaining('CALLBOARD_CACHE'),
      },
    ]);
    mount('remount,size=10m');
    expect((await shop.pull(`  - git: file://${join(shop.folder, 'bare/a.git')}`, { cache })).problems).toEqual([]);
  });
});

describe('pull(config) and the git configuration of this machine', () => {
  test('honours `insteadOf`, which is the choice of the person who builds', async () => {
    const file = join(shop.folder, 'gitconfig');
    writeFileSync(file, `[url "file://${join(shop.folder, 'bare')}/"]\n\tinsteadOf = https://git.acme.example/\n`);
    for (const variable of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM']) {
      const env = { ...GIT_TEST_ENV, GIT_CONFIG_NOSYSTEM: undefined, [variable]: file };
      const { problems } = await pullBeside('https://git.acme.example/a.git', { env, cache: join(shop.folder, variable) });
      expect(problems).toEqual([]);
    }
  });

  test('lets `insteadOf` lead to no address that is not spoken', async () => {
    const marker = join(shop.folder, 'marker');
    const file = join(shop.folder, 'gitconfig');
    const settings = `[url "ext::touch ${marker} "]\n\tinsteadOf = https://git.acme.example/\n[protocol "ext"]\n\tallow = always\n`;
    writeFileSync(file, settings);
    const result = await pullBeside('https://git.acme.example/a.git', { env: { ...GIT_TEST_ENV, GIT_CONFIG_GLOBAL: file } });
    const hint = 'Only https, ssh, git and file are; look for `insteadOf` in the git configuration.';
    expectFailed(result, 'git was sent to an address that is not spoken', hint);
    expect(everything(shop.folder).some((text) => text.startsWith(marker))).toBe(false);
  });
});
