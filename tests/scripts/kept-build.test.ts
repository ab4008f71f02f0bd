// The note of the last build: a site is left alone only when it is what would be built again.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readKeptBuild, writeKeptBuild } from '../../scripts/kept-build.ts';

let work: string;
let site: string;
let cache: string;
const REPORT = { problems: [{ rule: 'docs/broken-link', severity: 'warning', message: 'The link …' }], counts: '3 entities' } as const;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'kept-build-'));
  [site, cache] = [join(work, 'dist'), join(work, 'cache')];
  mkdirSync(join(site, 'docs'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<p>home</p>');
  writeFileSync(join(site, 'docs/index.html'), '<p>docs</p>');
  writeKeptBuild(cache, site, 'print', REPORT);
});
afterEach(() => rmSync(work, { recursive: true }));

describe('readKeptBuild(cache, folder, fingerprint)', () => {
  test('returns what the build said', () => {
    expect(readKeptBuild(cache, site, 'print')).toMatchObject(REPORT);
  });

  test.each([
    ['something else was built', () => readKeptBuild(cache, site, 'other')],
    ['another folder is asked for', () => readKeptBuild(cache, join(work, 'docs'), 'print')],
    ['the folder is gone', () => rmSync(site, { recursive: true })],
    ['a file is gone', () => rmSync(join(site, 'docs/index.html'))],
    ['a file is new', () => writeFileSync(join(site, 'docs/new.html'), '')],
    ['a file has another size', () => writeFileSync(join(site, 'index.html'), '<p>home!</p>')],
    ['a file was written again', () => utimesSync(join(site, 'index.html'), 1, 1)],
    ['the cache was deleted', () => rmSync(cache, { recursive: true })],
    ['the note is damaged', () => damage(join(cache, 'builds'))],
  ])('returns null when %s', (_, change) => {
    const read = change();
    expect(read === undefined ? readKeptBuild(cache, site, 'print') : read).toBeNull();
  });

  test('a cache that cannot be written keeps nothing', () => {
    writeFileSync(join(work, 'file'), '');
    writeKeptBuild(join(work, 'file'), site, 'print', REPORT);
    expect(readKeptBuild(join(work, 'file'), site, 'print')).toBeNull();
  });
});

function damage(folder: string): void {
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 50));
}
