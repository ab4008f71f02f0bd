import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/bench/random.ts';

const draw = (seed: string) => {
  const random = createRandom(seed);
  return Array.from({ length: 20 }, () => random.next());
};

describe('createRandom', () => {
  test('gives the same numbers for the same seed, and others for another', () => {
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a').filter((number) => draw('b').includes(number))).toEqual([]);
  });

  test('spreads numbers evenly over 0 to 1', () => {
    const random = createRandom('even');
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 10_000; index++) tenths[Math.floor(random.next() * 10)]! += 1;
    expect(Math.min(...tenths)).toBeGreaterThan(900);
    expect(Math.max(...tenths)).toBeLessThan(1100);
  });

  test('draws whole numbers between the bounds, both included', () => {
    const random = createRandom('int');
    expect(new Set(Array.from({ length: 200 }, () => random.int(3, 5)))).toEqual(new Set([3, 4, 5]));
  });

  test('gives a fork numbers of its own, whatever was drawn before', () => {
    const one = createRandom('x');
    const other = createRandom('x');
    other.next();
    expect(one.fork('part').next()).toBe(other.fork('part').next());
    expect(one.fork('part').next()).not.toBe(one.fork('other part').next());
  });

  test('draws by weight, never what weighs nothing', () => {
    const random = createRandom('weights');
    const drawn = Array.from({ length: 1000 }, () =>
      random.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(drawn).not.toContain('never');
    expect(drawn.filter((name) => name === 'often').length).toBeGreaterThan(650);
  });

  test('samples different items, at most all of them', () => {
    const items = [1, 2, 3, 4, 5];
    const random = createRandom('sample');
    expect(new Set(random.sample(items, 3)).size).toBe(3);
    expect(random.sample(items, 9).toSorted()).toEqual(items);
    expect(items).toEqual([1, 2, 3, 4, 5]);
  });

  test('throws when there is nothing to choose from', () => {
    expect(() => createRandom('none').pick([])).toThrow('nothing to choose');
  });
});
