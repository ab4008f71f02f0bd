import { describe, expect, test } from 'vitest';
import type { NavItem } from '../../src/docs/types.ts';
import { GITHUB, build, lines, pageAt } from './fixture.ts';

/** The nav as indented lines: title and address below the site. */
function outline(items: readonly NavItem[] | undefined, indent = ''): string[] {
  return (items ?? []).flatMap(({ title, address, href, children }) => [
    `${indent}${title}${address === null ? '' : ` /${address.replace('/docs/shop/', '')}`}${href === undefined ? '' : ` ${href}`}`,
    ...outline(children, `${indent}  `),
  ]);
}
const addresses = (site: Awaited<ReturnType<typeof build>>['site']) =>
  site?.pages.map(({ address }) => address.replace('/docs/shop/', '/'));

describe('pages that a nav does not name', () => {
  const FILES = { 'docs/index.md': '# A', 'docs/b.md': '# B', 'docs/c/d.md': '# D' };

  test.each([
    [
      'nav:\n  - index.md\n',
      [
        'mkdocs.yml:2:3 docs/unused-page The nav does not name 2 pages: "b.md", "c/d.md". Add what is missing to the nav, or name it in "not_in_nav".',
      ],
    ],
    [
      'nav:\n  - index.md\nnot_in_nav: |\n  c/\n',
      [
        'mkdocs.yml:2:3 docs/unused-page The nav does not name the page: "b.md". Add what is missing to the nav, or name it in "not_in_nav".',
      ],
    ],
    ['nav:\n  - index.md\nexclude_docs: b.md\nnot_in_nav: /c\n', []],
    ['nav:\n  - index.md\n  - b.md\n  - c/\n', []],
    ['site_name: X\n', []],
  ])('%j gives %j', async (mkdocs, expected) => {
    expect(lines(await build({ ...FILES, 'mkdocs.yml': mkdocs }))).toEqual(expected);
  });

  test('are called by name up to ten', async () => {
    const many = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`docs/p${index + 10}.md`, '# P']));
    const [first = ''] = lines(await build({ ...FILES, ...many, 'mkdocs.yml': 'nav: [index.md, b.md, c/d.md]\n' }));
    expect(first).toContain('13 pages: "p10.md", ');
    expect(first).toContain('"p19.md" and 3 more.');
  });

  test('of included sites are left to these', async () => {
    const files = {
      'docs/index.md': '# A',
      'mkdocs.yml': "nav:\n  - index.md\n  - Api: '!include ./api/mkdocs.yml'\n",
      'api/mkdocs.yml': 'site_name: api\nnav: [index.md]\n',
      'api/docs/index.md': '# I',
      'api/docs/more.md': '# M',
    };
    expect(lines(await build(files))).toEqual([]);
  });
});

