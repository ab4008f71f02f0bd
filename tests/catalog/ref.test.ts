import { describe, expect, test } from 'vitest';
import { humanizeRef, normalizeRef, parseRef, stringifyRef, tryParseRef } from '../../src/catalog/ref.ts';

describe('parseRef', () => {
  const defaults = { defaultKind: 'k', defaultNamespace: 'd' };
  test.each([
    ['a', 'k:d/a'],
    ['b:c', 'b:d/c'],
    ['b:n/c', 'b:n/c'],
    ['n/c', 'k:n/c'],
    ['n/c:d', 'k:n/c:d'],
    ['a:b/c/d', 'a:b/c/d'],
    ['a:b:c', 'a:d/b:c'],
    ['Component:Default/Ledger', 'component:default/ledger'],
  ])('reads %s as %s', (text, full) => {
    const parts = parseRef(text, defaults);
    expect(parts === null ? null : stringifyRef(parts)).toBe(full);
    expect(normalizeRef(text, defaults)).toBe(full);
  });

  test.each([':a', '/a', 'a:', 'a/', 'a:/b', ''])('returns null for "%s"', (text) => {
    expect(parseRef(text, defaults)).toBeNull();
    expect(normalizeRef(text, defaults)).toBeNull();
  });

  test('returns null without a kind where there is no default for it, and says why', () => {
    expect(parseRef('ledger')).toBeNull();
    expect(tryParseRef('ledger').reason).toMatch('missing or empty kind');
    expect(parseRef('resource:ledger')).toEqual({ kind: 'resource', namespace: 'default', name: 'ledger' });
  });
});

describe('humanizeRef', () => {
  test.each([
    ['group:default/team-a', { defaultKind: 'Group' }, 'team-a'],
    ['user:default/ann', { defaultKind: 'Group' }, 'user:ann'],
    ['group:devex/team-a', { defaultKind: 'group' }, 'devex/team-a'],
    ['group:devex/team-a', { defaultKind: 'Group', defaultNamespace: 'devex' }, 'team-a'],
    ['group:default/team-a', { defaultKind: 'Group', defaultNamespace: 'devex' }, 'default/team-a'],
    ['component:other/a', {}, 'component:other/a'],
    ['no reference:', {}, 'no reference:'],
  ])('writes %s with %j as %s', (ref, context, expected) => {
    expect(humanizeRef(ref, context)).toBe(expected);
  });
});
