// Ids of sources.
import { describe, expect, test } from 'vitest';
import { assignIds } from '../../src/sources/ids.ts';

describe('assignIds(sources)', () => {
  test.each<[name: string, sources: [id: string | null, name: string][], wanted: string[]]>([
    [
      'names',
      [
        [null, 'Payments'],
        [null, 'org'],
      ],
      ['payments', 'org'],
    ],
    [
      'names in order where they are the same',
      [
        [null, 'a'],
        [null, 'A'],
        [null, 'a'],
      ],
      ['a', 'a-2', 'a-3'],
    ],
    [
      'numbers that are taken',
      [
        [null, 'a-2'],
        [null, 'a'],
        [null, 'a'],
      ],
      ['a-2', 'a', 'a-3'],
    ],
    [
      'configured ids first, wherever they stand',
      [
        [null, 'a'],
        ['a', 'x'],
        [null, 'a'],
      ],
      ['a-2', 'a', 'a-3'],
    ],
    [
      'no id that Callboard uses itself',
      [
        [null, 'radar'],
        [null, 'portal'],
      ],
      ['radar-2', 'portal-2'],
    ],
    [
      'something to names of which nothing can be used',
      [
        [null, '日本'],
        [null, '..'],
      ],
      ['source', 'source-2'],
    ],
  ])('gives %s', (_, sources, wanted) => {
    expect(assignIds(sources.map(([id, name]) => ({ id, name })))).toEqual(wanted);
  });

  test('is quick for many of one name', () => {
    const ids = assignIds(Array.from({ length: 20_000 }, () => ({ id: null, name: 'a' })));
    expect(new Set(ids).size).toBe(20_000);
  });
});
