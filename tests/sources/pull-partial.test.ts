// What is fetched of a repository: the files that a portal reads, the history that dates them, and nothing else.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BareRepository, GIT_TEST_ENV } from '../support/git.ts';
import { status } from './git-faults.ts';
import { type GitServer, serveRepositories } from './git-server.ts';
import { NOW, type Workshop, contents, openWorkshop, told } from './workshop.ts';

let shop: Workshop;
let servers: GitServer[];
beforeEach(() => {
  shop = openWorkshop();
  servers = [];
});
afterEach(() => {
  for (const server of servers) server.close();
  shop.remove();
});

const FILES = {
  'catalog-info.yaml': 'metadata:\n  annotations:\n    backstage.io/techdocs-ref: dir:.\nspec:\n  definition:\n    $text: ./api/a.yaml\n',
  'api/a.yaml': '{}',
  'mkdocs.yml': 'site_name: a',
  'docs/index.md': '# A\n\n![b](img/b.png)\n',
  'docs/img/b.png': 'picture',
  'src/main.bin': 'large and not needed',
};
const TAKEN = Object.keys(FILES)
  .filter((path) => path !== 'src/main.bin')
  .sort();
/** Lets the choice of files be made by the portal's own rules. */
const CHOSEN = `    catalog: [catalog-info.y*ml]`;

/** Serves the workshop's repositories over HTTP; `filter` says whether the server can leave files out. */
async function serve(repository: BareRepository, filter: boolean): Promise<string> {
  repository.git(['config', 'uploadpack.allowFilter', String(filter)]);
  const server = await serveRepositories(join(shop.folder, 'bare'));
  servers.push(server);
  return `http://${server.host}/${repository.folder.split('/').at(-1)}`;
}

/** Says whether the one mirror of the workshop holds the file of a commit. */
function holds(commit: string, path: string): boolean {
  const mirror = readdirSync(join(shop.cache, 'mirrors')).find((name) => !name.endsWith('.lock')) ?? '';
  const args = [`--git-dir=${join(shop.cache, 'mirrors', mirror)}`, 'rev-list', '--objects', '--missing=print', '--no-walk', commit];
  const listed = execFileSync('git', args, { env: GIT_TEST_ENV }).toString();
  const oid = execFileSync('git', [`--git-dir=${join(shop.cache, 'mirrors', mirror)}`, 'ls-tree', commit, '--', path], {
    env: GIT_TEST_ENV,
  })
    .toString()
    .split(/\s/)[2];
  return !listed.includes(`?${oid}`);
}

describe('pull(config): only what is read', () => {
  test.each([true, false])('is brought to disk, from a server that can leave files out: %s', async (filter) => {
    const repository = shop.repository('a');
    const commit = repository.commit(FILES);
    const url = await serve(repository, filter);
    const { snapshot, problems } = await shop.pull(`  - git: ${url}\n${CHOSEN}`);
    expect(problems).toEqual([]);
    const [source] = snapshot.sources;
    expect(source?.files.list()).toEqual(TAKEN);
    expect(source?.files.names()).toEqual(Object.keys(FILES).sort());
    expect(source?.files.has('src/main.bin')).toBe(false);
    expect(holds(commit, 'docs/img/b.png')).toBe(true);
    expect(holds(commit, 'src/main.bin')).toBe(!filter);
  });

  test('is fetched for what has changed, and what the configuration asks for later', async () => {
    const repository = shop.repository('a');
    repository.commit(FILES);
    const url = await serve(repository, true);
    await shop.pull(`  - git: ${url}\n${CHOSEN}`);
    repository.commit({ ...FILES, 'docs/more.md': 'more' });
    const second = await shop.pull(`  - git: ${url}\n${CHOSEN}`);
    expect(second.snapshot.sources[0]?.files.list()).toEqual([...TAKEN, 'docs/more.md'].sort());
    const third = await shop.pull(`  - git: ${url}\n    catalog: [src/*]`);
    expect(contents(third.snapshot.sources[0]?.files)).toEqual({ 'src/main.bin': 'large and not needed' });
    expect(third.stats).toMatchObject({ fetched: 0, unchanged: 1 });
  });

  test('is said to be missing when it is on no disk and there is no network', async () => {
    const repository = shop.repository('a');
    repository.commit(FILES);
    const url = await serve(repository, true);
    await shop.pull(`  - git: ${url}\n${CHOSEN}`);
    const { snapshot, problems } = await shop.pull(`  - git: ${url}\n    catalog: [src/*]`, { offline: true });
    expect(problems).toMatchObject([
      { rule: 'source/stale', message: expect.stringContaining('not on this disk and there is no network') },
    ]);
    expect(snapshot.sources[0]?.files.list()).toEqual(TAKEN);
  });
});

