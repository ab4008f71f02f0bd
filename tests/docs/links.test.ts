import { describe, expect, test } from 'vitest';
import type { Origin } from '../../src/lib/snapshot.ts';
import { buildDocs } from '../../src/docs/docs.ts';
import { GITHUB, build, lines, pageAt, sourceOf, specOf } from './fixture.ts';

const FILES = {
  'docs/index.md': '# Home',
  'docs/guide/setup.md': '# Setup\n\n## First steps\n\n## C++ & Co',
  'docs/guide/index.md': '# Guide',
  'docs/guide/my page.md': '# Mine',
  'docs/ref/README.md': '# Reference',
  'docs/img/a b.png': 'x',
  'docs/files/data.csv': 'x',
  'docs/files/page.html': '<p>',
  'src/main.go': 'package main',
  'assets/logo.png': 'x',
  LICENSE: 'MIT',
};

/** Renders one link on the page guide/links.md and returns its opening tag, or what stands in its place. */
async function link(url: string, options: Parameters<typeof build>[1] = {}) {
  const result = await build(
    { ...FILES, 'docs/guide/links.md': `[x](<${url}>)` },
    { known: new Set(['/catalog/default/component/shop/', '/catalog/']), ...options },
  );
  return { tag: pageAt(result.site, 'guide/links/').html.replace(/^<p>(.*?)x<.*$/s, '$1'), problems: lines(result) };
}

describe('links that lead somewhere', () => {
  test.each([
    ['setup.md', '/docs/shop/guide/setup/'],
    ['./setup.md', '/docs/shop/guide/setup/'],
    ['../index.md', '/docs/shop/'],
    ['index.md', '/docs/shop/guide/'],
    ['../ref/README.md', '/docs/shop/ref/'],
    ['my page.md', '/docs/shop/guide/my%20page/'],
    ['my%20page.md', '/docs/shop/guide/my%20page/'],
    ['setup.md?a=1&b=2#first-steps', '/docs/shop/guide/setup/?a=1&#x26;b=2#first-steps'],
    ['setup.md#c--co', '/docs/shop/guide/setup/#c-co'],
    ['setup.md#', '/docs/shop/guide/setup/'],
    ['setup.md#:~:text=x', '/docs/shop/guide/setup/'],
    ['setup', '/docs/shop/guide/setup/'],
    ['setup/', '/docs/shop/guide/setup/'],
    ['../setup/', '/docs/shop/guide/setup/'],
    ['../../ref/', '/docs/shop/ref/'],
    ['../ref', '/docs/shop/ref/'],
    ['setup.html', '/docs/shop/guide/setup/'],
    ['../ref/index.html', '/docs/shop/ref/'],
    ['.', '/docs/shop/guide/links/'],
    ['..', '/docs/shop/guide/'],
    ['/guide/setup.md', '/docs/shop/guide/setup/'],
    ['/docs/guide/setup.md', '/docs/shop/guide/setup/'],
    ['/docs/shop/guide/setup', '/docs/shop/guide/setup/'],
    ['/catalog/default/Component/SHOP', '/catalog/default/component/shop/'],
    ['../../../../catalog/', '/catalog/'],
    ['../img/a%20b.png', '/docs/shop/img/a%20b.png'],
    ['../../img/a b.png', '/docs/shop/img/a%20b.png'],
    ['../files/data.csv', '/docs/shop/files/data.csv'],
  ])('%s', async (url, href) => {
    expect(await link(url)).toEqual({ tag: `<a href="${href}">`, problems: [] });
  });

  test.each([
    ['https://example.com/a?b=c&d', '<a href="https://example.com/a?b=c&#x26;d" class="external" rel="noopener">'],
    ['//example.com/a', '<a href="https://example.com/a" class="external" rel="noopener">'],
    ['mailto:a@example.com', '<a href="mailto:a@example.com">'],
    ['tel:+491234', '<a href="tel:+491234">'],
  ])('%s leads elsewhere', async (url, tag) => {
    expect(await link(url)).toEqual({ tag, problems: [] });
  });

  test.each([
    ['../../src/main.go', 'https://github.com/acme/shop/blob/main/src/main.go'],
    ['../../src', 'https://github.com/acme/shop/tree/main/src/'],
    ['/LICENSE', 'https://github.com/acme/shop/blob/main/LICENSE'],
    ['../files/page.html', 'https://github.com/acme/shop/blob/main/docs/files/page.html'],
  ])('%s is shown by the host of the repository', async (url, href) => {
    expect(await link(url, { origin: GITHUB })).toEqual({ tag: `<a href="${href}" class="external" rel="noopener">`, problems: [] });
  });

  test('the base path stands in front', async () => {
    const base = '/portal/';
    expect((await link('setup.md#first-steps', { base })).tag).toBe('<a href="/portal/docs/shop/guide/setup/#first-steps">');
    expect((await link('/catalog/', { base })).tag).toBe('<a href="/portal/catalog/">');
    expect((await link('/portal/catalog/', { base })).tag).toBe('<a href="/portal/catalog/">');
    expect((await link('../img/a b.png', { base })).tag).toBe('<a href="/portal/docs/shop/img/a%20b.png">');
  });

  test('links and images in raw HTML are resolved like others', async () => {
    const { site, problems } = await build({
      ...FILES,
      'docs/raw.md': '<p><a href="guide/setup.md#first-steps">x</a> <img src="img/a b.png"> <img src="../img/a b.png"></p>',
    });
    expect(problems).toEqual([]);
    expect(pageAt(site, 'raw/').html).toBe(
      '<p><a href="/docs/shop/guide/setup/#first-steps">x</a> ' +
        '<img src="/docs/shop/img/a%20b.png" alt="" loading="lazy" decoding="async"> <img src="/docs/shop/img/a%20b.png" alt="" loading="lazy" decoding="async"></p>',
    );
  });

  test('a picture elsewhere in the repository is published too', async () => {
    const { site, problems } = await build({ ...FILES, 'docs/logo.md': '![Logo](../assets/logo.png)' });
    expect(problems).toEqual([]);
    expect(pageAt(site, 'logo/').html).toContain('src="/docs/shop/_repository/assets/logo.png"');
    expect(site?.assets).toContainEqual({ address: '/docs/shop/_repository/assets/logo.png', source: 'shop', path: 'assets/logo.png' });
  });

  test('another docs site of the same source is found by file', async () => {
    const source = sourceOf({
      'a/docs/index.md': '[b](../../b/docs/x.md#part) [bad](../../b/docs/x.md#parts)',
      'b/docs/index.md': '',
      'b/docs/x.md': '# X\n\n## Part',
    });
    const specs = ['a', 'b'].map((folder) => specOf(source, { folder, address: `/docs/default/component/${folder}/` }));
    const result = await buildDocs(specs, { base: '/', known: new Set() });
    expect(pageAt(result.sites[0], '').html).toContain(
      '<a href="/docs/default/component/b/x/#part">b</a> <a href="/docs/default/component/b/x/">bad</a>',
    );
    expect(lines(result)).toEqual([
      'a/docs/index.md:1:29 docs/broken-anchor The page "b/docs/x.md" has no section "#parts". Did you mean "#part"?',
    ]);
  });
});

