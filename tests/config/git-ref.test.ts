// Refs: what git allows as the name of a branch or tag.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { isCommitHash, normalizeRef, refFault } from '../../src/config/git-ref.ts';

const REFS = [
  'main',
  'feature/new-thing',
  'v1.0',
  'release-1.x',
  'a@b',
  'ä/ö',
  '{x}',
  'x{@}',
  '@x',
  'a.b.c',
  'a.lockx',
  '',
  '.x',
  'a/.b',
  'a..b',
  'a.lock',
  'a.lock/b',
  'a b',
  'a\tb',
  'a\u007fb',
  'a~1',
  'a^',
  'a:b',
  'a?',
  'a*',
  'a[',
  'a\\b',
  '/a',
  'a/',
  'a//b',
  'a.',
  '@{0}',
  'a@{1}',
];

describe('refFault(ref)', () => {
  test.each(REFS)('says the same of %j as git check-ref-format', (ref) => {
    let allowed = true;
    try {
      execFileSync('git', ['check-ref-format', `refs/heads/${ref}`], { stdio: 'ignore' });
    } catch {
      allowed = false;
    }
    expect(refFault(ref) === null).toBe(allowed);
  });

  test.each(['--all', '-x', '--upload-pack=touch /tmp/x', '@', 'a'.repeat(300), 'a\0b'])('refuses %j', (ref) => {
    expect(refFault(ref)).toMatchObject({ rule: 'config/invalid-ref' });
  });
});

describe('isCommitHash(ref)', () => {
  test.each([
    ['a'.repeat(40), true],
    ['a'.repeat(64), true],
    ['a'.repeat(39), false],
    ['g'.repeat(40), false],
    [`${'a'.repeat(40)}\n`, false],
  ])('of %j is %s', (ref, answer) => {
    expect(isCommitHash(ref)).toBe(answer);
  });
});

describe('normalizeRef(ref)', () => {
  test('writes a full hash in lower case and leaves names alone', () => {
    expect([normalizeRef('ABCDEF1234'.repeat(4)), normalizeRef('Main')]).toEqual(['abcdef1234'.repeat(4), 'Main']);
  });
});
