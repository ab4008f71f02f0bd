import { describe, expect, test } from 'vitest';
import { hrefOf, pageAddress } from '../../src/docs/addresses.ts';

describe('pageAddress', () => {
  test.each([
    ['index.md', ''],
    ['README.md', ''],
    ['a.md', 'a/'],
    ['a/index.md', 'a/'],
    ['a/README.md', 'a/'],
    ['a/b.c.md', 'a/b.c/'],
    ['a/Getting Started.markdown', 'a/Getting Started/'],
    ['über/straße.md', 'über/straße/'],
    ['a?b#c%d.md', 'a-b-c-d/'],
    ['a/<script>.md', 'a/-script-/'],
    ['...md', '-/'],
    ['index/readme.md', 'index/readme/'],
  ])('%s stands at "%s"', (path, address) => {
    expect(pageAddress(path)).toBe(address);
  });
});

describe('hrefOf', () => {
  test.each([
    ['/', '/docs/x/a b/', '/docs/x/a%20b/'],
    ['/portal/', '/docs/x/', '/portal/docs/x/'],
    ['/', '/docs/ü/', '/docs/%C3%BC/'],
    ['/', '/docs/a@b:c/', '/docs/a@b:c/'],
    ['/', '/docs/a"b/', '/docs/a%22b/'],
    ['/', '/docs/\ud800/', '/docs/%EF%BF%BD/'],
  ])('base %s and address %s give %s', (base, address, href) => {
    expect(hrefOf(base, address)).toBe(href);
  });
});
