import { expect, test } from 'vitest';
import { isMeant } from '../../../src/islands/search/meant.ts';

const page = (content: string, ...locations: number[]) => ({ content, locations });

test.each([
  ['deploying', page('How to deploy it.', 2), true],
  ['deploys', page('How to deploy it.', 2), true],
  ['axqzjk', page('What a day.', 1), false],
  ['jyyzqq', page('J and K', 0), false],
  ['rate limits', page('The rate of it', 1), false],
  ['rate limits', page('The rate limit of it', 1, 2), true],
  ['state metrics', page('Runs kube-state-metrics daily', 1), true],
  ['url', page('Long URLs break', 1), true],
  ['支払い', page('支払 を', 0), true],
  ['café', page('The cafe opens', 1), true],
])('isMeant(%s) by %j is %s', (asked, matched, expected) => expect(isMeant(asked, [matched])).toBe(expected));
