import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/lib/yaml.ts';

const values = (text: string) => parseYaml(text).documents.map((document) => document.value);

describe('parseYaml(text)', () => {
  test.each([
    ['one document without a marker', 'a: 1\n', [{ a: 1 }]],
    ['several documents', 'a: 1\n---\nb: 2\n---\nc: 3', [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ['comments above the first marker', '# licence\n---\na: 1', [{ a: 1 }]],
    ['a directive above the first marker', '%YAML 1.2\n---\na: 1', [{ a: 1 }]],
    ['a document of comments only', 'a: 1\n---\n# nothing\n---\nb: 2', [{ a: 1 }, null, { b: 2 }]],
    ['an end marker', 'a: 1\n...\n---\nb: 2', [{ a: 1 }, null, { b: 2 }]],
    ['content behind the marker', '--- {a: 1}\n--- [b]\n', [{ a: 1 }, ['b']]],
    ['Windows line ends', 'a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
    ['dates, which stay text as in Backstage', 'a: 2026-01-01', [{ a: '2026-01-01' }]],
    ['an empty text', '', [null]],
  ])('reads %s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
    expect(parseYaml(text).errors).toEqual([]);
  });

  test('keeps the neighbours of a broken document and says where it breaks', () => {
    const { documents, errors } = parseYaml('a: 1\n---\nb: [1,\n---\nc: 3\n');
    expect(documents.map((document) => document.value)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(errors).toMatchObject([{ index: 1, line: 3 }]);
  });

  test.each([
    ['a duplicate key', 'a: 1\nb: 2\na: 3\n', 3],
    ['a tab as indentation', 'a:\n\tb: 1\n', 2],
    ['an unknown tag', 'a: !ENV X\n', 1],
    ['too many aliases', `a: &a [x]\nb: [${'*a, '.repeat(101)}]`, 2],
    ['nesting deeper than people write', '['.repeat(200), 1],
  ])('reports %s', (_, text, line) => {
    const { documents, errors } = parseYaml(text);
    expect(documents).toEqual([]);
    expect(errors).toMatchObject([{ line }]);
  });

  test('keeps values under unknown tags when asked to', () => {
    const text = 'a: !ENV [X, y]\nb: !!python/name:os.system\nc: !!python/object/apply:os.system {k: v}\n';
    expect(parseYaml(text, { anyTag: true }).documents[0]?.value).toEqual({ a: 'y', b: '', c: { k: 'v' } });
  });

  test('does not let a key change the prototype of anything', () => {
    const value = parseYaml('__proto__: {polluted: true}').documents[0]?.value as object;
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('document.locate(path)', () => {
  const text = 'kind: Component\nmetadata:\n  name: shop\n  tags: [a, "b"]\n  links:\n    - url: x\n      title: y\nspec:\n  owner:\n';
  const [document] = parseYaml(`# first\n---\nx: 1\n---\n${text}`).documents.slice(1);

  test.each([
    [['kind'], 5, 7],
    [['metadata', 'name'], 7, 9],
    [['metadata', 'tags', 1], 8, 13],
    [['metadata', 'links', 0, 'title'], 11, 14],
    [['metadata', 'links', 0], 10, 7],
    [['spec', 'owner'], 13, 3],
  ])('finds the value of %j', (path, line, column) => {
    expect(document?.locate(path)).toEqual({ line, column });
  });

  test('finds a key', () => {
    expect(document?.locate(['metadata', 'tags'], 'key')).toEqual({ line: 8, column: 3 });
  });

  test('gives the key of the nearest parent for a field that is not there, and the start of the document for none', () => {
    expect(document?.locate(['spec', 'system'])).toEqual({ line: 12, column: 1 });
    expect(document?.locate(['nothing', 'here'])).toEqual({ line: 5, column: 1 });
  });
});
