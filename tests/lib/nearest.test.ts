import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/lib/nearest.ts';

describe('nearest(word, known)', () => {
  const known = ['payments', 'platform', 'quayside', 'go'];

  test.each([
    ['paymnts', 'payments'],
    ['Payments', 'payments'],
    ['platfrom', 'platform'],
    ['ga', 'go'],
    ['plaftorm', 'platform'],
    ['warehouse', null],
    ['xy', null],
  ])('%j is nearest to %j', (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  test('chooses the first by name among equals, whatever the order', () => {
    expect(nearest('cat', ['car', 'bat'])).toBe('bat');
    expect(nearest('cat', ['bat', 'car'])).toBe('bat');
  });

  test('makes a hint of it', () => {
    expect(didYouMean('paymnts', known)).toBe('Did you mean "payments"?');
    expect(didYouMean('warehouse', known)).toBeUndefined();
  });
});
