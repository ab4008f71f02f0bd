import { describe, expect, test } from 'vitest';
import { createIdGiver, slugify } from '../../../src/docs/markdown/slug.ts';

// What Python-Markdown 3.4 answers.
describe('slugify', () => {
  test.each([
    ['Hello World', 'hello-world'],
    ["  What's new?  ", 'whats-new'],
    ['A & B -- C', 'a-b-c'],
    ['Žlutý kůň', 'zluty-kun'],
    ['Привет', ''],
    ['ﬁle №1', 'file-no1'],
    ['snake_case and kebab-case', 'snake_case-and-kebab-case'],
    ['-dash at both ends-', '-dash-at-both-ends-'],
    ['a\u00a0b', 'a-b'],
    ['mkdocs.yml', 'mkdocsyml'],
    ['C++ / C#', 'c-c'],
    ['日本語 text', 'text'],
  ])('%j gives "%s"', (text, id) => {
    expect(slugify(text)).toBe(id);
  });
});

describe('createIdGiver', () => {
  test('counts equal ids like Python-Markdown', () => {
    const ids = createIdGiver([]);
    expect(['a', 'a', 'a', 'a_1', 'b_7', 'b_7', '', ''].map((id) => ids.unique(id))).toEqual([
      'a',
      'a_1',
      'a_2',
      'a_3',
      'b_7',
      'b_8',
      '_1',
      '_2',
    ]);
  });

  test('leaves taken ids alone', () => {
    const ids = createIdGiver(['search']);
    expect([ids.take('search'), ids.take('a'), ids.unique('a'), ids.unique('search')]).toEqual([false, true, 'a_1', 'search_1']);
  });

  test('stays quick with many equal headings', () => {
    const ids = createIdGiver([]);
    const given = Array.from({ length: 50_000 }, () => ids.unique('same'));
    expect(given.at(-1)).toBe('same_49999');
    expect(new Set(given).size).toBe(50_000);
  });
});
