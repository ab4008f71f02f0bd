import { describe, expect, test } from 'vitest';
import { extension, folderOf, isSafePath, resolveInside } from '../../src/lib/paths.ts';

describe('resolveInside(folder, relative)', () => {
  test.each([
    ['', 'a.md', 'a.md'],
    ['docs', './a.md', 'docs/a.md'],
    ['docs/guide', '../img/a.png', 'docs/img/a.png'],
    ['docs', '.', 'docs'],
    ['', '.', ''],
    ['docs', '..', ''],
  ])('%j and %j give %j', (folder, relative, expected) => {
    expect(resolveInside(folder, relative)).toBe(expected);
  });

  test.each([
    ['', '..'],
    ['docs', '../../etc/passwd'],
    ['docs', '/etc/passwd'],
    ['docs', 'C:/x'],
    ['docs', '..\\x'],
    ['docs', 'a\0b'],
  ])('%j and %j lead outside', (folder, relative) => {
    expect(resolveInside(folder, relative)).toBeNull();
  });
});

describe('isSafePath(path)', () => {
  test.each(['a', 'a/b.md', '-x', 'con', 'a b/ü.md', '.github/workflows/ci.yml', '.gitignore', 'git~x'])('lets %j pass', (path) => {
    expect(isSafePath(path)).toBe(true);
  });

  test.each([
    '',
    '/a',
    'a//b',
    '../a',
    'a/./b',
    '.git/config',
    '.GIT/config',
    'a/.Git/hooks/x',
    '.git.',
    '.git ',
    'GIT~1/config',
    '.g\u200cit/config',
    '.git::$INDEX_ALLOCATION/x',
    'a\nb',
    'a\\b',
    'C:/x',
    'x'.repeat(256),
  ])('stops %j', (path) => {
    expect(isSafePath(path)).toBe(false);
  });
});

test('folderOf and extension take paths apart', () => {
  expect([folderOf('docs/a.md'), folderOf('a.md')]).toEqual(['docs', '']);
  expect([extension('a/B.PNG'), extension('.env'), extension('Makefile')]).toEqual(['.png', '', '']);
});
