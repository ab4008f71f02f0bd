// Headers: which files may be kept for ever, and the file that Netlify and Cloudflare read.
import { describe, expect, test } from 'vitest';
import { isImmutable } from '../../src/deploy/caching.ts';
import { renderHeaders } from '../../src/deploy/headers.ts';

describe('isImmutable(path)', () => {
  test.each([
    '_astro/Page.D3RuDPIC.css',
    'pagefind/fragment/en_1084674.pf_fragment',
    'pagefind/index/en_1.pf_index',
    'pagefind/filter/en_1.pf_filter',
  ])('is true for %s', (path) => expect(isImmutable(path)).toBe(true));

  test.each([
    'index.html',
    'theme.js',
    'pagefind/pagefind.js',
    'pagefind/pagefind-entry.json',
    'docs/_astro/index.html',
    'search/words/0.json',
  ])('is false for %s, whose name stays', (path) => expect(isImmutable(path)).toBe(false));
});

describe('renderHeaders(base)', () => {
  test('writes the headers of all files, and for ever for those that never change', () => {
    expect(renderHeaders('/')).toBe(`/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Frame-Options: DENY
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
/_astro/*
  Cache-Control: public, max-age=31536000, immutable
/pagefind/fragment/*
  Cache-Control: public, max-age=31536000, immutable
/pagefind/index/*
  Cache-Control: public, max-age=31536000, immutable
/pagefind/filter/*
  Cache-Control: public, max-age=31536000, immutable
`);
  });

  test('puts the base path in front', () => {
    const paths = renderHeaders('/portal/').match(/^\/.*/gm);
    expect(paths).toEqual([
      '/portal/*',
      '/portal/_astro/*',
      '/portal/pagefind/fragment/*',
      '/portal/pagefind/index/*',
      '/portal/pagefind/filter/*',
    ]);
  });

  test('sets no header twice for one file', () => {
    const [everywhere = '', ...rest] = renderHeaders('/').split(/\n(?=\/)/);
    const names = (block: string) => [...block.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name);
    expect(rest.flatMap(names).filter((name) => names(everywhere).includes(name))).toEqual([]);
  });
});
