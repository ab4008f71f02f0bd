// Repositories and addresses made to do harm: nothing may run, nothing may be written outside, and the good files are read all the same.
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseGitAddress } from '../../src/config/git-address.ts';
import { pull } from '../../src/sources/pull.ts';
import { GIT_TEST_ENV, type BareRepository, type RawEntry } from '../support/git.ts';
import { type Workshop, contents, everything, openWorkshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = openWorkshop();
});
afterEach(() => shop.remove());

/** A file entry of a raw tree. */
function file(repository: BareRepository, name: string | Uint8Array, content = 'x', mode = '100644'): RawEntry {
  return { mode, name, oid: repository.blob(content) };
}

function folder(repository: BareRepository, name: string | Uint8Array, entries: readonly RawEntry[]): RawEntry {
  return { mode: '40000', name, oid: repository.tree(entries) };
}

/** `rule path` of each problem. */
function said(problems: Awaited<ReturnType<Workshop['pull']>>['problems']): string[] {
  return problems.map(({ rule, place }) => `${rule} ${place?.path ?? ''}`).sort();
}

describe('pull(config): hostile trees', () => {
  test('leaves out links and submodules', async () => {
    const repository = shop.repository('a');
    repository.commitTree(
      repository.tree([
        file(repository, 'README.md', 'good'),
        { mode: '160000', name: 'module', oid: '1'.repeat(40) },
        { mode: '120000', name: 'passwd', oid: repository.blob('/etc/passwd') },
        { mode: '120000', name: 'up', oid: repository.blob('..') },
      ]),
    );
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`);
    expect(contents(snapshot.sources[0]?.files)).toEqual({ 'README.md': 'good' });
    expect(readdirSync(snapshot.sources[0]?.root ?? '')).toEqual(['README.md']);
    expect(said(problems)).toEqual(['source/link module', 'source/link passwd', 'source/link up']);
    expect(problems.every(({ severity }) => severity === 'info')).toBe(true);
  });

  test('leaves out names that are not safe on every disk', async () => {
    const repository = shop.repository('a');
    const inner = (name: string) =>
      folder(repository, name, [file(repository, 'config', '[core]\n\tfsmonitor = touch /tmp/callboard-hacked\n')]);
    repository.commitTree(
      repository.tree([
        inner('.GIT'),
        inner('.git'),
        inner('.git '),
        inner('.git::$INDEX_ALLOCATION'),
        inner('.g\u200cit'),
        inner('GIT~1'),
        folder(repository, '..', [file(repository, 'above.md')]),
        folder(repository, '.', [file(repository, 'here.md')]),
        file(repository, '../slash.md'),
        file(repository, '/tmp/callboard-absolute.md'),
        file(repository, 'C:evil.md'),
        file(repository, 'back\\slash.md'),
        file(repository, 'line\nfeed.md'),
        file(repository, 'a'.repeat(256)),
        file(repository, Buffer.from([0x61, 0xff, 0x2e, 0x6d, 0x64])),
        folder(repository, 'good', [file(repository, 'index.md', 'good')]),
      ]),
    );
    // A strict check would refuse the whole repository instead of its bad names.
    const strict = join(shop.folder, 'gitconfig');
    writeFileSync(strict, '[fetch]\n\tfsckObjects = true\n[transfer]\n\tfsckObjects = true\n');
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`, { env: { ...GIT_TEST_ENV, GIT_CONFIG_GLOBAL: strict } });
    expect(contents(snapshot.sources[0]?.files)).toEqual({ 'good/index.md': 'good' });
    expect(everything(shop.cache).filter((text) => /\.md\n/.test(text) && !text.includes('good'))).toEqual([]);
    expect(existsSync('/tmp/callboard-absolute.md')).toBe(false);
    // No glob asks for `..`, `.` or an absolute path: what nobody asks for is not missed, and not complained about.
    expect(problems.map(({ rule }) => rule)).toEqual(Array.from({ length: 12 }, () => 'source/unsafe-name'));
    expect(said(problems)).toContain('source/unsafe-name line\\u000afeed.md');
  });

  test('writes names that are only odd', async () => {
    const repository = shop.repository('a');
    const names = ['-x', '--upload-pack=x', '$(id)', "'; id", 'con', 'a b.md', 'é.md', '.gitattributes', '.gitmodules', 'x.git'];
    repository.commitTree(repository.tree(names.map((name) => file(repository, name, name))));
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`);
    expect(problems).toEqual([]);
    expect(contents(snapshot.sources[0]?.files)).toEqual(Object.fromEntries(names.map((name) => [name, name])));
  });

  test('keeps the first of two names that some disks take for one', async () => {
    const repository = shop.repository('a');
    repository.commitTree(
      repository.tree([
        folder(repository, 'Docs', [file(repository, 'index.md', 'first')]),
        file(repository, 'README.md', 'first'),
        file(repository, 'Readme.md', 'second'),
        file(repository, 'cafe\u0301.md', 'first'),
        file(repository, 'caf\u00e9.md', 'second'),
        folder(repository, 'docs', [file(repository, 'other.md', 'second')]),
        file(repository, 'same', 'first'),
        folder(repository, 'same', [file(repository, 'below.md', 'second')]),
        folder(repository, 'tree', [file(repository, 'a.md', 'first')]),
        file(repository, 'tree', 'second'),
        file(repository, 'twice', 'first'),
        file(repository, 'twice', 'second'),
      ]),
    );
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`);
    expect(contents(snapshot.sources[0]?.files)).toEqual({
      'Docs/index.md': 'first',
      'README.md': 'first',
      'cafe\u0301.md': 'first',
      same: 'first',
      'tree/a.md': 'first',
      twice: 'first',
    });
    expect(said(problems)).toEqual(
      ['Readme.md', 'caf\u00e9.md', 'docs/other.md', 'same/below.md', 'tree', 'twice'].map((path) => `source/name-clash ${path}`),
    );
    expect(problems.find(({ place }) => place?.path === 'docs/other.md')?.message).toContain('"Docs"');
  });

  test('runs no hook, filter or attribute of a repository', async () => {
    const marker = join(shop.folder, 'marker');
    const repository = shop.repository('a');
    repository.commit({
      '.gitattributes': '* filter=evil diff=evil merge=evil working-tree-encoding=UTF-16 ident\n',
      '.gitconfig': `[filter "evil"]\n\tsmudge = touch ${marker}\n`,
      '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::touch ${marker}\n\tupdate = !touch ${marker}\n`,
      '.lfsconfig': '[lfs]\n\turl = http://127.0.0.1:9/\n',
      'a.md': '$Id$',
    });
    // Settings of the person who builds may name filters: they must not run either, whatever a repository asks for.
    const config = join(shop.folder, 'gitconfig');
    writeFileSync(
      config,
      `[filter "evil"]\n\tsmudge = touch ${marker}\n\tprocess = touch ${marker}\n\trequired = true\n[core]\n\thooksPath = ${shop.folder}/hooks\n\tfsmonitor = touch ${marker}\n[init]\n\ttemplateDir = ${shop.folder}/template\n`,
    );
    const script = `#!/bin/sh\ntouch ${marker}\n`;
    const hooks = ['post-checkout', 'reference-transaction', 'post-merge', 'pre-auto-gc'];
    for (const hook of hooks) {
      const folders = [join(shop.folder, 'hooks'), join(shop.folder, 'template/hooks'), join(repository.folder, 'hooks')];
      for (const place of folders) {
        mkdirSync(place, { recursive: true });
        writeFileSync(join(place, hook), script, { mode: 0o755 });
      }
    }
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`, { env: { ...GIT_TEST_ENV, GIT_CONFIG_GLOBAL: config } });
    expect(problems).toEqual([]);
    expect(contents(snapshot.sources[0]?.files)['a.md']).toBe('$Id$');
    expect(existsSync(marker)).toBe(false);
    expect(everything(join(shop.cache, 'mirrors')).filter((text) => text.includes('/hooks/'))).toEqual([]);
  });

  test('is not stopped by a tree that stands for endless files', async () => {
    const repository = shop.repository('a');
    let tree = repository.tree([file(repository, 'x.md')]);
    for (let level = 0; level < 9; level++)
      tree = repository.tree(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((name) => ({ mode: '40000', name, oid: tree })));
    repository.commitTree(tree);
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`, { limits: { files: 50 } });
    expect(snapshot.sources[0]?.files.list()).toHaveLength(50);
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['source/cut-off']));
    expect(problems.length).toBeLessThan(25);
  });

  test('leaves out what lies too deep', async () => {
    const repository = shop.repository('a');
    let deep = repository.tree([file(repository, 'x.md')]);
    for (let level = 0; level < 70; level++) deep = repository.tree([{ mode: '40000', name: 'd', oid: deep }]);
    repository.commitTree(repository.tree([file(repository, 'a.md'), { mode: '40000', name: 'd', oid: deep }]));
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`);
    expect(snapshot.sources[0]?.files.list()).toEqual(['a.md']);
    expect(problems).toMatchObject([{ rule: 'source/unsafe-name' }]);
  });

  test('fails for a tree that cannot be read, and for nothing else', async () => {
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'good' });
    const broken = repository.git(['hash-object', '-t', 'tree', '--literally', '-w', '--stdin'], 'no tree at all');
    repository.commitTree(broken, 'broken');
    const { snapshot, problems } = await shop.pull(
      `  - git: ${repository.url}\n    ref: broken\n    id: broken\n  - git: ${repository.url}`,
    );
    expect(snapshot.sources.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toMatchObject([{ rule: 'source/failed' }]);
  });

  test('reads an empty tree', async () => {
    const repository = shop.repository('a');
    repository.commitTree(repository.tree([]));
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`);
    expect(snapshot.sources[0]?.files.list()).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe('pull(config): hostile settings', () => {
  test('never hands git an address or ref that it could take for an option or a command, even if the check is passed by', async () => {
    const marker = join(shop.folder, 'marker');
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'a' });
    const config = shop.config(`  - git: ${repository.url}`);
    const [spec] = config.sources;
    if (spec?.type !== 'git') throw new Error('no git source');
    const remotes = [
      `--upload-pack=touch ${marker}`,
      `ext::sh -c touch% ${marker}`,
      `-utouch ${marker}`,
      `ssh://-oProxyCommand=touch ${marker}/x`,
    ];
    for (const remote of remotes) {
      expect(parseGitAddress(remote)).toHaveProperty('fault');
      const forged = { ...config, sources: [{ ...spec, address: { ...spec.address, remote } }] };
      const { problems } = await pull(forged, { cache: shop.cache, env: GIT_TEST_ENV });
      expect(problems).toMatchObject([{ rule: 'source/failed' }]);
    }
    for (const ref of [`--upload-pack=touch ${marker}`, '--exec=touch']) {
      const forged = { ...config, sources: [{ ...spec, ref }] };
      expect((await pull(forged, { cache: shop.cache, env: GIT_TEST_ENV })).problems).toMatchObject([{ rule: 'source/failed' }]);
    }
    expect(existsSync(marker)).toBe(false);
  });

  test('runs no command that a lock file or a note on disk names', async () => {
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'a' });
    const source = `  - git: ${repository.url}`;
    const marker = join(shop.folder, 'marker');
    await shop.pull(source);
    const text = readFileSync(shop.lockFile, 'utf8').replace(/"commit": "[^"]+"/, `"commit": "--output=${marker}"`);
    writeFileSync(shop.lockFile, text);
    const { problems } = await shop.pull(source, { frozen: true });
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['source/invalid-lock', 'source/not-locked']);
    expect(existsSync(marker)).toBe(false);
  });

  test('does not follow a link that lies where files will be written', async () => {
    const repository = shop.repository('a');
    repository.commit({ 'a.md': 'a', 'docs/b.md': 'b' });
    const { snapshot } = await shop.pull(`  - git: ${repository.url}`);
    for (const text of everything(shop.cache)) expect(lstatSync(text.split('\n')[0] ?? '').isSymbolicLink()).toBe(false);
    expect(snapshot.sources[0]?.files.list()).toEqual(['a.md', 'docs/b.md']);
  });
});
