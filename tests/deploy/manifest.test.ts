// The list of files: what is written can be read again, and what others have written is not trusted.
import { describe, expect, test } from 'vitest';
import { parseManifest, renderManifest } from '../../src/deploy/manifest.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

describe('renderManifest(files)', () => {
  test('writes a line for each file, sorted', () => {
    const text = renderManifest(
      new Map([
        ['b/"x".html', B],
        ['a.html', A],
      ]),
    );
    expect(text).toBe(`{"files":{\n"a.html":"${A}",\n"b/\\"x\\".html":"${B}"\n}}\n`);
  });

  test.each([
    ['no file', []],
    ['names of numbers and of methods', ['2', '10', '__proto__', 'constructor', 'ü/ß.html']],
  ])('writes %s so that it can be read again', (_, names) => {
    const files = new Map(names.map((name) => [name, A]));
    const read = parseManifest(renderManifest(files));
    expect(new Map([...(read ?? [])].sort())).toEqual(new Map([...files].sort()));
  });
});

describe('parseManifest(text)', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '<!doctype html>'],
    ['null', 'null'],
    ['no files', '{}'],
    ['a list', '{"files":["a"]}'],
    ['a digest that is none', '{"files":{"a":"b"}}'],
    ['a digest that is no text', '{"files":{"a":1}}'],
    ['a path that leaves the site', `{"files":{"../a":"${A}"}}`],
    ['a path from the root', `{"files":{"/etc/passwd":"${A}"}}`],
    ['a path with a line break', `{"files":{"a\\nb":"${A}"}}`],
  ])('returns null for %s', (_, text) => {
    expect(parseManifest(text)).toBeNull();
  });
});
