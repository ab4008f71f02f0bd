import { describe, expect, test } from 'vitest';
import { compileGlob, isGlob, staticFolder } from '../../src/lib/glob.ts';

describe('compileGlob', () => {
  test.each([
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'b/a.yaml', false],
    ['**/*.yaml', 'a.yaml', true],
    ['**/*.yaml', 'b/c/a.yaml', true],
    ['services/*/catalog-info.yaml', 'services/a/catalog-info.yaml', true],
    ['services/*/catalog-info.yaml', 'services/a/b/catalog-info.yaml', false],
    ['services/**/x/*.yaml', 'services/a/x/b/x/c.yaml', true],
    ['services/**/x/*.yaml', 'services/a/x/b/c.yaml', false],
    ['a?c.yaml', 'abc.yaml', true],
    ['a?c.yaml', 'ac.yaml', false],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['**', 'a/b/c', true],
    ['*', '.hidden', false],
    ['.*', '.hidden', true],
    ['**/a.yaml', '.github/a.yaml', false],
    ['.github/**', '.github/a.yaml', true],
    ['[ab].yaml', 'a.yaml', false],
    ['{a,b}.yaml', 'a.yaml', false],
    ['*', 'ä', true],
  ])('%s against %s is %s', (glob, path, expected) => {
    expect(compileGlob(glob)(path)).toBe(expected);
  });

  test('takes no time for a glob that is made to take long', () => {
    const started = performance.now();
    expect(compileGlob(`${'*a'.repeat(100)}b`)('a'.repeat(250))).toBe(false);
    expect(compileGlob(`${'**/*a*a*a*a*a*b/'.repeat(40)}x`)(`${'a'.repeat(200)}/`.repeat(100))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('isGlob and staticFolder', () => {
  test.each([
    ['a/b.yaml', false, 'a'],
    ['a/*/b.yaml', true, 'a'],
    ['*.yaml', true, ''],
    ['a/b/c?.yaml', true, 'a/b'],
  ])('%s', (glob, expected, folder) => {
    expect(isGlob(glob)).toBe(expected);
    if (expected) expect(staticFolder(glob)).toBe(folder);
  });
});
