// Settings that lie in repositories: none of them is obeyed, neither those of the repository pulled nor those of the one pulled from within.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GIT_TEST_ENV } from '../support/git.ts';
import { serveDaemon } from './git-daemon.ts';
import { serveRepositories } from './git-server.ts';
import { type Workshop, contents, openWorkshop } from './workshop.ts';

const SCRIPT = fileURLToPath(new URL('pull-once.ts', import.meta.url));
const SITE = { 'catalog-info.yaml': 'kind: Component\n', 'docs/index.md': '# A\n', 'mkdocs.yml': 'site_name: A\n' };

let shop: Workshop;
let marker: string;
let script: string;
let settings: string;
beforeEach(() => {
  shop = openWorkshop();
  marker = join(shop.folder, 'marker');
  script = join(shop.folder, 'evil.sh');
  shop.write({ 'evil.sh': `#!/bin/sh\necho "$0 $*" >> ${marker}\n` });
  chmodSync(script, 0o755);
  settings = `[core]
	fsmonitor = ${script} fsmonitor
	hooksPath = ${join(shop.folder, 'hooks')}
	sshCommand = ${script} ssh
	gitProxy = ${script}
	askPass = ${script}
	alternateRefsCommand = ${script}
	editor = ${script}
	pager = ${script}
[credential]
	helper = !${script} credential
[filter "lfs"]
	smudge = ${script} smudge
	process = ${script} process
	required = true
[protocol "ext"]
	allow = always
[uploadpack]
	packObjectsHook = ${script}
[remote "origin"]
	uploadpack = ${script}
[url "ext::${script} "]
	insteadOf = http://
	insteadOf = file://
	insteadOf = git://
[http]
	proxy = http://127.0.0.1:9
[gpg]
	program = ${script}
`;
  const hooks = ['post-checkout', 'reference-transaction', 'pre-auto-gc', 'post-update', 'update', 'pre-receive', 'fsmonitor-watchman'];
  shop.write(Object.fromEntries(hooks.map((hook) => [`hooks/${hook}`, `#!/bin/sh\necho ${hook} >> ${marker}\n`])));
  for (const hook of hooks) chmodSync(join(shop.folder, 'hooks', hook), 0o755);
});
afterEach(() => shop.remove());

describe('pull(config): settings of repositories', () => {
  test('lets the settings of a repository change nothing, over files, http and git', async () => {
    const repository = shop.repository('a');
    repository.commit({
      ...SITE,
      '.gitattributes': '* filter=lfs diff=lfs merge=lfs -text\n',
      '.lfsconfig': `[lfs]\n\turl = http://127.0.0.1:9/\n`,
    });
    const own = repository.git(['config', '--list', '--file', 'config']);
    expect(own).toContain('core.bare=true');
    shop.write({ 'bare/a.git/config': `[core]\n\trepositoryformatversion = 0\n\tbare = true\n${settings}` });
    const http = await serveRepositories(join(shop.folder, 'bare'));
    const daemon = await serveDaemon(join(shop.folder, 'bare'));
    const urls = [repository.url, `http://${http.host}/a.git`, `git://127.0.0.1:${daemon.port}/a.git`];
    const { snapshot, problems } = await shop.pull(urls.map((url) => `  - git: ${url}`).join('\n'));
    http.close();
    daemon.close();
    expect(problems).toEqual([]);
    expect(snapshot.sources).toHaveLength(urls.length);
    for (const { files } of snapshot.sources) expect(contents(files)).toMatchObject(SITE);
    expect(existsSync(marker)).toBe(false);
  });

  test('lets those of the repository that it is run in change nothing either', async () => {
    shop.repository('a').commit(SITE);
    shop.write({
      'work/.git/config': `[core]\n\trepositoryformatversion = 0\n\tbare = false\n${settings}`,
      'work/.git/HEAD': 'ref: refs/heads/main\n',
    });
    for (const folder of ['objects', 'refs']) mkdirSync(join(shop.folder, 'work/.git', folder));
    const http = await serveRepositories(join(shop.folder, 'bare'));
    const locked = await serveRepositories(join(shop.folder, 'bare'), { login: 'bot:secret' });
    shop.config(
      [`file://${join(shop.folder, 'bare/a.git')}`, `http://${http.host}/a.git`, `http://${locked.host}/a.git`, 'ssh://127.0.0.1:9/a.git']
        .map((url, index) => `  - git: ${url}\n    id: s${index}`)
        .join('\n'),
    );
    const cwd = join(shop.folder, 'work');
    const child = spawn(process.execPath, [SCRIPT, join(shop.folder, 'portal.yaml'), shop.cache], { env: GIT_TEST_ENV, cwd });
    const { sources, problems } = JSON.parse(await text(child.stdout));
    http.close();
    locked.close();
    expect(sources.map(([id]: [string]) => id)).toEqual(['s0', 's1']);
    expect(problems.map(({ message }: { message: string }) => message)).toEqual([
      'The source "s2" could not be pulled: access was refused.',
      'The source "s3" could not be pulled: the host cannot be reached.',
    ]);
    expect(existsSync(marker)).toBe(false);
  });

  test('never follows a submodule, wherever it leads', async () => {
    const other = shop.repository('other');
    const commit = other.commit({ 'catalog-info.yaml': 'kind: Other\n' });
    const server = await serveRepositories(join(shop.folder, 'bare'));
    const repository = shop.repository('a');
    repository.commit({ ...SITE, '.gitmodules': `[submodule "docs/x"]\n\tpath = docs/x\n\turl = http://${server.host}/other.git\n` });
    const tree = repository.git(['ls-tree', 'main']);
    const inner = repository.git(['mktree', '--missing'], `${repository.git(['ls-tree', 'main:docs'])}\n160000 commit ${commit}\tx\n`);
    repository.commitTree(
      repository.git(['mktree', '--missing'], `${tree.replace(/040000 tree \w+\tdocs/, `040000 tree ${inner}\tdocs`)}\n`),
    );
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}`);
    server.close();
    expect(contents(snapshot.sources[0]?.files)).toMatchObject(SITE);
    expect(problems.map(({ rule, place }) => [rule, place?.path])).toEqual([['source/link', 'docs/x']]);
    expect(server.asked).toEqual([]);
  });

  test('loses no file without a word whose name some system has for itself', async () => {
    const names = ['con.md', 'nul.md', 'aux.md', 'com1.md', '-x.md', '~.md', 'a:b.md', 'a*?.md'];
    const repository = shop.repository('a');
    const page = (name: string) => ({ mode: '100644', name, oid: repository.blob(name) });
    const docs = repository.tree(names.toSorted().map((name) => page(name)));
    repository.commitTree(repository.tree([page('catalog-info.yaml'), { mode: '40000', name: 'docs', oid: docs }, page('mkdocs.yml')]));
    const { snapshot, problems } = await shop.pull(`  - git: ${repository.url}\n    docs: .`);
    const read = contents(snapshot.sources[0]?.files);
    const told = problems.map(({ place }) => place?.path);
    expect(names.filter((name) => read[`docs/${name}`] !== name && !told.includes(`docs/${name}`))).toEqual([]);
  });
});
