// Ids of sources: what may be one, and what is made of a name.
import { describe, expect, test } from 'vitest';
import { idFault, idFrom } from '../../src/config/source-id.ts';

describe('idFault(id)', () => {
  test.each(['payments', 'a', '1-platform__one.platform', 'x_'])('accepts %j', (id) => {
    expect(idFault(id)).toBeNull();
  });
  test.each(['', '.', '..', 'a..b', 'a/b', 'Payments', '-a', '_a', 'a.', 'ä', 'a b', 'radar', 'portal', 'a'.repeat(101)])(
    'refuses %j',
    (id) => {
      expect(idFault(id)).toMatchObject({ rule: 'config/invalid-id' });
    },
  );
});

describe('idFrom(name)', () => {
  test.each([
    ['Payments Team', 'payments-team'],
    ['Über.Café', 'uber.cafe'],
    ['..', 'source'],
    ['...x..y', 'x.y'],
    ['日本', 'source'],
    ['-_.a.-', 'a'],
    ['x'.repeat(300), 'x'.repeat(90)],
  ])('makes of %j %j, which is an id', (name, id) => {
    expect(idFrom(name)).toBe(id);
    expect(idFault(idFrom(name))).toBeNull();
  });
});
