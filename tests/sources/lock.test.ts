// The text of the lock file.
import { describe, expect, test } from 'vitest';
import { buildLock, lockText, parseLock } from '../../src/sources/lock.ts';
import { memoryFiles } from '../../src/lib/files.ts';
import type { LockEntry } from '../../src/sources/types.ts';

const ENTRY: LockEntry = { url: 'https://git.acme.example/a', ref: null, commit: 'a'.repeat(40), committedAt: '2025-01-02T03:04:05.000Z' };

describe('lockText(lock)', () => {
  test('is sorted by id, whatever the order, and reads back', () => {
    const text = lockText(
      new Map([
        ['b', ENTRY],
        ['a', { ...ENTRY, ref: 'main' }],
      ]),
    );
    expect(text).toBe(
      lockText(
        new Map([
          ['a', { ...ENTRY, ref: 'main' }],
          ['b', ENTRY],
        ]),
      ),
    );
    expect(text).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "sources": {
          "a": {
            "url": "https://git.acme.example/a",
            "ref": "main",
            "commit": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "committedAt": "2025-01-02T03:04:05.000Z"
          },
          "b": {
            "url": "https://git.acme.example/a",
            "ref": null,
            "commit": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "committedAt": "2025-01-02T03:04:05.000Z"
          }
        }
      }
      "
    `);
    expect(parseLock(text)).toEqual(
      new Map([
        ['a', { ...ENTRY, ref: 'main' }],
        ['b', ENTRY],
      ]),
    );
  });
});

describe('buildLock(snapshots, failed, before, foundBy)', () => {
  test('names the entry that found a repository, which a lock of earlier times does not', () => {
    const source = {
      id: 'a',
      origin: { type: 'git', ...ENTRY },
      root: '',
      files: memoryFiles({}),
      catalog: [],
      docs: null,
      stale: null,
    } as const;
    const lock = buildLock(
      [source, { ...source, id: 'b' }].map((snapshot) => ({ snapshot, digest: null })),
      [],
      new Map(),
      new Map([['b', 'github:acme']]),
    );
    expect(parseLock(lockText(lock))).toEqual(
      new Map([
        ['a', ENTRY],
        ['b', { ...ENTRY, from: 'github:acme' }],
      ]),
    );
  });
});

describe('parseLock(text)', () => {
  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"version": 2, "sources": {}}',
    '<<<<<<< HEAD',
    JSON.stringify({ version: 1, sources: { a: { ...ENTRY, commit: '--all' } } }),
    JSON.stringify({ version: 1, sources: { a: { ...ENTRY, committedAt: 'today' } } }),
    JSON.stringify({ version: 1, sources: { a: { ...ENTRY, url: 1 } } }),
  ])('refuses %j', (text) => {
    expect(parseLock(text)).toBeNull();
  });
  test('takes an id of any name for an id', () => {
    expect(parseLock(`{"version":1,"sources":{"__proto__":${JSON.stringify(ENTRY)}}}`)?.get('a')).toBeUndefined();
  });
});
