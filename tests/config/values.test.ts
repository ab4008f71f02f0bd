// Single values of portal.yaml.
import { describe, expect, test } from 'vitest';
import {
  baseFault,
  insideFault,
  isGlob,
  localPathFault,
  normalizeBase,
  normalizeInside,
  normalizeSite,
  siteFault,
} from '../../src/config/values.ts';

describe('normalizeBase(base)', () => {
  test.each([
    ['/', '/'],
    ['', '/'],
    ['portal', '/portal/'],
    ['/portal', '/portal/'],
    ['portal/', '/portal/'],
    ['/a/b-c/', '/a/b-c/'],
  ])('makes of %j %j', (base, wanted) => {
    expect(normalizeBase(base)).toBe(wanted);
    expect(baseFault(base)).toBeNull();
  });
  test.each(['https://acme.example/portal', '/a//b/', '/../', '/a/./b', '/a b/', '/a?x', '/a#x', '/<x>/', '/a\nb/'])(
    'refuses %j',
    (base) => {
      expect(normalizeBase(base)).toBeNull();
      expect(baseFault(base)).toMatchObject({ rule: 'config/invalid-base' });
    },
  );
});

describe('siteFault(site)', () => {
  test.each(['https://portal.acme.example', 'https://portal.acme.example/', 'http://localhost:4321'])('accepts %j', (site) => {
    expect(siteFault(site)).toBeNull();
    expect(normalizeSite(site)).not.toMatch(/\/$/);
  });
  test.each(['portal.acme.example', 'javascript:alert(1)', 'ftp://acme.example', 'https://', 'https://a:b@acme.example', ''])(
    'refuses %j',
    (site) => {
      expect(siteFault(site)).toMatchObject({ rule: 'config/invalid-site' });
    },
  );
  test('says how to split an address with a path', () => {
    expect(siteFault('https://acme.example/portal')).toMatchObject({ hint: 'Write "site: https://acme.example" and "base: /portal/".' });
  });
});

describe('insideFault(path)', () => {
  test.each(['catalog-info.yaml', 'services/*/catalog-info.yaml', './docs/', '.', 'a/../b'])('accepts %j', (path) => {
    expect(insideFault(path)).toBeNull();
  });
  test.each(['/etc/passwd', '../x', 'a/../../x', 'C:/x', 'a\\b', '', ' ', 'a\0b'])('refuses %j', (path) => {
    expect(insideFault(path)).toMatchObject({ rule: 'config/invalid-path' });
  });
});

describe('other values', () => {
  test('a path beside the configuration may lead out of its folder', () => {
    expect([localPathFault('../shared'), localPathFault('/srv/x'), localPathFault('a\nb')?.rule]).toEqual([
      null,
      null,
      'config/invalid-path',
    ]);
  });
  test('a path inside a source is tidied', () => {
    expect([normalizeInside('.'), normalizeInside('./docs/'), normalizeInside('a/b')]).toEqual(['', 'docs', 'a/b']);
  });
  test('a glob is told by its characters', () => {
    expect(['example/*', '{a,b}', 'a?', '[ab]', 'org'].map(isGlob)).toEqual([true, true, true, true, false]);
  });
});
