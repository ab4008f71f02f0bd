import { describe, expect, test } from 'vitest';
import { createReads } from '../../../src/portal/facts/reads.ts';

describe('createReads()', () => {
  test('the same name has the same number, and the number leads back to it', () => {
    const reads = createReads();
    const [a, b] = [reads.number('entity a'), reads.number('entity b')];
    expect(reads.number('entity a')).toBe(a);
    expect(a).not.toBe(b);
    expect([reads.name(a), reads.name(b), reads.size()]).toEqual(['entity a', 'entity b', 2]);
  });

  test('each fact is told once, however often it was read', () => {
    const reads = createReads();
    const { value, facts } = reads.during(() => {
      for (const name of ['x', 'y', 'x', 'x', 'y']) reads.note(reads.number(name));
      return 'done';
    });
    expect(value).toBe('done');
    expect(facts.map(reads.name).toSorted()).toEqual(['x', 'y']);
  });

  test('what is read inside belongs to what is outside as well, and what was read before to neither', () => {
    const reads = createReads();
    reads.note(reads.number('before'));
    let inner: readonly number[] = [];
    const outer = reads.during(() => {
      reads.note(reads.number('outer'));
      inner = reads.during(() => reads.note(reads.number('inner'))).facts;
      reads.note(reads.number('after'));
    });
    expect(inner.map(reads.name)).toEqual(['inner']);
    expect(outer.facts.map(reads.name).toSorted()).toEqual(['after', 'inner', 'outer']);
  });

  test('after a failure, what is outside goes on and has read the same', async () => {
    const reads = createReads();
    const { facts } = await reads.whileAsync(async () => {
      const failing = () =>
        reads.during(() => {
          reads.note(reads.number('read'));
          throw new Error('no');
        });
      expect(failing).toThrow('no');
      await expect(reads.whileAsync(() => Promise.reject(new Error('later')))).rejects.toThrow('later');
      reads.note(reads.number('more'));
    });
    expect(facts.map(reads.name).toSorted()).toEqual(['more', 'read']);
  });
});
