// Pulling real repositories: refs, what is fetched again and what is not, and what happens when a remote fails.
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GIT_TEST_ENV } from '../support/git.ts';
import { NOW, type Workshop, contents, openWorkshop, told } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.remove());

describe('pull(config): refs', () => {
  test("reads the remote's HEAD, with origin and time of the commit", async () => {
    const repository = shop.repository('Payments');
    const commit = repository.commit({ 'catalog-info.yaml': 'a', 'docs/index.md': '# ä\n', 'logo.png': new Uint8Array([0, 255, 10, 13]) });
    const { snapshot, problems, stats, events } = await shop.pull(`  - git: ${repository.url}\n    catalog: ['**']\n    docs: docs`);
    expect(problems).toEqual([]);
    expect(snapshot.sources).toMatchObject([
      {
        id: 'payments',
        origin: { type: 'git', url: repository.url, ref: null, commit, committedAt: '2025-01-02T03:04:05.000Z' },
        catalog: ['**'],
        docs: 'docs',
        stale: null,
      },
    ]);
    const files = snapshot.sources[0]?.files;
    expect(files?.list()).toEqual(['catalog-info.yaml', 'docs/index.md', 'logo.png']);
    expect(files?.readText('docs/index.md')).toEqual({ text: '# ä\n' });
    expect([...(files?.readBytes('logo.png') ?? [])]).toEqual([0, 255, 10, 13]);
    expect(stats).toMatchObject({ sources: 1, fetched: 1, files: 3, bytes: 10 });
    expect(events).toEqual([
      { type: 'source-start', id: 'payments', from: repository.url, total: 1 },
      { type: 'source-done', id: 'payments', commit, bytes: 10 },
    ]);
  });

  test('reads a branch, a tag, an annotated tag, a full name and a commit that is no tip', async () => {
    const repository = shop.repository('a');
    const first = repository.commit({ 'a.md': 'first' });
    repository.git(['tag', 'light', first]);
    repository.git(['tag', '-a', '-m', 'One', 'v1', first]);
    repository.git(['tag', '-a', '-m', 'Tag of a tag', 'v1-again', 'v1']);
    const side = repository.commit({ 'a.md': 'side' }, 'feature/side');
    repository.commit({ 'a.md': 'second' });
    const refs = [
      'main',
      'feature/side',
      'light',
      'v1',
      'v1-again',
      'refs/tags/v1',
      'refs/heads/feature/side',
      first,
      first.toUpperCase(),
      side,
      'HEAD',
    ];
    const { snapshot, problems } = await shop.pull(refs.map((ref) => `  - git: ${repository.url}\n    ref: ${ref}`).join('\n'));
    expect(problems).toEqual([]);
    expect(snapshot.sources.map(({ files }) => contents(files)['a.md'])).toEqual([
      'second',
      'side',
      'first',
      'first',
      'first',
      'first',
      'side',
      'first',
      'first',
      'side',
      'second',
    ]);
    expect(snapshot.sources.map(({ id }) => id)).toEqual(['a', ...refs.slice(1).map((_, index) => `a-${index + 2}`)]);
    // One mirror serves them all.
    expect(readdirSync(join(shop.cache, 'mirrors'))).toHaveLength(1);
  });

  test('prefers the branch where a tag has the same name', async () => {
    const repository = shop.repository('a');
    repository.git(['tag', 'main', repository.commit({ 'a.md': 'tag' })]);
    repository.commit({ 'a.md': 'branch' });
    const { snapshot } = await shop.pull(`  - git: ${repository.url}\n    ref: main`);
    expect(contents(snapshot.sources[0]?.files)).toEqual({ 'a.md': 'branch' });
  });

  test('finds an old commit on a server that does not hand out commits by their hash', async () => {
    const repository = shop.repository('a');
    const first = repository.commit({ 'a.md': 'first' });
    repository.commit({ 'a.md': 'second' });
    const env = { ...GIT_TEST_ENV, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'protocol.version', GIT_CONFIG_VALUE_0: '0' };
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}\n    ref: ${first}`, { env });
    expect(problems).toEqual([]);
    expect(contents(snapshot.sources[0]?.files)).toEqual({ 'a.md': 'first' });
  });

  test('reads a repository of SHA-256 objects', async () => {
    const repository = shop.repository('a');
    rmSync(repository.folder, { recursive: true });
    const plain = shop.repository('b');
    plain.commit({ 'a.md': 'x' });
    plain.git(['init', '--bare', '--quiet', '--object-format=sha256', '--initial-branch=main', repository.folder]);
    const tree = plain.git(['--git-dir', repository.folder, 'hash-object', '-t', 'tree', '-w', '--stdin']);
    const commit = plain.git(['--git-dir', repository.folder, 'commit-tree', tree, '-m', 'Nothing']);
    plain.git(['--git-dir', repository.folder, 'update-ref', 'refs/heads/main', commit]);
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`);
    expect(problems).toEqual([]);
    expect(snapshot.sources[0]?.origin).toMatchObject({ commit });
    expect(commit).toHaveLength(64);
  });
});

