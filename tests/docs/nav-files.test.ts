import { describe, expect, test } from 'vitest';
import type { NavItem } from '../../src/docs/types.ts';
import { build, lines } from './fixture.ts';

const outline = (items: readonly NavItem[] | undefined, indent = ''): string[] =>
  (items ?? []).flatMap(({ title, href, children }) => [
    `${indent}${title}${href === undefined ? '' : ` ${href}`}`,
    ...outline(children, `${indent}  `),
  ]);

const PAGES = {
  'docs/index.md': '# Home',
  'docs/b.md': '# B',
  'docs/a.md': '# A',
  'docs/guides/one.md': '# One',
  'docs/guides/two.md': '# Two',
  'docs/guides/deep/three.md': '# Three',
  'docs/x.hidden.md': '# X',
};

describe.each(['.nav.yml', '.pages'])('buildDocs: %s', (name) => {
  const nav = async (files: Record<string, string>, mkdocs = 'site_name: Shop') => {
    const named = Object.entries(files).map(([folder, text]) => [`docs/${folder}${name}`, text]);
    const { site, problems } = await build({ 'mkdocs.yml': mkdocs, ...PAGES, ...Object.fromEntries(named) });
    return { nav: outline(site?.nav), problems: lines({ problems }), pages: site?.pages.length };
  };

  test('names pages, folders, sections and links; what it does not name is found all the same', async () => {
    const found = await nav({
      '': 'nav:\n  - b.md\n  - Start: index.md\n  - Section:\n    - guides\n    - Site: https://example.com\n',
      'guides/': 'title: How to\nnav:\n  - two.md\n  - one.md\n',
    });
    expect(found.problems).toEqual([]);
    expect(found.nav).toEqual(['B', 'Start', 'Section', '  How to', '    Two', '    One', '  Site https://example.com']);
    expect(found.pages).toBe(7);
  });

  test('a folder alone may say something; the others are made from their files', async () => {
    expect((await nav({ 'guides/': 'nav: [deep, two.md]' })).nav).toEqual([
      'Home',
      'A',
      'B',
      'X',
      'Guides',
      '  Deep',
      '    Three',
      '  Two',
    ]);
    expect((await nav({ 'guides/': 'hide: true' })).nav).toEqual(['Home', 'A', 'B', 'X']);
    expect((await nav({ 'guides/deep/': 'title: Depths' })).nav).toContain('  Depths');
  });

  test('... and patterns stand for what is not named, each once', async () => {
    expect((await nav({ '': 'nav:\n  - b.md\n  - ...\n  - index.md\n' })).nav).toEqual([
      'B',
      'A',
      'X',
      'Guides',
      '  One',
      '  Two',
      '  Deep',
      '    Three',
      'Home',
    ]);
    expect((await nav({ '': "nav:\n  - ...\n  - Hidden:\n    - '*.hidden.md'\n  - guides\n" })).nav.slice(0, 5)).toEqual([
      'Home',
      'A',
      'B',
      'Hidden',
      '  X',
    ]);
    expect((await nav({ '': "nav:\n  - '... | [ab].md'\n  - glob: 'guides/**/t*.md'\n" })).nav).toEqual(['A', 'B', 'Three', 'Two']);
  });

  test('the nav of mkdocs.yml goes before it', async () => {
    expect((await nav({ '': 'nav: [b.md]' }, 'nav:\n  - a.md\n')).nav).toEqual(['A']);
  });

  test('a folder that is named again and again stands there once', async () => {
    const again = `nav:\n${'  - guides\n'.repeat(200)}`;
    expect((await nav({ '': again })).nav).toEqual(['Guides', '  One', '  Two', '  Deep', '    Three']);
  });

  test('what is wrong with it is said', async () => {
    const found = await nav({ '': 'nav:\n  - c.md\n  - ../secret.md\n  - index.md\n', 'guides/': '- a' });
    expect(found.problems).toEqual([
      `docs/${name}:2:3 docs/outside The nav names "../secret.md", which lies outside the docs folder.`,
      `docs/${name}:2:3 docs/missing-page The nav names "c.md", but there is no such page. Did you mean "a.md"?`,
    ]);
    expect((await nav({ 'guides/': '- a' })).problems).toEqual([
      `docs/guides/${name}:1:1 docs/bad-mkdocs The file must be a mapping of settings.`,
    ]);
  });
});

describe('buildDocs: options of one of the plugins', () => {
  const nav = async (files: Record<string, string>) => outline((await build({ ...PAGES, ...files })).site?.nav);

  test('order and sort turn pages and folders around', async () => {
    expect(await nav({ 'docs/.pages': 'order: desc' })).toEqual(['Home', 'Guides', '  One', '  Two', '  Deep', '    Three', 'X', 'B', 'A']);
    expect(await nav({ 'docs/guides/.nav.yml': 'sort:\n  direction: desc' })).toEqual([
      'Home',
      'A',
      'B',
      'X',
      'Guides',
      '  Deep',
      '    Three',
      '  Two',
      '  One',
    ]);
  });

  test('ignore hides below its folder, append_unmatched shows what is not named', async () => {
    const files = { 'docs/.nav.yml': "ignore: ['*.hidden.md', deep/]\nappend_unmatched: true\nnav:\n  - b.md\n" };
    expect(await nav(files)).toEqual(['B', 'Home', 'A', 'Guides', '  One', '  Two']);
  });
});
