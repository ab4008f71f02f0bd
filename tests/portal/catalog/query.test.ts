// Addresses of the index: read, translated from Backstage's, and written again.
import { describe, expect, test } from 'vitest';
import {
  type Target,
  chooseKind,
  fromBackstage,
  readWanted,
  setParam,
  targetAddress,
  toggleValue,
} from '../../../src/portal/catalog/query.ts';

const at = (query: string, kind: string | null = null): Target => ({ kind, params: new URLSearchParams(query) });
const address = (target: Target) => decodeURIComponent(targetAddress(target));

describe('readWanted(place, params)', () => {
  const kinds = (query: string, kind: string | null = null) => readWanted({ kind, first: 'component' }, new URLSearchParams(query)).kinds;

  test('takes kinds from the query, else from the path, else the first one', () => {
    expect(kinds('')).toEqual(['component']);
    expect(kinds('', 'api')).toEqual(['api']);
    expect(kinds('kind=System', 'api')).toEqual(['system']);
    expect(kinds('kind=all', 'api')).toEqual([]);
    expect(kinds('list=starred')).toEqual([]);
    expect(kinds('list=starred', 'api')).toEqual(['api']);
    expect(kinds('list=nonsense')).toEqual(['component']);
  });

  test('completes refs as entity files do', () => {
    const { values } = readWanted({ kind: null, first: 'component' }, new URLSearchParams('owner=Payments&owner=user:ann&system=a/b'));
    expect(values.get('owner')).toEqual(['group:default/payments', 'user:default/ann']);
    expect(values.get('system')).toEqual(['system:a/b']);
  });

  test('reads words, order and whether one tag is enough', () => {
    const wanted = readWanted({ kind: null, first: 'component' }, new URLSearchParams('q=+A++b&sort=-owner&tags=any'));
    expect(wanted).toMatchObject({ words: ['a', 'b'], sort: { column: 'owner', down: true }, anyTag: true });
  });
});

describe('fromBackstage(params)', () => {
  test.each([
    ['filters[kind]=component&filters[user]=all', 'kind=component'],
    ['filters[kind]=API&filters[user]=owned&filters[type]=openapi', 'kind=api&list=mine&type=openapi'],
    ['filters[kind]=system&filters[user]=starred', 'kind=system&list=starred'],
    ['filters[owners]=group:default/a&filters[owners]=b', 'owner=group:default/a&owner=b&kind=component'],
    ['filters[owners][0]=a&filters[tags][]=go&filters[lifecycles]=production', 'owner=a&tag=go&lifecycle=production&kind=component'],
    ['filters[kind]=component&filters[type]=all&filters[namespace]=default', 'kind=component&namespace=default'],
    ['filters[kind]=all', 'kind=all'],
    ['filters[orphan]=true&limit=20', 'limit=20&kind=component'],
  ])('%j becomes %j', (query, expected) => {
    expect(decodeURIComponent(fromBackstage(new URLSearchParams(query))?.toString() ?? '')).toBe(expected);
  });

  test('leaves our own addresses alone', () => {
    expect(fromBackstage(new URLSearchParams('kind=api&q=filters'))).toBeNull();
  });
});

describe('addresses of what is chosen next', () => {
  test('a value is added beside others and dropped again', () => {
    expect(address(toggleValue(at('type=a', 'api'), 'type', 'b'))).toBe('/catalog/api/?type=a&type=b');
    expect(address(toggleValue(at('type=a&type=b'), 'type', 'a'))).toBe('/catalog/?type=b');
    expect(address(toggleValue(at('owner=payments'), 'owner', 'group:default/payments'))).toBe('/catalog/');
    expect(address(toggleValue(at('tag=a&tags=any'), 'tag', 'a'))).toBe('/catalog/');
  });

  test('a kind stands in the path; types are dropped with it, words are not', () => {
    expect(address(chooseKind(['component'], at('type=a&q=x&list=mine'), 'api', false))).toBe('/catalog/api/?q=x&list=mine');
    expect(address(chooseKind(['component'], at(''), 'api', true))).toBe('/catalog/?kind=component&kind=api');
    expect(address(chooseKind(['component', 'api'], at('kind=component&kind=api'), 'api', true))).toBe('/catalog/component/');
    expect(address(chooseKind(['api'], at('', 'api'), null, false))).toBe('/catalog/?kind=all');
  });

  test('what has one value is set and removed', () => {
    expect(address(setParam(at('q=a'), 'q', 'b'))).toBe('/catalog/?q=b');
    expect(address(setParam(at('q=a', 'api'), 'q', ''))).toBe('/catalog/api/');
  });
});
