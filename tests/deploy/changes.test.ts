// What is uploaded and removed, and in which order.
import { describe, expect, test } from 'vitest';
import { changesBetween } from '../../src/deploy/changes.ts';

const site = (files: Record<string, string>) => new Map(Object.entries(files));

describe('changesBetween(online, built)', () => {
  test('uploads all of a site when nothing is online: what pages load first, then the pages', () => {
    const built = site({
      'index.html': 'a',
      'index.html.br': 'b',
      '_astro/page.D3RuDPIC.css': 'c',
      '_astro/page.D3RuDPIC.css.gz': 'd',
      'pagefind/fragment/en_12.pf_fragment': 'e',
      'pagefind/pagefind-entry.json': 'f',
      'docs/a/picture.png': 'g',
      'docs/a/index.html': 'h',
    });
    expect(changesBetween(new Map(), built)).toEqual({
      assets: ['_astro/page.D3RuDPIC.css', '_astro/page.D3RuDPIC.css.gz', 'pagefind/fragment/en_12.pf_fragment'],
      files: ['docs/a/picture.png', 'pagefind/pagefind-entry.json'],
      pages: ['docs/a/index.html', 'index.html', 'index.html.br'],
      removed: [],
    });
  });

  test('uploads only what has another digest or is new, and removes what is not there any more', () => {
    const online = site({ 'index.html': 'a', 'same.html': 'b', 'gone/index.html': 'c', '_astro/gone.js': 'd' });
    const built = site({ 'index.html': 'A', 'same.html': 'b', 'new/index.html': 'e' });
    expect(changesBetween(online, built)).toEqual({
      assets: [],
      files: [],
      pages: ['index.html', 'new/index.html'],
      removed: ['_astro/gone.js', 'gone/index.html'],
    });
  });

  test('does nothing when nothing has changed', () => {
    const same = site({ 'index.html': 'a' });
    expect(changesBetween(same, same)).toEqual({ assets: [], files: [], pages: [], removed: [] });
  });
});
