import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFree, readExtent, writeFiles } from '../../../scripts/bench/files-fs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callboard-bench-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FILES = [
  { path: 'index.html', text: '<p>Grüße' },
  { path: 'docs/a/index.html', text: '12345' },
  { path: 'docs/a/flow.svg', text: '123' },
];

describe('writeFiles', () => {
  test('writes all files and says how much that was', () => {
    expect(writeFiles(folder, FILES)).toEqual({ files: 3, bytes: 18 });
    expect(readFileSync(join(folder, 'docs/a/flow.svg'), 'utf8')).toBe('123');
  });
});

describe('isFree', () => {
  test('is true for an empty folder and for none, false for one with something in it', () => {
    expect([isFree(folder), isFree(join(folder, 'none'))]).toEqual([true, true]);
    mkdirSync(join(folder, 'sub'));
    expect(isFree(folder)).toBe(false);
  });
});

describe('readExtent', () => {
  test('counts files, bytes and pages, folder by folder', () => {
    writeFiles(folder, FILES);
    expect(readExtent(folder)).toEqual({
      files: 3,
      bytes: 18,
      pages: 2,
      folders: new Map([
        ['', { files: 1, bytes: 10 }],
        ['docs', { files: 2, bytes: 8 }],
      ]),
    });
  });
});