const OTHER = { ...GITHUB, url: 'https://github.com/acme/other.git' } as Origin;

describe('links to files of repositories on their hosts', () => {
  const LINKED = {
    'docs/index.md': '# Home',
    'docs/guide/README.md': '# Guide\n\n## Part',
    'docs/setup.md': '# Setup',
    'src/x.md': '# No page',
  };
  const specs = (text: string) => [
    { ...specOf(sourceOf(LINKED, GITHUB)), address: '/docs/shop/' },
    {
      ...specOf({ ...sourceOf({ 'docs/index.md': text }, OTHER), id: 'other' }),
      address: '/docs/other/',
    },
  ];

  test.each([
    ['https://github.com/acme/shop/blob/main/docs/setup.md', '/docs/shop/setup/'],
    ['https://GitHub.com/Acme/Shop/blob/main/docs/guide/README.md#part', '/docs/shop/guide/#part'],
    ['https://github.com/acme/shop/tree/main/docs/guide', '/docs/shop/guide/'],
    ['https://github.com/acme/shop/tree/main/docs/guide/', '/docs/shop/guide/'],
    [`https://github.com/acme/shop/blob/${'a'.repeat(40)}/docs/index.md`, '/docs/shop/'],
    ['https://github.com/acme/other/blob/main/docs/index.md', '/docs/other/'],
  ])('%s leads to the page that was made of the file', async (url, href) => {
    const { sites, problems } = await buildDocs(specs(`[x](${url})`), { base: '/', known: new Set() });
    expect(problems).toEqual([]);
    expect(pageAt(sites[1], '').html).toBe(`<p><a href="${href}">x</a></p>`);
  });

  test.each([
    'https://github.com/acme/shop/blob/v1/docs/setup.md',
    'https://github.com/acme/shop/blob/main/src/x.md',
    'https://github.com/acme/shop/edit/main/docs/setup.md',
    'https://github.com/acme/shop/raw/main/docs/setup.md',
    'https://github.com/acme/shop/blob/main/docs/setup.md?plain=1',
    'https://github.com/acme/shop/blob/main/docs/setup.md#L3',
    'https://github.com/acme/shop',
    'https://github.com/acme/stranger/blob/main/docs/setup.md',
    'https://gitlab.com/acme/shop/-/blob/main/docs/setup.md',
  ])('%s is left to the host', async (url) => {
    const { sites } = await buildDocs(specs(`[x](${url})`), { base: '/', known: new Set() });
    expect(pageAt(sites[1], '').html).toContain(` href="${url}"`);
  });

  test('a section that the page does not have is told', async () => {
    const result = await buildDocs(specs('[x](https://github.com/acme/shop/blob/main/docs/guide/README.md#prat)'), {
      base: '/',
      known: new Set(),
    });
    expect(lines(result)).toEqual([
      expect.stringMatching(/^docs\/index\.md:1:1 docs\/broken-anchor The page "docs\/guide\/README\.md" has no section "#prat"/),
    ]);
  });
});