describe('buildDocs: what a site is', () => {
  test('mkdocs.yml with a nav gives title, sections, pages and links; pages outside the nav come last', async () => {
    const { site, problems } = await build({
      'mkdocs.yml':
        'site_name: Shop &amp; more\nsite_description: All about it\nnav:\n  - Start: index.md\n  - guide/setup.md\n  - Reference:\n    - API: ref/api.md\n    - Deep:\n      - ref/deep.md\n' +
        '  - Source: https://example.com/x\n  - https://example.com/bare\n  - Ops: ops/\n  - Whole folder: how/\n  - Sheet: sheet.pdf\n',
      'docs/index.md': '# Welcome\n\nFirst words.',
      'docs/guide/setup.md': '---\ntitle: Setting up\n---\n# Setup',
      'docs/ref/api.md': 'no heading',
      'docs/ref/deep.md': '# Deep <b>one</b>',
      'docs/ops/index.md': '# Operations',
      'docs/how/a.md': '# How A',
      'docs/how/b.md': '# How B',
      'docs/zz.md': '# Not in the nav',
      'docs/sheet.pdf': '%PDF',
      'docs/notes.txt': 'not a page',
    });
    expect(problems.map(({ rule }) => rule)).toEqual(['docs/unused-page']);
    expect(site).toMatchObject({ title: 'Shop & more', description: 'All about it' });
    expect(outline(site?.nav)).toEqual([
      'Start /',
      'Setting up /guide/setup/',
      'Reference',
      '  API /ref/api/',
      '  Deep',
      '    Deep one /ref/deep/',
      'Source https://example.com/x',
      'https://example.com/bare https://example.com/bare',
      'Ops /ops/',
      'Whole folder',
      '  How A /how/a/',
      '  How B /how/b/',
      'Sheet /docs/shop/sheet.pdf',
    ]);
    expect(addresses(site)).toEqual(['/', '/guide/setup/', '/ref/api/', '/ref/deep/', '/ops/', '/how/a/', '/how/b/', '/zz/']);
    expect(site?.assets).toEqual([{ address: '/docs/shop/sheet.pdf', source: 'shop', path: 'docs/sheet.pdf' }]);
    expect(pageAt(site, '')).toMatchObject({ title: 'Welcome', hasTitle: true, description: 'First words.', file: 'docs/index.md' });
    expect(pageAt(site, 'guide/setup/')).toMatchObject({ title: 'Setting up', hasTitle: true });
    expect(pageAt(site, 'ref/api/')).toMatchObject({ title: 'API', hasTitle: false });
  });

  test('without a nav it is made from the files: index first, pages by name, then folders', async () => {
    const { site } = await build({
      'mkdocs.yml': 'site_name: Shop',
      'docs/index.md': 'Home',
      'docs/b-page.md': '',
      'docs/A.md': '',
      'docs/how-to/README.md': '# How to',
      'docs/how-to/z.md': '',
      'docs/.hidden.md': '',
      'docs/.github/x.md': '',
      'docs/templates/x.md': '',
      'docs/how-to/templates/x.md': '',
    });
    expect(outline(site?.nav)).toEqual([
      'Home /',
      'A /A/',
      'B page /b-page/',
      'How to',
      '  How to /how-to/',
      '  Z /how-to/z/',
      '  Templates',
      '    X /how-to/templates/x/',
    ]);
  });

  test.each([
    ['docs/ beside nothing', { 'docs/a.md': '' }, ['/', '/a/']],
    [
      'docs/ and a README beside it, which is the home',
      { 'docs/a.md': '', 'README.md': '# Shop\n\n[a](docs/a.md)', 'src/x.md': '' },
      ['/', '/a/'],
    ],
    ['only a README', { 'README.md': '# Shop', 'src/deep/notes.md': '' }, ['/']],
    ['Markdown beside the README', { 'README.md': '[c](CHANGELOG.md)', 'CHANGELOG.md': '' }, ['/', '/CHANGELOG/']],
    [
      'mkdocs.yaml before mkdocs.yml',
      { 'mkdocs.yaml': 'docs_dir: a', 'mkdocs.yml': 'docs_dir: b', 'a/x.md': '', 'b/y.md': '' },
      ['/', '/x/'],
    ],
    ['docs_dir: .', { 'mkdocs.yml': 'docs_dir: .', 'index.md': '', 'x/y.md': '' }, ['/', '/x/y/']],
  ])('%s', async (_name, files, expected) => {
    const { site, problems } = await build(files);
    expect(problems).toEqual([]);
    expect(addresses(site)).toEqual(expected);
  });

  test('a folder without mkdocs.yml holds all its Markdown', async () => {
    const { site } = await build({ 'geps/one/index.md': '', 'geps/two.md': '', 'other/x.md': '' }, { spec: { folder: 'geps' } });
    expect(addresses(site)).toEqual(['/', '/two/', '/one/']);
  });

  test('without an index the first page of the nav answers at the address of the site too', async () => {
    const { site } = await build({ 'mkdocs.yml': 'nav:\n  - b.md\n  - a.md', 'docs/a.md': '# A', 'docs/b.md': '# B' });
    expect(site?.pages.map(({ address, canonical, title }) => [address, canonical, title])).toEqual([
      ['/docs/shop/', '/docs/shop/b/', 'B'],
      ['/docs/shop/b/', undefined, 'B'],
      ['/docs/shop/a/', undefined, 'A'],
    ]);
  });

  test('exclude_docs leaves pages out', async () => {
    const { site, problems } = await build({
      'mkdocs.yml': 'exclude_docs: |\n  # a comment\n  drafts/\n  *.tmp.md\n  !keep.tmp.md\nnav:\n  - index.md\n  - drafts/x.md\n',
      'docs/index.md': '[x](drafts/x.md)',
      'docs/drafts/x.md': '',
      'docs/a.tmp.md': '',
      'docs/keep.tmp.md': '',
    });
    expect(addresses(site)).toEqual(['/', '/keep.tmp/']);
    expect(problems.map(({ rule }) => rule)).toEqual(['docs/not-published', 'docs/unused-page', 'docs/missing-page']);
  });

  test('what is wrong with a nav is said where it stands', async () => {
    const result = await build({
      'mkdocs.yml':
        'nav:\n  - Setup: setpu.md\n  - Up: ../x.md\n  - Nothing:\n  - 7\n  - Bad: ftp://example.com\n  - Portal: /catalog/x/\n  - Script: javascript:alert(1)\n  - index.md\n',
      'docs/index.md': '',
      'docs/setup.md': '',
    });
    expect(lines(result)).toEqual([
      'mkdocs.yml:2:3 docs/unused-page The nav does not name the page: "setup.md". Add what is missing to the nav, or name it in "not_in_nav".',
      'mkdocs.yml:2:12 docs/missing-page The nav names "setpu.md", but there is no such page. Did you mean "setup.md"?',
      'mkdocs.yml:3:9 docs/outside The nav names "../x.md", which lies outside the docs folder.',
      'mkdocs.yml:4:5 docs/bad-nav An entry of the nav must be the path of a page, or a title with a path, a URL or a list of entries.',
      'mkdocs.yml:5:5 docs/bad-nav An entry of the nav must be the path of a page, or a title with a path, a URL or a list of entries.',
      'mkdocs.yml:6:10 docs/unsafe-link The nav leads to "ftp://example.com", which is no web address. Use http, https or mailto.',
      'mkdocs.yml:7:13 docs/missing-page The nav leads to "/catalog/x/", but the portal has no such page.',
      'mkdocs.yml:8:13 docs/unsafe-link The nav leads to "javascript:alert(1)", which is no web address. Use http, https or mailto.',
    ]);
    expect(outline(result.site?.nav)).toEqual(['Home /']);
  });

  test('two files at one address: that of the folder stays, the other is reported', async () => {
    const result = await build({
      'docs/a.md': '# One',
      'docs/a/index.md': '# Two',
      'docs/index.md': '',
      'docs/README.md': '',
      'docs/x/README.md': '',
    });
    expect(addresses(result.site)).toEqual(['/', '/a/', '/x/']);
    expect(result.problems.map(({ rule, severity, place }) => [rule, severity, place?.path])).toEqual([
      ['docs/same-address', 'info', 'docs/README.md'],
      ['docs/same-address', 'warning', 'docs/a.md'],
    ]);
  });

  test.each([
    ['an empty repository', {}, {}, 'There is no Markdown in the source.'],
    ['a folder that is not there', { 'README.md': '' }, { folder: 'handbook' }, 'There is no Markdown in the folder "handbook".'],
    ['a way out', { 'README.md': '' }, { folder: '../other' }, 'There is no Markdown in the folder "../other".'],
  ])('%s gives no site and one problem where the site was asked for', async (_name, files, spec, message) => {
    const result = await build(files, {
      spec: { ...spec, subject: 'component:default/shop', place: { source: 'shop', path: 'catalog-info.yaml', line: 7 } },
    });
    expect(result.sites).toEqual([]);
    expect(result.problems).toMatchObject([
      { rule: 'docs/missing-folder', message, subject: 'component:default/shop', place: { path: 'catalog-info.yaml', line: 7 } },
    ]);
  });

  test('a docs folder without pages is reported, and the README shown', async () => {
    const result = await build({ 'mkdocs.yml': 'docs_dir: pages\n', 'README.md': '# Shop' });
    expect(lines(result)).toEqual(['mkdocs.yml:1:11 docs/missing-folder The docs folder "pages" has no Markdown file.']);
    expect(addresses(result.site)).toEqual(['/']);
  });

  test('an unreadable mkdocs.yml costs its settings, not the site', async () => {
    const result = await build({ 'mkdocs.yml': 'nav: [', 'docs/index.md': '# Shop' });
    expect(result.problems.map(({ rule }) => rule)).toEqual(['docs/bad-mkdocs']);
    expect(addresses(result.site)).toEqual(['/']);
  });

  test('pages that cannot be read or rendered are there with a notice', async () => {
    const result = await build({
      'docs/index.md': '[binary](binary.md) [deep](deep.md)',
      'docs/binary.md': new Uint8Array([0xc3, 0x28]),
      'docs/deep.md': '<b>'.repeat(20_000),
      'docs/long.md': `${'> '.repeat(200)}x`,
    });
    expect(lines(result)).toEqual([
      'docs/binary.md:: docs/not-text The page is not valid UTF-8 text.',
      'docs/deep.md:: docs/unrenderable The page cannot be rendered: it is nested too deeply.',
      'docs/long.md:: docs/unrenderable The page cannot be rendered: it is nested too deeply.',
    ]);
    expect(pageAt(result.site, 'binary/').html).toBe('<p class="broken">The page is not valid UTF-8 text.</p>');
    expect(pageAt(result.site, 'long/').html).toMatch(/^<pre tabindex="0">&gt; /);
  });

  test('edit and view links come from mkdocs.yml or from the host of the source', async () => {
    const files = { 'docs/a b.md': '' };
    const links = async (mkdocs: string, origin = GITHUB) => {
      const { site } = await build({ 'mkdocs.yml': mkdocs, ...files }, { origin });
      const { editUrl, viewUrl } = pageAt(site, 'a b/');
      return [editUrl, viewUrl];
    };
    const view = 'https://github.com/acme/shop/blob/main/docs/a%20b.md';
    expect(await links('')).toEqual(['https://github.com/acme/shop/edit/main/docs/a%20b.md', view]);
    expect(await links('repo_url: https://git.example/x\nedit_uri: edit/main/handbook')).toEqual([
      'https://git.example/x/edit/main/handbook/a%20b.md',
      view,
    ]);
    expect(await links('repo_url: https://git.example/x\nedit_uri_template: "?file={path_noext}"')).toEqual([
      'https://git.example/x?file=a%20b',
      view,
    ]);
    expect(await links('edit_uri: https://cms.example/edit')).toEqual(['https://cms.example/edit/a%20b.md', view]);
    expect(await links('repo_url: https://git.example/x\nedit_uri: ""')).toEqual([null, view]);
    expect(await links('repo_url: javascript:alert(1)\nedit_uri: x')).toEqual([
      'https://github.com/acme/shop/edit/main/docs/a%20b.md',
      view,
    ]);
    expect(await links('repo_url: https://github.com/a/b', { type: 'path', path: 'x' })).toEqual([
      'https://github.com/a/b/edit/master/docs/a%20b.md',
      null,
    ]);
    expect(await links('', { type: 'path', path: 'x' })).toEqual([null, null]);
  });
});
