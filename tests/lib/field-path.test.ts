// Paths to fields: what is one, and what stands there.
import { describe, expect, test } from 'vitest';
import { parseFieldPath, valueAtPath } from '../../src/lib/field-path.ts';

describe('parseFieldPath(path)', () => {
  test.each<[string, string[] | null]>([
    ['kind', ['kind']],
    ['spec.type', ['spec', 'type']],
    ["metadata.annotations['acme.example/tier']", ['metadata', 'annotations', 'acme.example/tier']],
    ['metadata.labels["a b"].c', ['metadata', 'labels', 'a b', 'c']],
    ['metadata.links[0].url', ['metadata', 'links', '0', 'url']],
    ['', null],
    ['.', null],
    ['a..b', null],
    ['a.', null],
    ['a b', null],
    ["a['b", null],
    ['metadata.annotations.acme.example/tier', null],
    ['a.'.repeat(20) + 'a', null],
    ['a'.repeat(400), null],
  ])('%j gives %j', (path, parts) => {
    expect(parseFieldPath(path)).toEqual(parts);
  });
});

describe('valueAtPath(data, parts)', () => {
  const data = { spec: { type: 'service', targets: ['a', 'b'] }, links: [{ url: 'x' }, { title: 'no url' }, { url: 'y' }], none: null };
  test.each<[string[], unknown]>([
    [['spec', 'type'], 'service'],
    [
      ['spec', 'targets'],
      ['a', 'b'],
    ],
    [['spec', 'targets', '1'], 'b'],
    [
      ['links', 'url'],
      ['x', 'y'],
    ],
    [['links', 'nothing'], undefined],
    [['none', 'x'], undefined],
    [['constructor'], undefined],
    [['spec', '__proto__'], undefined],
    [['spec', 'type', 'length'], undefined],
  ])('%j is %j', (parts, expected) => {
    expect(valueAtPath(data, parts)).toEqual(expected);
  });
});
