import { describe, expect, test } from 'vitest';
import { build } from './fixture.ts';

describe('addresses of the pages that the portal adds to a docs site', () => {
  test('are contents and print', async () => {
    const { site } = await build({ 'docs/index.md': '# Home', 'docs/a.md': '# A' });
    expect(site).toMatchObject({ contents: '/docs/shop/contents/', print: '/docs/shop/print/' });
  });

  test('give way to pages and old addresses of the same name, in whatever case', async () => {
    const { site, problems } = await build({
      'mkdocs.yml': 'site_name: Shop\nplugins:\n  - redirects:\n      redirect_maps:\n        print-2.md: a.md\n',
      'docs/index.md': '# Home',
      'docs/a.md': '# A',
      'docs/Print.md': '# How to print',
      'docs/contents/index.md': '# Contents',
    });
    expect(problems).toEqual([]);
    expect(site).toMatchObject({ contents: '/docs/shop/contents-2/', print: '/docs/shop/print-3/' });
  });

  test('are not given to a site of one page, which is both already', async () => {
    const { site } = await build({ 'docs/index.md': '# Home' });
    expect(site).toMatchObject({ contents: null, print: null });
  });

  test('a site of more than 500 pages, or of more than 8 MB, is not put on one page', async () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`docs/${index}.md`, 'x']));
    expect((await build(many)).site?.print).toBeNull();
    const { 'docs/0.md': _, ...fewer } = many;
    expect((await build(fewer)).site?.print).toBe('/docs/shop/print/');
    const large = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`docs/${index}.md`, 'word '.repeat(190_000)]));
    const { site } = await build(large);
    expect(site?.print).toBeNull();
    expect(site?.contents).toBe('/docs/shop/contents/');
  });
});
