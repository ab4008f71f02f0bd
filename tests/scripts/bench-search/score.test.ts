import { describe, expect, test } from 'vitest';
import { percentile, rankOf, renderScores, scoreOutcomes } from '../../../scripts/bench-search/score.ts';

const question = (answers: string[], sort = 'name') => ({ sort, text: 'q', answers });

describe('rankOf(outcome)', () => {
  test.each([
    ['the first of several answers', ['/b/', '/a/'], ['/a/', '/c/'], 1],
    ['an answer further down', ['/b/'], ['/a/', '/b/'], 2],
    ['a section of the page that is asked for', ['/docs/a/'], ['/docs/a/#part'], 1],
    ['an address that begins as asked', ['/api/x/*'], ['/api/xy/', '/api/x/#get'], 2],
    ['none', ['/b/'], ['/a/'], null],
    ['another section than the one that is asked for', ['/a/#one'], ['/a/#two'], null],
  ])('is that of %s', (_, answers, found, rank) => expect(rankOf({ question: question(answers), found })).toBe(rank));
});

test('scoreOutcomes(outcomes) scores each sort by itself', () => {
  const outcomes = [
    { question: question(['/a/']), found: ['/a/'], milliseconds: 10 },
    { question: question(['/a/']), found: ['/x/', '/a/'], milliseconds: 30 },
    { question: question(['/a/']), found: [], milliseconds: null },
    { question: question(['/a/'], 'typo'), found: [...Array.from({ length: 10 }, (_, index) => `/${index}/`), '/a/'], milliseconds: 5 },
  ];
  expect(scoreOutcomes(outcomes)).toEqual([
    { sort: 'name', count: 3, mrr: 0.5, first: 1 / 3, three: 2 / 3, median: 10, slow: 30 },
    { sort: 'typo', count: 1, mrr: 0, first: 0, three: 0, median: 5, slow: 5 },
  ]);
  expect(renderScores(scoreOutcomes(outcomes)).split('\n')[1]).toMatch(/^name +3 +0\.500 +0\.333 +0\.667 +10 ms +30 ms$/);
});

test('percentile(numbers, share) is null for none', () => {
  expect([percentile([], 0.5), percentile([3, 1, 2], 0.5), percentile([3, 1, 2], 0.95)]).toEqual([null, 2, 3]);
});
