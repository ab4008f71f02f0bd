import { describe, expect, test } from 'vitest';
import type { DocsPage, NavItem } from '../../src/docs/types.ts';
import { type NavView, hasContents, pageNav, siteTree } from '../../src/portal/docs-nav.ts';
import type { DocsEntry } from '../../src/portal/types.ts';
import { compile } from './organisation.ts';

const portal = await compile([]);

const page = (address: string): DocsPage => ({
  address,
  file: `${address}.md`,
  title: address,
  description: '',
  html: '',
  hasTitle: true,
  headings: [],
  tags: [],
  viewUrl: null,
  editUrl: null,
});

const leaf = (name: string): NavItem => ({ title: name, address: `/docs/s/${name}/`, children: [] });

function site(nav: readonly NavItem[], outside: readonly string[] = []): DocsEntry {
  const addresses = (items: readonly NavItem[]): string[] =>
    items.flatMap(({ address, children }) => [...(address === null ? [] : [address]), ...addresses(children)]);
  return {
    entity: null,
    source: 's',
    site: {
      address: '/docs/s/',
      title: 'S',
      description: '',
      nav,
      pages: [...addresses(nav), ...outside].map(page),
      contents: '/docs/s/contents/',
      print: null,
      assets: [],
      redirects: [],
    },
  };
}

const flat = (count: number) => site(Array.from({ length: count }, (_, index) => leaf(`p${index}`)));
/** Sections of sections of pages: `10 × 10 × size`. */
const deep = (size: number) =>
  site(
    Array.from({ length: 10 }, (_, a) => ({
      title: `s${a}`,
      address: null,
      children: Array.from({ length: 10 }, (_, b) => ({
        title: `s${a}.${b}`,
        address: null,
        children: Array.from({ length: size }, (_, c) => leaf(`p${a}-${b}-${c}`)),
      })),
    })),
  );

const lines = (items: readonly NavView[]): number => items.reduce((sum, item) => sum + 1 + lines(item.children), 0);
const drawn = (items: readonly NavView[]): NavView[] => items.flatMap((item) => [item, ...drawn(item.children)]);

describe('pageNav(portal, entry, address)', () => {
  test.each([
    ['a flat site of 2,000 pages', flat(2000)],
    ['a deep site of 2,000 pages', deep(20)],
    ['a deep site of 12,000 pages', deep(120)],
  ])('never shows more than about a hundred lines of %s, the page itself among them', (_, entry) => {
    for (const { address } of entry.site.pages.filter((_, index) => index % 7 === 0)) {
      const all = drawn(pageNav(portal, entry, address).items);
      expect(all.length).toBeLessThan(110);
      expect(all.filter(({ current }) => current).map(({ href }) => href)).toEqual([address]);
    }
  });

  test('makes the navigation of all pages of a site twice as large for twice the pages', () => {
    const total = (entry: DocsEntry) =>
      entry.site.pages.reduce((sum, { address }) => sum + lines(pageNav(portal, entry, address).items), 0);
    expect(total(flat(4000)) / total(flat(2000))).toBeLessThan(2.1);
  });

  test('shows a small site whole, with the way to the page open', () => {
    const entry = site([leaf('a'), { title: 'More', address: null, children: [leaf('b'), leaf('c')] }]);
    const { items, trail } = pageNav(portal, entry, '/docs/s/c/');
    expect(drawn(items).map(({ title, open, current }) => [title, open, current])).toEqual([
      ['a', false, false],
      ['More', true, false],
      ['b', false, false],
      ['c', false, true],
    ]);
    expect(trail).toEqual(['More']);
  });

  test('of a large one, other sections are closed and lead to their first page', () => {
    const { items } = pageNav(portal, deep(20), '/docs/s/p3-4-5/');
    expect(items.map(({ title, href, children }) => [title, href, children.length])).toEqual(
      Array.from({ length: 10 }, (_, a) => [`s${a}`, a === 3 ? null : `/docs/s/p${a}-0-0/`, a === 3 ? 10 : 0]),
    );
    expect(items[3]?.children.filter(({ open }) => open).map(({ title, children }) => [title, children.length])).toEqual([['s3.4', 20]]);
  });

  test.each([
    ['p0', 'p0', '1,950 more after'],
    ['p1000', '975 more before', '975 more after'],
    ['p1999', '1,950 more before', 'p1999'],
  ])('a long list is cut around %s: from %s to %s', (name, first, last) => {
    const { items } = pageNav(portal, flat(2000), `/docs/s/${name}/`);
    expect([items[0]?.title, items.at(-1)?.title]).toEqual([first, last]);
    for (const { title, href } of items) if (title.includes('more')) expect(href).toBe('/docs/s/contents/');
  });

  test('previous and next walk past every page once, however much is shown', () => {
    const entry = deep(20);
    const order = entry.site.pages.map(({ address }) => address);
    const walked = order.map((address) => pageNav(portal, entry, address));
    expect(walked.map(({ next }) => next?.href)).toEqual([...order.slice(1), undefined]);
    expect(walked.map(({ previous }) => previous?.href)).toEqual([undefined, ...order.slice(0, -1)]);
  });

  test('a page that stands twice in the nav is marked at its first place, and one outside of it nowhere', () => {
    const entry = site([leaf('a'), { title: 'Again', address: null, children: [leaf('a'), leaf('b')] }], ['/docs/s/z/']);
    expect(drawn(pageNav(portal, entry, '/docs/s/a/').items).map(({ current }) => current)).toEqual([true, false, false, false]);
    const outside = pageNav(portal, entry, '/docs/s/z/');
    expect(drawn(outside.items).some(({ current, open }) => current || open)).toBe(false);
    expect([outside.previous, outside.next]).toEqual([null, null]);
  });
});

describe('siteTree(portal, entry)', () => {
  test('holds all lines of the nav, and the pages outside of it by title', () => {
    const entry = site(deep(20).site.nav, ['/docs/s/z/', '/docs/s/y/']);
    const { items, outside } = siteTree(portal, entry);
    expect(lines(items)).toBe(10 + 100 + 2000);
    expect(outside.map(({ title }) => title)).toEqual(['/docs/s/y/', '/docs/s/z/']);
  });

  test.each([
    ['a small site with all pages in its nav', site([leaf('a'), leaf('b')]), false],
    ['a small site with a page outside of its nav', site([leaf('a')], ['/docs/s/z/']), true],
    ['a large site', flat(61), true],
  ])('has a page of its own for %s: %#', (_, entry, expected) => {
    expect(hasContents(entry)).toBe(expected);
  });
});
