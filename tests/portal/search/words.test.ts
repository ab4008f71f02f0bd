import { describe, expect, test } from 'vitest';
import { askedWords, fold, isOneEdit, squeeze, termsOf, wordsOf } from '../../../src/portal/search/words.ts';

describe('fold(text)', () => {
  test.each([
    ['  Crème  Brûlée ', 'creme brulee'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['서비스', '서비스'],
    ['C++', 'c++'],
  ])('%s becomes %s', (text, folded) => expect(fold(text)).toBe(folded));
});

describe('wordsOf(text)', () => {
  test.each([
    ['kube-state-metrics', ['kube', 'state', 'metrics']],
    ['order_events.v2', ['order', 'events', 'v2']],
    ['getUserById', ['getuserbyid', 'get', 'user', 'by', 'id']],
    ['HTTPServer', ['httpserver', 'http', 'server']],
    ['PostgreSQL', ['postgresql', 'postgre', 'sql']],
    ['v1alpha1', ['v1alpha1']],
    ['C++ and C#', ['c++', 'and', 'c#']],
    ['ÜberMaut', ['ubermaut', 'uber', 'maut']],
    ['api api', ['api']],
    ['---', []],
  ])('%s has the words %j', (text, words) => expect(wordsOf(text)).toEqual(words));
});

test('askedWords(text) takes nothing apart but at signs and spaces', () => {
  expect(askedWords('PostgreSQL get-user C++')).toEqual(['postgresql', 'get', 'user', 'c++']);
});

test('termsOf(words) takes writing without spaces apart into pairs of letters', () => {
  expect(termsOf(askedWords('支払い API'))).toEqual(['支払', '払い', 'api']);
});

test.each([['CheckoutApi'], ['checkout_api'], ['checkout api'], ['Checkout-API']])(
  'squeeze(fold(%s)) is the same for all spellings',
  (text) => {
    expect(squeeze(fold(text))).toBe('checkoutapi');
  },
);

describe('isOneEdit(a, b)', () => {
  test.each([
    ['payments', 'paymnts', true],
    ['payments', 'payyments', true],
    ['payments', 'paymends', true],
    ['payments', 'paymetns', true],
    ['payments', 'payment', true],
    ['payments', 'payments', false],
    ['payments', 'paymnt', false],
    ['payments', 'apyemnts', false],
    ['ab', 'ba', true],
    ['', 'a', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneEdit(a, b)).toBe(expected);
    expect(isOneEdit(b, a)).toBe(expected);
  });
});
