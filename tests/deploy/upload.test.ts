// What `callboard changes` lists, and the recipe for S3 with a real rclone into a folder. Skipped where there is no rclone.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callboard, hashTree } from '../support/callboard.ts';
import { PAGES, writeSmallSite } from './small-site.ts';

let work: string;
const at = (path: string) => join(work, path);
beforeEach(() => void (work = mkdtempSync(join(tmpdir(), 'callboard-upload-'))));
afterEach(() => rmSync(work, { recursive: true }));

/** The site with one page changed, one new and one gone. */
const { 'docs/a/index.md': _gone, ...REST } = PAGES;
const NEXT = { ...REST, 'index.html': `${PAGES['index.html']}changed`, 'new/index.html': 'new', '_astro/new.AbCdEfGh.js': 'new' };

const list = (name: string) =>
  readFileSync(at(`lists/${name}`), 'utf8')
    .split('\n')
    .slice(0, -1);

describe('callboard changes', () => {
  test('lists what is uploaded and removed, step by step', async () => {
    await writeSmallSite(at('online'));
    await writeSmallSite(at('dist'), NEXT);
    const args = ['changes', at('online/api/files.json'), '--out', at('dist'), '--into', at('lists')];
    const { code, stdout, stderr } = await callboard(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('3 of 10 files to upload (1 assets, 0 other files, 2 pages), 1 to remove\n');
    expect(readdirSync(at('lists'))).toEqual(['1-assets.txt', '2-files.txt', '3-pages.txt', '4-removed.txt']);
    expect(list('1-assets.txt')).toEqual(['_astro/new.AbCdEfGh.js']);
    expect(list('2-files.txt')).toEqual([]);
    expect(list('3-pages.txt')).toEqual(['index.html', 'new/index.html']);
    expect(list('4-removed.txt')).toEqual(['docs/a/index.md']);
  });

  test('lists everything when nothing is online', async () => {
    await writeSmallSite(at('dist'));
    const { stdout } = await callboard(['changes', '--out', at('dist'), '--into', at('lists')]);
    expect(stdout).toBe('9 of 9 files to upload (2 assets, 4 other files, 3 pages), 0 to remove\n');
  });

  test.each([
    ['there is no site', () => ['--out', at('nothing')], 'Build a site first: npm run build'],
    ['what is online has no list', () => [at('none.json'), '--out', at('dist')], 'Without a list, everything counts as new.'],
    ['what is online is no list', () => [at('dist/index.html'), '--out', at('dist')], 'index.html is no list of the files of a site.'],
  ])('says so in a sentence when %s', async (_, args, says) => {
    await writeSmallSite(at('dist'));
    const { code, stdout, stderr } = await callboard(['changes', ...args(), '--into', at('lists')]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

const RCLONE = spawnSync('rclone', ['version']).status === 0;

describe.skipIf(!RCLONE)('the recipe for S3, into a folder', () => {
  function deploy() {
    const { status, stdout, stderr } = spawnSync('bash', ['deploy/s3-cloudfront/deploy.sh', at('bucket'), at('dist')], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return stdout;
  }

  test('uploads the whole site at first, then only what has changed, and removes what is gone', { timeout: 120_000 }, async () => {
    await writeSmallSite(at('dist'));
    deploy();
    expect(hashTree(at('bucket'))).toEqual(hashTree(at('dist')));
    for (const path of hashTree(at('bucket')).keys()) utimesSync(at(`bucket/${path}`), 1, 1);

    rmSync(at('dist'), { recursive: true });
    await writeSmallSite(at('dist'), NEXT);
    expect(deploy()).toContain('3 of 10 files to upload');
    expect(hashTree(at('bucket'))).toEqual(hashTree(at('dist')));
    const uploaded = [...hashTree(at('bucket')).keys()].filter((path) => statSync(at(`bucket/${path}`)).mtimeMs !== 1000);
    expect(uploaded).toEqual(['_astro/new.AbCdEfGh.js', 'api/files.json', 'index.html', 'new/index.html']);
  });

  test('repeats an upload that broke off', { timeout: 120_000 }, async () => {
    await writeSmallSite(at('dist'));
    cpSync(at('dist'), at('bucket'), { recursive: true });
    writeFileSync(at('bucket/index.html'), 'half of a page');
    rmSync(at('bucket/api/files.json'));
    deploy();
    expect(hashTree(at('bucket'))).toEqual(hashTree(at('dist')));
  });
});
