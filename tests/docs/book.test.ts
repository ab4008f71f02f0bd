import { describe, expect, test } from 'vitest';
import { buildBook } from '../../src/docs/book.ts';
import type { DocsSite } from '../../src/docs/types.ts';
import { build } from './fixture.ts';

const FILES = {
  'mkdocs.yml':
    'site_name: Shop\nnav:\n  - Start: index.md\n  - Guides:\n      - Set up: guides/setup.md\n      - Deep:\n          - guides/deep.md\n  - Elsewhere:\n      - https://example.com/\n',
  'docs/index.md':
    '# Start\n\nSee [set up](guides/setup.md), [its first step](guides/setup.md#first-step), [here](#more), [out](https://example.com/#x), [portal](/catalog/).\n\n## More\n\nA note.[^1]\n\n[^1]: The note.\n',
  'docs/guides/setup.md':
    '# Set up\n\n## First step\n\n[Back](../index.md) and [more](../index.md#more).\n\n??? note "Folded"\n    Inside.\n\n```dot\ndigraph { rankdir=LR; a -> b }\n```\n',
  'docs/guides/deep.md': 'No heading of its own.\n\n###### Deepest\n',
  'docs/outside.md': '# Outside\n\n## More\n',
};

async function book(base = '/') {
  const { site } = await build(FILES, { base, known: new Set(['/catalog/']) });
  return buildBook(site as DocsSite, base);
}

const html = async () => (await book()).map((part) => part.html ?? '').join('');

describe('buildBook(site, base)', () => {
  test('follows the nav: sections have their titles, pages that it does not name come last, links to elsewhere not at all', async () => {
    expect((await book()).map(({ id, title, depth, level, html: body }) => [id, title, depth, level, body !== null])).toEqual([
      ['p1', 'Start', 0, 2, true],
      ['p2', 'Guides', 0, 2, false],
      ['p3', 'Set up', 1, 3, true],
      ['p4', 'Deep', 1, 3, false],
      ['p5', 'Deep', 2, 4, true],
      ['p6', 'Outside', 0, 2, true],
    ]);
  });

  test('lowers headings below what their page stands in, says what they were, and titles a page that has no heading', async () => {
    const headings = [...(await html()).matchAll(/<(h\d)[^>]*data-level="(\d)"[^>]*>([^<]*)/g)].map(
      ([, tag, level, text]) => `${tag} ${level} ${text}`,
    );
    expect(headings).toEqual([
      'h2 1 Start',
      'h3 2 More',
      'h3 1 Set up',
      'h4 2 First step',
      'h4 1 Deep',
      'h6 6 Deepest',
      'h2 1 Outside',
      'h3 2 More',
    ]);
  });

  test('has each id once, and every reference to an id leads to one', async () => {
    const all = await html();
    const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set([...ids, ...(await book()).map(({ id }) => id)]);
    const references = [
      ...[...all.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => decodeURIComponent(id)),
      ...[...all.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)].flatMap(([, list = '']) => list.split(' ')),
      ...[...all.matchAll(/url\(#([^)]+)\)/g)].map(([, id = '']) => id),
    ];
    expect(references.length).toBeGreaterThan(8);
    expect(references.filter((id) => !known.has(id))).toEqual([]);
  });

  test('turns links between its pages into links inside, and leaves all others', async () => {
    const links = new Map([...(await html()).matchAll(/<a href="([^"]*)"[^>]*>([^<]+)<\/a>/g)].map(([, href, text]) => [text, href]));
    expect(Object.fromEntries(links)).toMatchObject({
      'set up': '#p3',
      'its first step': '#p3-first-step',
      here: '#p1-more',
      out: 'https://example.com/#x',
      portal: '/catalog/',
      Back: '#p1',
      more: '#p1-more',
    });
  });

  test('does so below a base path, and for a home that repeats another page', async () => {
    const { site } = await build({ 'docs/a.md': '# A\n\n[B](b.md)', 'docs/b.md': '# B\n\n[Home](/docs/shop/)' }, { base: '/portal/' });
    const all = buildBook(site as DocsSite, '/portal/').map((part) => part.html);
    expect(all).toHaveLength(2);
    expect(all[0]).toContain('<a href="#p2">B</a>');
    expect(all[1]).toContain('<a href="#p1">Home</a>');
  });

  test('unfolds what is folded', async () => {
    expect(await html()).toMatch(/<details[^>]* open/);
  });

  test('takes twice as long for twice the pages', async () => {
    const siteOf = (count: number): DocsSite => {
      const pages = Array.from({ length: count }, (_, index) => ({
        address: `/docs/s/${index}/`,
        file: `${index}.md`,
        title: `Page ${index}`,
        description: '',
        html: `<h1 id="t">Page</h1>${`<p>Words and <a href="/docs/s/${(index * 7) % count}/">a link</a>.</p>`.repeat(10)}`,
        hasTitle: true,
        headings: [],
        tags: [],
        viewUrl: null,
        editUrl: null,
      }));
      const nav = pages.map(({ address, title }) => ({ title, address, children: [] }));
      return { address: '/docs/s/', title: 'S', description: '', nav, pages, contents: null, print: null, assets: [], redirects: [] };
    };
    const size = (count: number) => buildBook(siteOf(count), '/').reduce((sum, part) => sum + (part.html?.length ?? 0), 0);
    const [one, two] = [size(100), size(200)];
    expect(two / one).toBeGreaterThan(1.9);
    expect(two / one).toBeLessThan(2.1);
  });
});