describe('links that lead nowhere', () => {
  test.each([
    [
      'setpu.md',
      'docs/guide/links.md:1:1 docs/broken-link The link leads to "setpu.md", but there is no such page or file. Did you mean "setup.md"?',
    ],
    [
      '../setup.md',
      'docs/guide/links.md:1:1 docs/broken-link The link leads to "../setup.md", but there is no such page or file. Did you mean "setup.md"?',
    ],
    [
      '../../../../../etc/passwd',
      'docs/guide/links.md:1:1 docs/broken-link The link leads to "../../../../../etc/passwd", but there is no such page or file.',
    ],
    [
      '/catalog/default/component/other/',
      'docs/guide/links.md:1:1 docs/unknown-address The link leads to "/catalog/default/component/other/", but this portal has no such page.',
    ],
    [
      'www.example.com',
      'docs/guide/links.md:1:1 docs/broken-link The link leads to "www.example.com", but there is no such page or file. Did you mean "https://www.example.com"?',
    ],
    [
      'someone@example.com',
      'docs/guide/links.md:1:1 docs/broken-link The link leads to "someone@example.com", but there is no such page or file. Did you mean "mailto:someone@example.com"?',
    ],
    ['#nothing', 'docs/guide/links.md:1:1 docs/broken-anchor This page has no section "#nothing".'],
    [
      '../../src/main.go',
      'docs/guide/links.md:1:1 docs/not-published The link leads to "src/main.go", which is in the repository but is not published. Link to the file on its host instead.',
    ],
    [
      'javascript:alert(1)',
      'docs/guide/links.md:1:1 docs/unsafe-link Links with the scheme "javascript:" are not allowed. Use http, https, mailto or tel.',
    ],
    ['%00', 'docs/guide/links.md:1:1 docs/broken-link The link leads to "%00", but there is no such page or file.'],
    ['%', 'docs/guide/links.md:1:1 docs/broken-link The link leads to "%25", but there is no such page or file.'],
  ])('%s is text and reported', async (url, problem) => {
    expect(await link(url)).toEqual({ tag: '<span class="broken">', problems: [problem] });
  });

  test('a section that another page lacks costs the link its section', async () => {
    expect(await link('setup.md#frist-steps')).toEqual({
      tag: '<a href="/docs/shop/guide/setup/">',
      problems: [
        'docs/guide/links.md:1:1 docs/broken-anchor The page "docs/guide/setup.md" has no section "#frist-steps". Did you mean "#first-steps"?',
      ],
    });
  });

  test('places are exact behind front matter, in lists and in raw HTML', async () => {
    const text = '---\ntitle: x\n---\n\n- item\n\n  see [a](nothing.md)\n\n<div>\n  <a href="void.md">b</a>\n</div>\n';
    const result = await build({ 'docs/index.md': text });
    expect(result.problems.map(({ place }) => [place?.line, place?.column])).toEqual([
      [7, 7],
      [10, 3],
    ]);
  });
});
