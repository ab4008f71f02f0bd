import { describe, expect, test } from 'vitest';
import { toSlug } from '../../src/radar/slug.ts';

describe('toSlug', () => {
  test.each([
    ['Kotlin', 'kotlin'],
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['Languages & frameworks', 'languages-and-frameworks'],
    ['.NET Core', 'net-core'],
    ['Lint / Auto reformat on commit', 'lint-auto-reformat-on-commit'],
    ['Гексагональная архитектура', 'гексагональная-архитектура'],
    ['../../etc/passwd', 'etc-passwd'],
    ['__proto__', 'proto'],
    ['a\u0000b', 'a-b'],
    ['!?', ''],
    ['x'.repeat(59) + ' y', 'x'.repeat(59)],
  ])('of %j is %j', (text, slug) => {
    expect(toSlug(text)).toBe(slug);
  });

  test('is a valid name for a folder in any script', () => {
    expect(Buffer.byteLength(toSlug('𠀀'.repeat(200)))).toBeLessThan(255);
  });
});
