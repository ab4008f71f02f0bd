import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type KeptPages, readKeptPages, writeKeptPages } from '../../src/render/kept-pages-fs.ts';

let work: string;
const note = () => join(work, 'cache/rendered/pages');
const site = () => join(work, 'site');
const PAGES = ['a.html', 'b.html', 'c.html', 'd.html'];
const KEPT: KeptPages = {
  key: 'key',
  names: ['entity a', 'entity b'],
  digests: ['1', '2'],
  pages: new Map(PAGES.map((path, index) => [path, { facts: Uint32Array.of(index % 2), props: '{}' }])),
};

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'kept-pages-'));
  mkdirSync(site());
  for (const path of PAGES) writeFileSync(join(site(), path), path);
});
afterEach(() => rmSync(work, { recursive: true }));

describe('readKeptPages(file, site, key)', () => {
  test('reads what was written', () => {
    writeKeptPages(note(), site(), KEPT);
    expect(readKeptPages(note(), site(), 'key')).toMatchObject(KEPT);
  });

  test('leaves out pages that somebody has changed, touched, removed or exchanged for a link', () => {
    writeKeptPages(note(), site(), KEPT);
    writeFileSync(join(site(), 'a.html'), 'something else');
    utimesSync(join(site(), 'b.html'), 1, 1);
    rmSync(join(site(), 'c.html'));
    expect([...(readKeptPages(note(), site(), 'key')?.pages.keys() ?? [])]).toEqual(['d.html']);
    writeFileSync(join(work, 'other.html'), 'd.html');
    rmSync(join(site(), 'd.html'));
    symlinkSync(join(work, 'other.html'), join(site(), 'd.html'));
    expect(readKeptPages(note(), site(), 'key')?.pages.size).toBe(0);
  });

  test('leaves out an address that gave no file, in this site and in one that is not there', () => {
    rmSync(join(site(), 'a.html'));
    writeKeptPages(note(), site(), KEPT);
    expect([...(readKeptPages(note(), site(), 'key')?.pages.keys() ?? [])]).toEqual(['b.html', 'c.html', 'd.html']);
    expect(readKeptPages(note(), join(work, 'another'), 'key')?.pages.size).toBe(0);
  });

  test.each([
    ['another key', () => writeKeptPages(note(), site(), { ...KEPT, key: 'another' })],
    ['no file', () => undefined],
    ['a file that is none', () => writeFileSync(join(work, 'cache'), 'text')],
  ])('returns null for %s', (_, prepare) => {
    prepare();
    expect(readKeptPages(note(), site(), 'key')).toBeNull();
  });

  test('a disk that cannot be written costs nothing but the note', () => {
    writeFileSync(join(work, 'cache'), 'in the way');
    expect(() => writeKeptPages(note(), site(), KEPT)).not.toThrow();
  });
});