describe('pull(config): manifests', () => {
  const WITH_MANIFESTS = {
    ...FILES,
    'package.json': '{"name": "a"}',
    'services/a/go.mod': 'go 1.25',
    'node_modules/b/package.json': '{"name": "b"}',
  };

  test('are fetched where a radar is configured, and nothing but these is more', async () => {
    const repository = shop.repository('a');
    const commit = repository.commit(WITH_MANIFESTS);
    const url = await serve(repository, true);
    const without = await shop.pull(`  - git: ${url}\n${CHOSEN}`);
    expect(without.snapshot.sources[0]?.files.list()).toEqual(TAKEN);
    expect(holds(commit, 'package.json')).toBe(false);
    shop.write({ 'radar.json': '{}' });
    const { snapshot, problems, stats } = await shop.pull(`  - git: ${url}\n${CHOSEN}\nradar: radar.json`);
    expect(problems).toEqual([]);
    expect(stats).toMatchObject({ fetched: 0, unchanged: 1 });
    expect(snapshot.sources[0]?.files.list()).toEqual([...TAKEN, 'package.json', 'services/a/go.mod'].sort());
    expect(holds(commit, 'node_modules/b/package.json')).toBe(false);
    expect(holds(commit, 'src/main.bin')).toBe(false);
  });
});

describe('pull(config): history', () => {
  test('dates each file that is read, and counts the commits of a year, without fetching what files were', async () => {
    const repository = shop.repository('a');
    const before = repository.commit({ ...FILES, 'docs/index.md': 'before' });
    repository.commit(FILES);
    const url = await serve(repository, true);
    const { snapshot } = await shop.pull(`  - git: ${url}\n${CHOSEN}`);
    const { changed = {}, weeks = [] } = snapshot.sources[0]?.history ?? {};
    expect(Object.keys(changed)).toEqual(TAKEN);
    expect(changed['docs/index.md']).toEqual({ at: '2025-01-02T03:04:05.000Z', by: 'Test' });
    expect(weeks.at(-1)).toBe(2);
    expect(holds(before, 'docs/index.md')).toBe(false);
  });

  test('is not asked for where the configuration does not want it, nor of a server that would send every file there ever was', async () => {
    const repository = shop.repository('a');
    repository.commit(FILES);
    repository.commit({ ...FILES, 'docs/index.md': 'after' });
    const without = await shop.pull(`  - git: ${await serve(repository, true)}\n${CHOSEN}\nhistory: false`);
    expect(without.snapshot.sources[0]?.history).toBeNull();
    const whole = await shop.pull(`  - git: ${await serve(repository, false)}\n${CHOSEN}`, { cache: join(shop.folder, 'other') });
    expect(whole.snapshot.sources[0]?.history).toBeNull();
  });
});

