// Nothing secret, and nothing that a terminal obeys, in what is shown.
import { describe, expect, test } from 'vitest';
import { scrub, visible } from '../../src/sources/secrets.ts';

describe('scrub(text, secrets)', () => {
  test.each([
    ['a token t0k and t0k', ['t0k'], 'a token *** and ***'],
    ['unable to access https://bot:pw@host/x and ssh://git@host/y', [], 'unable to access https://host/x and ssh://host/y'],
    ['red \u001b[31mtext\u0007\r\nnext', [], 'red  [31mtext next'],
    ['\u202egnp.exe', [], 'gnp.exe'],
    ['plain', [''], 'plain'],
    ['x'.repeat(1000), [], 'x'.repeat(300)],
  ])('of %j', (text, secrets, wanted) => {
    expect(scrub(text, secrets)).toBe(wanted);
  });

  test('takes no time for a long text', () => {
    const start = performance.now();
    scrub('//'.repeat(50_000), []);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('visible(path)', () => {
  test('writes control characters and marks of direction as escapes', () => {
    expect(visible('a\nb\u202ec\u001b.md')).toBe('a\\u000ab\\u202ec\\u001b.md');
  });
});