describe('pull(config): again', () => {
  test('fetches only what has moved', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => shop.repository(name));
    if (a === undefined || b === undefined || c === undefined) throw new Error('no repositories');
    for (const repository of [a, b, c]) repository.commit({ 'x.md': 'old', 'y.md': 'same' });
    const sources = [a, b, c].map(({ url }) => `  - git: ${url}`).join('\n');
    expect(told((await shop.pull(sources)).events)).toEqual(['source-done a', 'source-done b', 'source-done c']);
    const second = await shop.pull(sources);
    expect(told(second.events)).toEqual(['source-unchanged a', 'source-unchanged b', 'source-unchanged c']);
    expect(second.stats).toMatchObject({ fetched: 0, unchanged: 3, files: 6 });

    b.commit({ 'x.md': 'new', 'z.md': 'more' });
    const third = await shop.pull(sources);
    expect(told(third.events)).toEqual(['source-done b', 'source-unchanged a', 'source-unchanged c']);
    expect(contents(third.snapshot.sources[1]?.files)).toEqual({ 'x.md': 'new', 'z.md': 'more' });
    expect(third.snapshot.sources.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('follows a branch that was written anew, and keeps the copy before for who may still read it', async () => {
    const repository = shop.repository('a');
    const source = `  - git: ${repository.url}`;
    const roots: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      repository.git(['update-ref', '-d', 'refs/heads/main']);
      repository.commit({ 'a.md': text });
      const { snapshot } = await shop.pull(source);
      expect(contents(snapshot.sources[0]?.files)).toEqual({ 'a.md': text });
      roots.push(snapshot.sources[0]?.root ?? '');
    }
    expect(roots.map((root) => existsSync(root))).toEqual([false, true, true]);
  });

  test('heals a damaged mirror and a damaged copy', async () => {
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'one' });
    const first = await shop.pull(`  - git: ${repository.url}`);
    const mirror = join(shop.cache, 'mirrors', readdirSync(join(shop.cache, 'mirrors'))[0] ?? '');
    rmSync(join(first.snapshot.sources[0]?.root ?? '', '..', 'copy.json'));
    rmSync(join(mirror, 'objects'), { recursive: true });
    const second = await shop.pull(`  - git: ${repository.url}`);
    expect(second.problems).toEqual([]);
    expect(contents(second.snapshot.sources[0]?.files)).toEqual({ 'a.md': 'one' });

    writeFileSync(join(mirror, 'shallow.lock'), '');
    repository.commit({ 'a.md': 'two' });
    const third = await shop.pull(`  - git: ${repository.url}`);
    expect(third.problems).toEqual([]);
    expect(contents(third.snapshot.sources[0]?.files)).toEqual({ 'a.md': 'two' });
  });

  test('takes another address under the same id for another source', async () => {
    const [a, b] = [shop.repository('a'), shop.repository('b')];
    a.commit({ 'a.md': 'of a' });
    await shop.pull(`  - git: ${a.url}\n    id: x`);
    const { snapshot, problems } = await shop.pull(`  - git: ${b.url}\n    id: x`);
    expect(snapshot.sources).toEqual([]);
    expect(problems).toMatchObject([{ rule: 'source/failed' }]);
  });
});