describe('pull(config): asks of other repositories', () => {
  test('brings files that another repository names by web address, and those that these name', async () => {
    // A repository is known by its web address, wherever git has been told to find it.
    const folder = join(shop.folder, 'bare/github.example/acme');
    const repository = shop.repository('github.example/acme/api');
    repository.commit({ 'catalog-info.yaml': '', 'shared/api.yaml': '$ref: ./part.yaml#/a', 'shared/part.yaml': '', 'other.yaml': '' });
    const user = shop.repository('github.example/acme/user');
    user.commit({ 'catalog-info.yaml': 'spec: {definition: {$text: https://github.example/acme/api/blob/main/shared/api.yaml}}' });
    const env = {
      ...GIT_TEST_ENV,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.file://${folder}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.example/acme/',
    };
    const sources = [
      `  - git: https://github.example/acme/api.git\n    ref: main\n${CHOSEN}`,
      `  - git: https://github.example/acme/user.git\n${CHOSEN}`,
    ].join('\n');
    const first = await shop.pull(sources, { env });
    expect(first.problems).toEqual([]);
    expect(first.snapshot.sources[0]?.files.list()).toEqual(['catalog-info.yaml', 'shared/api.yaml', 'shared/part.yaml']);
    const again = await shop.pull(sources, { env });
    expect(again.snapshot.sources[0]?.files.list()).toEqual(first.snapshot.sources[0]?.files.list());
    expect(again.stats).toMatchObject({ fetched: 0, unchanged: 2 });
    const frozen = await shop.pull(sources, { env, frozen: true });
    expect(frozen.problems).toEqual([]);
    expect(frozen.snapshot.sources[0]?.files.list()).toEqual(first.snapshot.sources[0]?.files.list());
  });
});

describe('pull(config, { only })', () => {
  test('brings one source up to date and leaves the others as they are', async () => {
    const [a, b] = [shop.repository('a'), shop.repository('b')];
    a.commit({ 'x.md': 'one' });
    b.commit({ 'x.md': 'one' });
    const sources = `  - git: ${a.url}\n  - git: ${b.url}`;
    await shop.pull(sources);
    a.commit({ 'x.md': 'two' });
    b.commit({ 'x.md': 'two' });
    const { snapshot, problems, events } = await shop.pull(sources, { only: ['b'] });
    expect(problems).toEqual([]);
    expect(snapshot.sources.map(({ files }) => contents(files)['x.md'])).toEqual(['one', 'two']);
    expect(told(events)).toEqual(['source-done b', 'source-unchanged a']);
  });

  test('does not complain of what was never pulled, and names the nearest of an id that is not there', async () => {
    const [a, b] = [shop.repository('alpha'), shop.repository('beta')];
    a.commit({ 'x.md': 'one' });
    b.commit({ 'x.md': 'one' });
    const sources = `  - git: ${a.url}\n  - git: ${b.url}`;
    expect((await shop.pull(sources, { only: ['beta'] })).problems).toEqual([]);
    expect((await shop.pull(sources, { only: ['bet'] })).problems).toMatchObject([
      { rule: 'source/unknown-id', message: 'There is no source "bet".', hint: 'Did you mean "beta"?' },
    ]);
  });
});

describe('pull(config, { frozen: true })', () => {
  test('fails where the files that are taken are not those that were locked', async () => {
    const repository = shop.repository('a');
    repository.commit(FILES);
    await shop.pull(`  - git: ${repository.url}\n${CHOSEN}`);
    const { problems } = await shop.pull(`  - git: ${repository.url}\n    catalog: [src/*]`, { frozen: true });
    expect(problems).toMatchObject([{ rule: 'source/lock-mismatch', severity: 'error' }]);
  });
});

describe('pull(config): failures that may pass', () => {
  test('asks again, and gives up in the end', async () => {
    const repository = shop.repository('a');
    repository.commit({ 'x.md': 'x' });
    const server = await serveRepositories(join(shop.folder, 'bare'), { fault: ({ number }) => (number <= 9 ? status(503) : null) });
    servers.push(server);
    const source = `  - git: http://${server.host}/a.git`;
    const limits = { retries: 1, retrySeconds: 0.01 };
    const tired = await shop.pull(source, { limits });
    expect(tired.problems).toMatchObject([{ rule: 'source/failed' }]);
    const patient = await shop.pull(source, { limits: { ...limits, retries: 5 }, now: () => new Date(NOW) });
    expect(patient.problems).toEqual([]);
    expect(contents(patient.snapshot.sources[0]?.files)).toEqual({ 'x.md': 'x' });
  });
});
