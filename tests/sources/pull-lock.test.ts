// The lock file, builds without network, and builds of exactly the locked commits.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BareRepository } from '../support/git.ts';
import { type Workshop, contents, openWorkshop } from './workshop.ts';

let shop: Workshop;
let repository: BareRepository;
let source: string;
let first: string;
beforeEach(() => {
  shop = openWorkshop();
  repository = shop.repository('a');
  first = repository.commit({ 'a.md': 'first' });
  source = `  - git: ${repository.url}\n    ref: main`;
});
afterEach(() => shop.remove());

const lock = () => JSON.parse(readFileSync(shop.lockFile, 'utf8')) as { version: number; sources: Record<string, unknown> };

describe('callboard.lock.json', () => {
  test('lists every repository, sorted by id, and is left alone when nothing moves', async () => {
    const other = shop.repository('Other');
    const commit = other.commit({ 'x.md': 'x' });
    shop.write({ 'org/x.yaml': '' });
    const sources = `${source}\n  - git: ${other.url}\n    id: '0'\n  - path: org`;
    await shop.pull(sources);
    const entry = { committedAt: '2025-01-02T03:04:05.000Z', digest: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(lock()).toEqual({
      version: 1,
      sources: { a: { url: repository.url, ref: 'main', commit: first, ...entry }, '0': { url: other.url, ref: null, commit, ...entry } },
    });
    const { mtimeMs } = statSync(shop.lockFile);
    await shop.pull(sources);
    expect(statSync(shop.lockFile).mtimeMs).toBe(mtimeMs);
  });

  test('is not written when there is nothing to lock', async () => {
    shop.write({ 'org/x.yaml': '' });
    await shop.pull(`  - path: org\n  - git: ${repository.url}.not`);
    expect(existsSync(shop.lockFile)).toBe(false);
  });

  test('keeps the entry of a repository that fails here for the first time, and drops what is configured no more', async () => {
    await shop.pull(`${source}\n  - git: ${repository.url}\n    id: b`);
    renameSync(repository.folder, `${repository.folder}.gone`);
    const other = shop.repository('other');
    other.commit({ 'x.md': 'x' });
    await shop.pull(`${source}\n  - git: ${other.url}`, { cache: join(shop.folder, 'fresh') });
    expect(Object.keys(lock().sources)).toEqual(['a', 'other']);
    expect(lock().sources['a']).toMatchObject({ commit: first });
  });

  test('is written anew when it cannot be read, with a warning', async () => {
    writeFileSync(shop.lockFile, '<<<<<<< HEAD\n');
    const { problems } = await shop.pull(source);
    expect(problems).toMatchObject([{ rule: 'source/invalid-lock', severity: 'warning', place: { path: 'callboard.lock.json' } }]);
    expect(lock().sources).toHaveProperty('a');
  });

  test('that cannot be written is a warning, and the sources are there', async () => {
    mkdirSync(join(shop.lockFile, 'in the way'), { recursive: true });
    const { snapshot, problems } = await shop.pull(source);
    expect(problems).toMatchObject([{ rule: 'source/lock-not-written', severity: 'warning', place: { path: 'callboard.lock.json' } }]);
    expect(snapshot.sources).toHaveLength(1);
  });
});

describe('pull(config, { offline: true })', () => {
  test('asks no server and takes the locked commit', async () => {
    await shop.pull(source);
    const before = readFileSync(shop.lockFile, 'utf8');
    repository.commit({ 'a.md': 'second' });
    const { snapshot, problems, stats } = await shop.pull(source, { offline: true });
    expect(problems).toEqual([]);
    expect(contents(snapshot.sources[0]?.files)).toEqual({ 'a.md': 'first' });
    expect(stats).toMatchObject({ unchanged: 1 });

    // The lock is at the second commit, then goes back to the first: its copy is still there.
    await shop.pull(source);
    writeFileSync(shop.lockFile, before);
    const back = await shop.pull(source, { offline: true });
    expect(contents(back.snapshot.sources[0]?.files)).toEqual({ 'a.md': 'first' });
    expect(readFileSync(shop.lockFile, 'utf8')).toBe(before);
  });

  test('takes what is on disk where nothing is locked', async () => {
    await shop.pull(source);
    rmSync(shop.lockFile);
    renameSync(repository.folder, `${repository.folder}.gone`);
    const { snapshot, problems } = await shop.pull(source, { offline: true });
    expect(problems).toEqual([]);
    expect(snapshot.sources[0]?.stale).toBeNull();
  });

  test('says that the copy on disk is not the locked commit', async () => {
    await shop.pull(source);
    writeFileSync(shop.lockFile, readFileSync(shop.lockFile, 'utf8').replace(first, 'f'.repeat(40)));
    const { snapshot, problems } = await shop.pull(source, { offline: true });
    expect(contents(snapshot.sources[0]?.files)).toEqual({ 'a.md': 'first' });
    expect(problems).toMatchObject([
      { rule: 'source/stale', message: expect.stringContaining('its commit ffffffffffff is not on this disk') },
    ]);
  });

  test('fails for what was never pulled', async () => {
    const { snapshot, problems } = await shop.pull(source, { offline: true });
    expect(snapshot.sources).toEqual([]);
    expect(problems).toMatchObject([{ rule: 'source/failed', hint: expect.stringContaining('pull') }]);
  });
});

describe('pull(config, { frozen: true })', () => {
  test('takes exactly the locked commit, from the mirror if its files are gone', async () => {
    await shop.pull(source);
    repository.commit({ 'a.md': 'second' });
    rmSync(join(shop.cache, 'snapshots'), { recursive: true });
    renameSync(repository.folder, `${repository.folder}.gone`);
    const { snapshot, problems } = await shop.pull(source, { frozen: true });
    expect(problems).toEqual([]);
    expect(contents(snapshot.sources[0]?.files)).toEqual({ 'a.md': 'first' });
  });

  test.each([
    ['nothing is locked', () => rmSync(shop.lockFile), () => source, 'source/not-locked'],
    ['another ref is locked', () => undefined, () => source.replace('main', 'other'), 'source/not-locked'],
    ['another address is locked', () => undefined, () => source.replace('a.git', 'b.git'), 'source/not-locked'],
    ['the locked commit is not on disk', () => rmSync(shop.cache, { recursive: true }), () => source, 'source/failed'],
  ])('is an error that names the source when %s, whatever copy there is', async (_, change, sources, rule) => {
    await shop.pull(source);
    change();
    const { snapshot, problems } = await shop.pull(`${sources()}\n    id: a`, { frozen: true });
    expect(snapshot.sources).toEqual([]);
    expect(problems).toMatchObject([{ rule, severity: 'error', message: expect.stringContaining('"a"'), place: { line: 3 } }]);
  });

  test('fetches the locked commit when the network is allowed, and leaves the lock alone', async () => {
    await shop.pull(source);
    repository.commit({ 'a.md': 'second' });
    rmSync(shop.cache, { recursive: true });
    const before = readFileSync(shop.lockFile, 'utf8');
    const { snapshot, problems } = await shop.pull(source, { frozen: true, offline: false });
    expect(problems).toEqual([]);
    expect(contents(snapshot.sources[0]?.files)).toEqual({ 'a.md': 'first' });
    expect(readFileSync(shop.lockFile, 'utf8')).toBe(before);
  });
});
