import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { portalFiles } from '../../../scripts/bench/files.ts';
import { layFolders, layGit } from '../../../scripts/bench/lay-out-fs.ts';
import { planOrganisation } from '../../../scripts/bench/plan.ts';

const work = mkdtempSync(join(tmpdir(), 'callboard-bench-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const organisation = planOrganisation({ entities: 40, docs: 12, seed: 'laid' });
const [repository] = organisation.repositories;
const name = repository?.name ?? '';

describe('layFolders', () => {
  test('writes the portal, and files of a repository anew', async () => {
    const laid = layFolders(join(work, 'folders'), organisation);
    expect(laid.files).toBe([...portalFiles(organisation)].length);
    await laid.change(name, [{ path: 'README.md', text: 'new' }]);
    expect(readFileSync(join(work, 'folders/repos', name, 'README.md'), 'utf8')).toBe('new');
  });
});

describe('layGit', () => {
  test('gives out each repository, with a commit for each change', async () => {
    const laid = await layGit(join(work, 'git'), organisation);
    try {
      const config = readFileSync(laid.config, 'utf8');
      const urls = [...config.matchAll(/git: (\S+)/g)].map(([, url = '']) => url);
      expect(urls).toHaveLength(organisation.repositories.length);
      expect(laid.files).toBe([...portalFiles(organisation)].length);
      await laid.change(name, [{ path: 'README.md', text: 'new' }]);
      const clone = join(work, 'clone');
      execFileSync('git', ['clone', '--quiet', urls.find((url) => url.endsWith(`/${name}.git`)) ?? '', clone]);
      expect(readFileSync(join(clone, 'README.md'), 'utf8')).toBe('new');
      const folders = new Map([...portalFiles(organisation)].map(({ path, text }) => [path, text]));
      expect(readFileSync(join(clone, 'catalog-info.yaml'), 'utf8')).toBe(folders.get(`repos/${name}/catalog-info.yaml`));
      expect(execFileSync('git', ['-C', clone, 'log', '--format=%s'], { encoding: 'utf8' })).toBe('Change some files\nBegin\n');
    } finally {
      laid.close();
    }
  });
});
