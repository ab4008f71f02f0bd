import { describe, expect, test } from 'vitest';
import { groupResults, mergeResults } from '../../../src/islands/search/merge.ts';
import type { SearchResult } from '../../../src/islands/search/result.ts';
import { TIERS } from '../../../src/portal/search/tiers.ts';

const result = (thing: string, tier: number, section = 'Docs', excerpt: string[] = []): SearchResult => ({
  url: thing,
  thing,
  tier,
  section,
  title: [thing],
  plainTitle: thing,
  icon: 'page',
  what: '',
  lifecycle: null,
  deprecated: false,
  ref: null,
  excerpt,
  links: [],
});
const things = (results: readonly SearchResult[]) => results.map(({ thing }) => thing);

describe('mergeResults(lists)', () => {
  test('orders by how well things fit, and keeps the order of the lists among equals', () => {
    const names = [result('a', TIERS.name), result('b', TIERS.edit)];
    const keys = [result('c', TIERS.key), result('d', TIERS.keyPrefix)];
    const texts = [result('e', TIERS.text), result('f', TIERS.text)];
    expect(things(mergeResults([names, keys, texts]))).toEqual(['a', 'c', 'd', 'b', 'e', 'f']);
  });

  test('shows a thing once, where it is best, with the text in which the question was found', () => {
    const merged = mergeResults([[result('a', TIERS.key)], [result('b', TIERS.text), result('a', TIERS.text, 'Docs', ['the ', 'word'])]]);
    expect(things(merged)).toEqual(['a', 'b']);
    expect(merged[0]).toMatchObject({ tier: TIERS.key, excerpt: ['the ', 'word'] });
  });

  test('takes texts of several lists in turn', () => {
    const [one, two] = [['a', 'b', 'c'], ['x']].map((list) => list.map((thing) => result(thing, TIERS.text)));
    expect(things(mergeResults([one ?? [], two ?? []]))).toEqual(['a', 'x', 'b', 'c']);
  });
});

describe('groupResults(ranked)', () => {
  test('puts what is called so first, then sections in the order of their best', () => {
    const groups = groupResults([
      result('exact', TIERS.name, 'Catalog'),
      result('docs', TIERS.keyPrefix, 'Docs'),
      result('other', TIERS.fields, 'Catalog'),
    ]);
    expect(groups.map(({ title, results }) => [title, things(results)])).toEqual([
      ['Best', ['exact']],
      ['Docs', ['docs']],
      ['Catalog', ['other']],
    ]);
  });

  test('shows five of a section, fourteen of all', () => {
    const many = ['Catalog', 'Docs', 'APIs', 'Radar'].flatMap((section) =>
      Array.from({ length: 9 }, (_, index) => result(`${section}${index}`, TIERS.text, section)),
    );
    expect(groupResults(many).map(({ results }) => results.length)).toEqual([5, 5, 4]);
  });
});
