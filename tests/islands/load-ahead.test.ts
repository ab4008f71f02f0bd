// Which pages are loaded ahead, and when none are.
import { describe, expect, test } from 'vitest';
import { type Link, isSparing, pageAhead } from '../../src/islands/load-ahead.ts';

const HERE = 'https://portal.example/portal/docs/a/?q=1#part';

describe('pageAhead(link, here, base)', () => {
  const ahead = (href: string, more: Partial<Link> = {}) =>
    pageAhead({ href, rel: '', download: '', target: '', ...more }, HERE, '/portal/');

  test.each([
    ['/portal/docs/b/', 'https://portal.example/portal/docs/b/'],
    ['/portal/docs/b/#part', 'https://portal.example/portal/docs/b/'],
    ['/portal/catalog/?kind=api', 'https://portal.example/portal/catalog/?kind=api'],
    ['../', 'https://portal.example/portal/docs/'],
  ])('is the page of %s', (href, page) => expect(ahead(href)).toBe(page));

  test.each([
    ['another host', 'https://elsewhere.example/portal/docs/b/'],
    ['another protocol', 'http://portal.example/portal/docs/b/'],
    ['mail', 'mailto:a@portal.example'],
    ['another site of the host', '/other/docs/'],
    ['the page itself', '#other'],
    ['the page itself with another question', '/portal/docs/a/?q=2'],
    ['a download', '/portal/docs/a/report.pdf'],
    ['data', '/portal/api/build.json'],
  ])('is none for %s', (_, href) => expect(ahead(href)).toBeNull());

  test.each<[string, Partial<Link>]>([
    ['says that it is a download', { download: 'page.html' }],
    ['opens a window', { target: '_blank' }],
    ['says that few need it', { rel: 'noopener nofollow' }],
  ])('is none for a link that %s', (_, more) => expect(ahead('/portal/docs/b/', more)).toBeNull());
});

describe('isSparing(connection)', () => {
  test.each([
    ['a reader who saves data', { saveData: true, effectiveType: '4g' }, true],
    ['a slow connection', { effectiveType: '2g' }, true],
    ['a very slow connection', { effectiveType: 'slow-2g' }, true],
    ['a quick connection', { saveData: false, effectiveType: '4g' }, false],
    ['a browser that does not say', undefined, false],
  ])('of %s', (_, connection, sparing) => expect(isSparing(connection)).toBe(sparing));
});
