import { describe, expect, test } from 'vitest';
import type { NavItem } from '../../src/docs/types.ts';
import { build, lines, pageAt } from './fixture.ts';

const titles = (items: readonly NavItem[] | undefined): string[] =>
  (items ?? []).flatMap(({ title, children }) => [title, ...titles(children)]);

describe('buildDocs: INHERIT', () => {
  test('settings of the child go before those of its parents; mappings are merged, lists are not', async () => {
    const { site, problems } = await build(
      {
        'base.yml': 'site_name: Base\nsite_description: From above\ndocs_dir: handbook\nnav:\n  - b.md\n',
        'teams/mkdocs.yml': 'INHERIT: ../base.yml\nrepo_url: https://git.example/x\n',
        'teams/a/mkdocs.yml': 'INHERIT: ../mkdocs.yml\nsite_name: A\nedit_uri: edit/\nnot_in_nav: b.md\nnav:\n  - a.md\n',
        'teams/a/handbook/a.md': '# A',
        'teams/a/handbook/b.md': '# B',
      },
      { spec: { folder: 'teams/a' } },
    );
    expect(problems).toEqual([]);
    expect(site).toMatchObject({ title: 'A', description: 'From above' });
    expect(titles(site?.nav)).toEqual(['A']);
    expect(pageAt(site, 'b/').editUrl).toBe('https://git.example/x/edit/b.md');
  });

  test('what is wrong with an inherited setting is said where it is written', async () => {
    const result = await build({ 'base.yml': '\nnav:\n  - x.md\n  - index.md\n', 'mkdocs.yml': 'INHERIT: base.yml', 'docs/index.md': '' });
    expect(lines(result)).toEqual(['base.yml:3:5 docs/missing-page The nav names "x.md", but there is no such page.']);
  });

  test.each([
    ['INHERIT: ../base.yml', 'mkdocs.yml:1:10 docs/bad-mkdocs "INHERIT" must name a file of the repository.'],
    ['INHERIT: /etc/passwd', 'mkdocs.yml:1:10 docs/bad-mkdocs "INHERIT" must name a file of the repository.'],
    ['INHERIT: [a]', 'mkdocs.yml:1:10 docs/bad-mkdocs "INHERIT" must name a file of the repository.'],
    ['INHERIT: base.yml', 'mkdocs.yml:1:10 docs/bad-mkdocs The inherited file "base.yml" does not exist.'],
    ['INHERIT: mkdocs.yml', 'mkdocs.yml:1:10 docs/bad-mkdocs "INHERIT" leads in a circle.'],
  ])('%s is reported, and the file stands alone', async (text, line) => {
    const result = await build({ 'mkdocs.yml': `${text}\nsite_name: Shop`, 'docs/index.md': '' });
    expect(lines(result)).toEqual([line]);
    expect(result.site?.title).toBe('Shop');
  });
});

describe('buildDocs: other settings of mkdocs.yml', () => {
  test('!ENV gives the default, and nothing without one: no environment is read', async () => {
    const { site, problems } = await build({
      'mkdocs.yml': "site_name: !ENV [PATH, 'Shop docs']\nsite_description: !ENV HOME\nrepo_url: !ENV [HOME]\n",
      'docs/index.md': '',
    });
    expect(problems).toEqual([]);
    expect(site).toMatchObject({ title: 'Shop docs', description: '' });
  });

  test('not_in_nav hides pages from a nav that is made from the files, draft_docs leaves them out', async () => {
    const { site } = await build({
      'mkdocs.yml': 'not_in_nav: |\n  /old/\n  *.hidden.md\ndraft_docs: |\n  drafts/\n',
      'docs/index.md': '',
      'docs/a.md': '# A',
      'docs/b.hidden.md': '# B',
      'docs/old/c.md': '# C',
      'docs/drafts/d.md': '# D',
    });
    expect(titles(site?.nav)).toEqual(['Home', 'A']);
    expect(site?.pages.map(({ title }) => title)).toEqual(['Home', 'A', 'B', 'C']);
  });
});

describe('buildDocs: redirects', () => {
  const maps = (text: string, plugins = `plugins:\n  - search\n  - redirects:\n      redirect_maps:\n${text}`) => plugins;

  test('old addresses lead to pages, sections and other hosts, and links to them work', async () => {
    const { site, problems } = await build({
      'mkdocs.yml': maps("        old.md: new.md\n        a/index.md: 'new.md#part'\n        b.md: https://example.com/b\n"),
      'docs/index.md': '[rendered](old/)',
      'docs/new.md': '# New\n\n## Part',
    });
    expect(problems).toEqual([]);
    expect(site?.redirects).toEqual([
      { from: '/docs/shop/old/', to: '/docs/shop/new/' },
      { from: '/docs/shop/a/', to: '/docs/shop/new/#part' },
      { from: '/docs/shop/b/', to: 'https://example.com/b' },
    ]);
    expect(pageAt(site, '').html).toContain('href="/docs/shop/old/"');
  });

  test('plugins may be a mapping', async () => {
    const { site } = await build({
      'mkdocs.yml': 'plugins:\n  redirects:\n    redirect_maps:\n      old.md: index.md\n',
      'docs/index.md': '',
    });
    expect(site?.redirects).toEqual([{ from: '/docs/shop/old/', to: '/docs/shop/' }]);
  });

  test('what cannot work is reported where it is written', async () => {
    const result = await build({
      'mkdocs.yml': maps(
        "        a.md: x.md\n        index.md: b.md\n        old: b.md\n        c.md: 'javascript:alert(1)'\n        d.md:\n        ../e.md: b.md\n",
      ),
      'docs/index.md': '',
      'docs/b.md': '',
    });
    expect(lines(result)).toEqual([
      'mkdocs.yml:5:15 docs/redirect The redirect leads to "x.md", but there is no such page. Name a page of this site, or a URL.',
      'mkdocs.yml:6:19 docs/redirect The redirect starts at "index.md", where there is a page. Remove the page or the redirect.',
      'mkdocs.yml:7:14 docs/redirect The redirect starts at "old", which is no path of a page. Write "old.md".',
      'mkdocs.yml:8:15 docs/redirect The redirect leads to "javascript:alert(1)", but there is no such page. Name a page of this site, or a URL.',
      'mkdocs.yml:9:9 docs/redirect The redirect leads to "", but there is no such page. Name a page of this site, or a URL.',
      'mkdocs.yml:10:18 docs/redirect The redirect starts at "../e.md", which is no path of a page. Write "old.md".',
    ]);
    expect(result.site?.redirects).toEqual([]);
  });
});
