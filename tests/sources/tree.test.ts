// The listing of a commit and the choice of files.
import { describe, expect, test } from 'vitest';
import { type TreeEntry, parseTree, planFiles } from '../../src/sources/tree.ts';
import type { Limits } from '../../src/sources/types.ts';

const LIMITS: Limits = {
  fileBytes: 100,
  files: 1000,
  bytes: 1000,
  askSeconds: 1,
  fetchSeconds: 1,
  listSeconds: 1,
  waitSeconds: 1,
  readSeconds: 1,
};
const OID = 'a'.repeat(40);

function entry(path: string, size = 1, mode = '100644'): TreeEntry {
  return { mode, oid: OID, size, path, shown: path };
}

function line(path: string): string {
  return `100644 blob ${OID}      12\t${path}\0`;
}

describe('parseTree(output, most)', () => {
  test('reads entries with any character but NUL in their path', () => {
    const output = Buffer.from(`${line('a b\tc\nd.md')}160000 commit ${OID}       -\tmodule\0`);
    expect(parseTree(output, 10)).toEqual({
      entries: [
        { mode: '100644', oid: OID, size: 12, path: 'a b\tc\nd.md', shown: 'a b\\u0009c\\u000ad.md' },
        { mode: '160000', oid: OID, size: 0, path: 'module', shown: 'module' },
      ],
      complete: true,
    });
  });

  test('drops an entry that was cut off, and says so', () => {
    const { entries, complete } = parseTree(Buffer.from(line('a') + line('bcd').slice(0, -2)), 10);
    expect([entries.map(({ path }) => path), complete]).toEqual([['a'], false]);
  });

  test('stops at the most entries', () => {
    const { entries, complete } = parseTree(Buffer.from(line('a') + line('b')), 1);
    expect([entries.map(({ path }) => path), complete]).toEqual([['a'], false]);
  });

  test('knows no path where the bytes are no UTF-8', () => {
    const output = Buffer.concat([Buffer.from(`100644 blob ${OID} 1\ta`), Buffer.from([0xff, 0])]);
    expect(parseTree(output, 10).entries).toMatchObject([{ path: null, shown: 'a\ufffd' }]);
  });

  test('of nothing is nothing', () => {
    expect(parseTree(Buffer.alloc(0), 10)).toEqual({ entries: [], complete: true });
  });
});

describe('planFiles(entries, limits, complete)', () => {
  test.each<[name: string, entries: TreeEntry[], kept: string[], skipped: string[]]>([
    ['folders that are shared', [entry('d/a'), entry('d/b')], ['d/a', 'd/b'], []],
    ['a folder in other case', [entry('D/a'), entry('d/b')], ['D/a'], ['source/name-clash d/b']],
    ['letters that fold to more than one', [entry('straße'), entry('STRASSE')], ['straße'], ['source/name-clash STRASSE']],
    ['a file where a folder is', [entry('d/a'), entry('d')], ['d/a'], ['source/name-clash d']],
    ['a folder where a file is', [entry('d'), entry('D/a')], ['d'], ['source/name-clash D/a']],
    ['the same path twice', [entry('a'), entry('a')], ['a'], ['source/name-clash a']],
    ['a clash, after which its own folder is free', [entry('a'), entry('A/b/c'), entry('b')], ['a', 'b'], ['source/name-clash A/b/c']],
    ['a file that is executable', [entry('a', 1, '100755')], ['a'], []],
    ['a link', [entry('a', 1, '120000')], [], ['source/link a']],
    ['a mode of no kind', [entry('a', 1, '0')], [], ['source/link a']],
    ['a large file', [entry('a', 101)], [], ['source/file-too-large a']],
    [
      'a path that is too long',
      [entry(`${'a/'.repeat(20)}${'é'.repeat(120)}/${'é'.repeat(120)}/${'é'.repeat(120)}/${'é'.repeat(120)}/é`)],
      [],
      ['source/unsafe-name *'],
    ],
  ])('knows %s', (_, entries, kept, skipped) => {
    const plan = planFiles(entries, LIMITS, true);
    expect(plan.files.map(({ path }) => path)).toEqual(kept);
    expect(plan.skipped.map(({ rule, path }) => `${rule} ${path.length > 100 ? '*' : path}`)).toEqual(skipped);
  });

  test('keeps what fits into the bytes, and counts what it keeps', () => {
    const plan = planFiles([entry('a', 60), entry('b', 60), entry('c', 40)], { ...LIMITS, bytes: 100 }, true);
    expect(plan).toMatchObject({ files: [{ path: 'a' }, { path: 'c' }], bytes: 100, counts: { 'source/cut-off': 1 } });
  });

  test('names twenty files of each rule, and counts all', () => {
    const plan = planFiles(
      Array.from({ length: 500 }, (_, index) => entry(`l${index}`, 1, '120000')),
      LIMITS,
      true,
    );
    expect(plan.skipped).toHaveLength(20);
    expect(plan.counts).toEqual({ 'source/link': 500 });
  });

  test('says that the listing was cut off', () => {
    expect(planFiles([entry('a')], LIMITS, false)).toMatchObject({
      files: [{ path: 'a' }],
      skipped: [{ rule: 'source/cut-off', path: 'a' }],
    });
  });
});
