// A finished site: its list of files, compressed copies, headers, and the times of what has not changed.
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishSite } from '../../src/deploy/finish-site-fs.ts';
import { parseManifest } from '../../src/deploy/manifest.ts';
import { hashTree } from '../support/callboard.ts';

let work: string;
const at = (path: string) => join(work, path);
beforeEach(() => void (work = mkdtempSync(join(tmpdir(), 'finish-site-'))));
afterEach(() => rmSync(work, { recursive: true }));

const LONG = '<p>The harbour master writes down what comes in.</p>\n'.repeat(40);
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'index.html': LONG,
  'docs/a/index.html': `${LONG}a`,
  'tiny.txt': 'a',
  '_astro/page.D3RuDPIC.css': 'a { color: red }\n'.repeat(40),
  'docs/a/picture.png': createHash('sha256').update('noise').digest(),
  'docs/a/zeros.png': new Uint8Array(4000),
};

function makeSite(name: string, files = FILES): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(at(`${name}/${path}`)), { recursive: true });
    writeFileSync(at(`${name}/${path}`), content);
  }
  return at(name);
}

function finish(folder: string, options: Partial<Parameters<typeof finishSite>[1]> = {}, threads?: number): Promise<void> {
  return finishSite(folder, { base: '/', compress: false, headers: false, before: at('none'), store: undefined, ...options }, threads);
}

const manifest = (folder: string) => parseManifest(readFileSync(join(folder, 'api/files.json'), 'utf8')) ?? new Map<string, string>();

describe('finishSite(folder, options)', () => {
  test('a file that was taken over from the site before has the digest that this one lists, and its copies', async () => {
    const before = makeSite('before');
    await finish(before);
    const site = makeSite('site', { 'tiny.txt': 'b' });
    linkSync(join(before, 'index.html'), join(site, 'index.html'));
    await finish(site, { before, compress: true });
    expect(manifest(site).get('index.html')).toBe(manifest(before).get('index.html'));
    expect(gunzipSync(readFileSync(join(site, 'index.html.gz'))).toString()).toBe(LONG);
    expect(statSync(join(site, 'index.html')).mtimeMs).toBe(statSync(join(before, 'index.html')).mtimeMs);
    expect(manifest(site).get('tiny.txt')).not.toBe(manifest(before).get('tiny.txt'));
  });

  test.each([
    { what: 'as it is', options: {} },
    { what: 'with copies and headers', options: { compress: true, headers: true } },
  ])('lists all files of a site $what with their digests, but not the list', async ({ options }) => {
    const site = makeSite('site');
    await finish(site, options);
    const wanted = new Map([...hashTree(site)].filter(([path]) => path !== 'api/files.json'));
    expect([...manifest(site)]).toEqual([...wanted].sort(([a], [b]) => (a < b ? -1 : 1)));
  });

  test('writes copies of text beside it, where they are smaller, and nothing else', async () => {
    const site = makeSite('site');
    await finish(site, { compress: true });
    expect(
      readdirSync(site, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:br|gz)$/.test(name))
        .sort(),
    ).toEqual(['_astro/page.D3RuDPIC.css', 'docs/a/index.html', 'index.html'].flatMap((path) => [`${path}.br`, `${path}.gz`]));
    expect(brotliDecompressSync(readFileSync(join(site, 'index.html.br'))).toString()).toBe(LONG);
    expect(gunzipSync(readFileSync(join(site, 'index.html.gz'))).toString()).toBe(LONG);
  });

  test('writes the file of headers only when it is wanted', async () => {
    const site = makeSite('site');
    await finish(site, {});
    expect(existsSync(join(site, '_headers'))).toBe(false);
    await finish(site, { headers: true, base: '/portal/' });
    expect(readFileSync(join(site, '_headers'), 'utf8')).toContain('/portal/_astro/*');
  });

  test('takes kept copies, and gives the same bytes as without', async () => {
    const [first, second, fresh] = [makeSite('first'), makeSite('second'), makeSite('fresh')];
    const store = at('store');
    await finish(first, { compress: true, store });
    // Whether a copy was taken can be seen when it is another one.
    for (const name of readdirSync(store)) utimesSync(join(store, name), 1, 1);
    await finish(second, { compress: true, store });
    await finish(fresh, { compress: true });
    expect(readdirSync(store).map((name) => statSync(join(store, name)).mtimeMs)).toEqual(readdirSync(store).map(() => 1000));
    expect(hashTree(second)).toEqual(hashTree(first));
    expect(hashTree(fresh)).toEqual(hashTree(first));
  });

  test('keeps copies as they are when a site is finished a second time with other files', async () => {
    const [site, store] = [makeSite('site'), at('store')];
    await finish(site, { compress: true, store });
    writeFileSync(join(site, 'index.html'), `${LONG}changed`);
    await finish(site, { compress: true, store });
    const again = makeSite('again');
    await finish(again, { compress: true, store });
    expect(gunzipSync(readFileSync(join(site, 'index.html.gz'))).toString()).toBe(`${LONG}changed`);
    expect(gunzipSync(readFileSync(join(again, 'index.html.gz'))).toString()).toBe(LONG);
  });

  test('forgets copies of files that are not there any more', async () => {
    const store = at('store');
    await finish(makeSite('first'), { compress: true, store });
    const before = readdirSync(store).length;
    await finish(makeSite('second', { 'index.html': LONG }), { compress: true, store });
    expect(readdirSync(store).length).toBe(2);
    expect(before).toBeGreaterThan(2);
  });

  test('works without a folder that can be written', async () => {
    writeFileSync(at('file'), '');
    const site = makeSite('site');
    await finish(site, { compress: true, store: at('file') });
    expect(existsSync(join(site, 'index.html.br'))).toBe(true);
  });

  test('leaves their time to files that are what they were, and to their copies', async () => {
    const before = makeSite('before');
    await finish(before, { compress: true });
    for (const path of hashTree(before).keys()) utimesSync(join(before, path), 1000, 1000);
    writeFileSync(join(before, 'tiny.txt'), 'touched by hand');
    const next = makeSite('next', { ...FILES, 'docs/a/index.html': `${LONG}b` });
    await finish(next, { compress: true, before });
    const kept = [...hashTree(next).keys()].filter((path) => statSync(join(next, path)).mtimeMs === 1_000_000);
    expect(kept).toEqual(
      [
        '_astro/page.D3RuDPIC.css',
        '_astro/page.D3RuDPIC.css.br',
        '_astro/page.D3RuDPIC.css.gz',
        'docs/a/picture.png',
        'docs/a/zeros.png',
      ].concat(['index.html', 'index.html.br', 'index.html.gz']),
    );
  });

  test('gives the same with threads', async () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, number) => [`page-${number}/index.html`, LONG + number]));
    const [one, two] = [makeSite('one', many), makeSite('two', many)];
    await finish(one, { compress: true }, 1);
    await finish(two, { compress: true }, 2);
    expect(hashTree(two)).toEqual(hashTree(one));
    expect(manifest(two).size).toBe(1800);
  });
});
