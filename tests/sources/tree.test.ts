// The listing of a commit and the choice of files.
import { describe, expect, test } from 'vitest';
import { type TreeEntry, filesThatFit, parseTree, safeFiles, summarize } from '../../src/sources/tree.ts';
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
  retries: 0,
  retrySeconds: 0,
};
const OID = 'a'.repeat(40);

function entry(path: string, mode = '100644'): TreeEntry {
  return { mode, oid: OID, path, shown: path };
}

function line(path: string): string {
  return `100644 blob ${OID}\t${path}\0`;
}

describe('parseTree(output, most)', () => {
  test('reads entries with any character but NUL in their path', () => {
    const output = Buffer.from(`${line('a b\tc\nd.md')}160000 commit ${OID}\tmodule\0`);
    expect(parseTree(output, 10)).toEqual({
      entries: [
        { mode: '100644', oid: OID, path: 'a b\tc\nd.md', shown: 'a b\\u0009c\\u000ad.md' },
        { mode: '160000', oid: OID, path: 'module', shown: 'module' },
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
    const output = Buffer.concat([Buffer.from(`100644 blob ${OID}\ta`), Buffer.from([0xff, 0])]);
    expect(parseTree(output, 10).entries).toMatchObject([{ path: null, shown: 'a\ufffd' }]);
  });

  test('of nothing is nothing', () => {
    expect(parseTree(Buffer.alloc(0), 10)).toEqual({ entries: [], complete: true });
  });
});

describe('safeFiles(entries, complete)', () => {
  test.each<[name: string, entries: TreeEntry[], kept: string[], skipped: string[]]>([
    ['folders that are shared', [entry('d/a'), entry('d/b')], ['d/a', 'd/b'], []],
    ['a folder in other case', [entry('D/a'), entry('d/b')], ['D/a'], ['source/name-clash d/b']],
    ['letters that fold to more than one', [entry('straße'), entry('STRASSE')], ['straße'], ['source/name-clash STRASSE']],
    ['a file where a folder is', [entry('d/a'), entry('d')], ['d/a'], ['source/name-clash d']],
    ['a folder where a file is', [entry('d'), entry('D/a')], ['d'], ['source/name-clash D/a']],
    ['the same path twice', [entry('a'), entry('a')], ['a'], ['source/name-clash a']],
    ['a clash, after which its own folder is free', [entry('a'), entry('A/b/c'), entry('b')], ['a', 'b'], ['source/name-clash A/b/c']],
    ['a file that is executable', [entry('a', '100755')], ['a'], []],
    ['a link', [entry('a', '120000')], [], ['source/link a']],
    ['a mode of no kind', [entry('a', '0')], [], ['source/link a']],
    [
      'a path that is too long',
      [entry(`${'a/'.repeat(20)}${'é'.repeat(120)}/${'é'.repeat(120)}/${'é'.repeat(120)}/${'é'.repeat(120)}/é`)],
      [],
      ['source/unsafe-name *'],
    ],
  ])('knows %s', (_, entries, kept, skipped) => {
    const plan = safeFiles(entries, true);
    expect(plan.files.map(({ path }) => path)).toEqual(kept);
    expect(plan.skipped.map(({ rule, path }) => `${rule} ${path.length > 100 ? '*' : path}`)).toEqual(skipped);
  });

  test('says that the listing was cut off', () => {
    expect(safeFiles([entry('a')], false)).toMatchObject({
      files: [{ path: 'a' }],
      skipped: [{ rule: 'source/cut-off', path: 'a' }],
    });
  });
});

describe('filesThatFit(files, limits, taken)', () => {
  const file = (path: string, size: number) => ({ path, oid: OID, size });
  const fit = (sizes: readonly number[], limits: Partial<Limits>, taken = { files: 0, bytes: 0 }) => {
    const { files, skipped } = filesThatFit(
      sizes.map((size, index) => file(`f${index}`, size)),
      { ...LIMITS, ...limits },
      taken,
    );
    return [files.map(({ path }) => path), skipped.map(({ rule, path }) => `${rule} ${path}`)];
  };

  test('keeps what fits into the bytes', () => {
    expect(fit([60, 60, 40], { bytes: 100 })).toEqual([['f0', 'f2'], ['source/cut-off f1']]);
  });

  test('counts what was taken before', () => {
    expect(fit([30, 30], { bytes: 100 }, { files: 1, bytes: 60 })).toEqual([['f0'], ['source/cut-off f1']]);
    expect(fit([1, 1], { files: 3 }, { files: 2, bytes: 2 })).toEqual([['f0'], ['source/cut-off f1']]);
  });

  test('leaves out a file that is too large by itself', () => {
    expect(fit([101, 1], {})).toEqual([['f1'], ['source/file-too-large f0']]);
  });
});

describe('summarize(skipped)', () => {
  test('names twenty files of each rule, and counts all', () => {
    const { skipped } = safeFiles(
      Array.from({ length: 500 }, (_, index) => entry(`l${index}`, '120000')),
      true,
    );
    const summary = summarize(skipped);
    expect(summary.skipped).toHaveLength(20);
    expect(summary.counts).toEqual({ 'source/link': 500 });
  });
});