describe('pull(config): failures', () => {
  test('keeps the last good copy of a repository that is gone, and the others', async () => {
    const [a, b] = [shop.repository('a'), shop.repository('b')];
    a.commit({ 'a.md': 'a' });
    b.commit({ 'b.md': 'b' });
    const sources = `  - git: ${a.url}\n  - git: ${b.url}`;
    await shop.pull(sources);
    const lock = readFileSync(shop.lockFile, 'utf8');
    renameSync(a.folder, `${a.folder}.gone`);
    b.commit({ 'b.md': 'newer' });
    const { snapshot, problems, stats, events } = await shop.pull(sources);
    expect(snapshot.sources.map(({ files }) => contents(files))).toEqual([{ 'a.md': 'a' }, { 'b.md': 'newer' }]);
    expect(snapshot.sources[0]?.stale).toEqual({
      since: NOW,
      reason: 'there is no such repository, or it may not be read',
    });
    expect(problems).toMatchObject([{ rule: 'source/stale', severity: 'warning', place: { source: 'portal', line: 3, column: 5 } }]);
    expect(stats).toMatchObject({ stale: 1, failed: 0, fetched: 1 });
    expect(told(events)).toEqual(['source-done b', 'source-failed a']);
    expect(JSON.parse(readFileSync(shop.lockFile, 'utf8')).sources.a).toEqual(JSON.parse(lock).sources.a);

    renameSync(`${a.folder}.gone`, a.folder);
    expect((await shop.pull(sources)).snapshot.sources[0]?.stale).toBeNull();
  });

  test('keeps the last good copy when the ref is gone, under the ref it was pulled for', async () => {
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'a' });
    await shop.pull(`  - git: ${repository.url}\n    ref: main`);
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}\n    ref: mian`);
    expect(problems).toMatchObject([{ rule: 'source/stale', hint: 'Check `ref`.' }]);
    expect(problems[0]?.message).toContain('it has no branch or tag "mian"');
    expect(snapshot.sources[0]?.origin).toMatchObject({ ref: 'main' });
  });

  const nothing = '0'.repeat(40);
  test.each([
    ['a repository that never was', (url: string) => `  - git: ${url}.not`, 'there is no such repository, or it may not be read'],
    ['a ref that is not there', (url: string) => `  - git: ${url}\n    ref: nowhere`, 'it has no branch or tag "nowhere"'],
    ['a short hash', (url: string) => `  - git: ${url}\n    ref: abcdef1`, 'it has no branch or tag "abcdef1"'],
    ['a commit that is not there', (url: string) => `  - git: ${url}\n    ref: '${nothing}'`, 'the server does not have the commit'],
    ['a host that is not known', () => '  - git: https://callboard.invalid/a.git', 'the host is not known'],
    ['a host that is down', () => '  - git: http://127.0.0.1:9/a.git', 'the host cannot be reached'],
    [
      'a tag of what is no commit',
      (url: string) => `  - git: ${url}\n    ref: blob`,
      'what was asked for is not a commit of the repository',
    ],
  ])('says why of %s, and builds the rest', async (_, source, reason) => {
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'a' });
    repository.git(['tag', 'blob', repository.blob('no commit')]);
    const { snapshot, problems, events, stats } = await shop.pull(`${source(repository.url)}\n  - git: ${repository.url}\n    id: good`);
    expect(snapshot.sources.map(({ id }) => id)).toEqual(['good']);
    expect(problems).toMatchObject([
      { rule: 'source/failed', severity: 'error', place: { path: expect.stringContaining('portal.yaml'), line: 3, column: 5 } },
    ]);
    expect(problems[0]?.message).toMatch(new RegExp(`^The source "[a-z0-9.]+" could not be pulled: ${reason}\\.$`));
    expect(problems[0]?.hint).toBeTypeOf('string');
    expect(events).toContainEqual({ type: 'source-failed', id: expect.any(String), reason, stale: false });
    expect(stats).toMatchObject({ failed: 1, fetched: 1 });
  });

  test('says of a repository without commits that it has none', async () => {
    const { problems } = await shop.pull(`  - git: ${shop.repository('empty').url}`);
    expect(problems[0]?.message).toContain('no commits yet');
  });

  test('gives up on a server that never answers', async () => {
    const server = createServer(() => undefined);
    const { promise, resolve } = Promise.withResolvers<void>();
    server.listen(0, '127.0.0.1', resolve);
    await promise;
    const { port } = server.address() as AddressInfo;
    const { problems } = await shop.pull(`  - git: http://127.0.0.1:${port}/a.git`, { limits: { askSeconds: 1 } });
    expect(problems[0]?.message).toContain('no answer within 1 seconds');
    server.close();
  });

  test('says that git is not installed', async () => {
    const { problems } = await shop.pull(`  - git: ${shop.repository('a').url}`, { env: { PATH: shop.folder } });
    expect(problems).toMatchObject([{ rule: 'source/failed', hint: expect.stringContaining('Install git') }]);
  });

  test('says that the folder for its files cannot be used', async () => {
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'a' });
    shop.write({ taken: 'a file' });
    const { problems } = await shop.pull(`  - git: ${repository.url}`, { cache: join(shop.folder, 'taken') });
    expect(problems).toMatchObject([
      { rule: 'source/failed', message: expect.stringContaining('the disk refused'), hint: expect.stringContaining('CALLBOARD_CACHE') },
    ]);
  });
});

describe('pull(config): limits', () => {
  test('leaves out files that are too large, and what goes beyond the number of files or bytes', async () => {
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'a', 'b.bin': 'x'.repeat(1000), 'c.md': 'c', 'd.md': 'd', 'e.md': 'e' });
    const source = `  - git: ${repository.url}`;
    const limits = { fileBytes: 999, files: 2 };
    const few = await shop.pull(source, { limits });
    expect(few.snapshot.sources[0]?.files.list()).toEqual(['a.md', 'c.md']);
    expect(few.problems.map(({ rule, place }) => `${rule} ${place?.path ?? ''}`)).toEqual([
      'source/file-too-large b.bin',
      'source/cut-off d.md',
      'source/cut-off e.md',
    ]);
    // What was left out is said of the copy each time, not only when it was made.
    expect((await shop.pull(source, { limits })).problems).toEqual(few.problems);

    const small = await shop.pull(source, { cache: join(shop.folder, 'other'), limits: { bytes: 1001 } });
    expect(small.snapshot.sources[0]?.files.list()).toEqual(['a.md', 'b.bin']);
  });
});
