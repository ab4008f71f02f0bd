import { describe, expect, test } from 'vitest';
import { build, lines, pageAt } from './fixture.ts';

const root = (nav: string) => `site_name: Platform\nnav:\n  - Home: index.md\n  - API: '${nav}'\n`;
const site = (name: string, nav = '\nnav:\n  - Start: index.md\n  - more.md') => `site_name: ${name}${nav}`;

describe('buildDocs: includes of the monorepo plugin', () => {
  test('!include merges a site under its site name; links see the merged docs', async () => {
    const { site: found, problems } = await build({
      'mkdocs.yml': root('!include ./services/api/mkdocs.yml'),
      'docs/index.md': '[limits](v1/api/limits.md)',
      'services/api/mkdocs.yml': site('v1/api', '\nnav:\n  - Start: index.md\n  - limits.md\ndocs_dir: handbook'),
      'services/api/handbook/index.md': '# API\n\n[up](../../index.md) [beside](limits.md) ![pic](p.png)',
      'services/api/handbook/limits.md': '# Limits',
      'services/api/handbook/p.png': 'x',
    });
    expect(problems).toEqual([]);
    expect(found?.nav[1]).toEqual({
      title: 'API',
      address: null,
      children: [
        { title: 'Start', address: '/docs/shop/v1/api/', children: [] },
        { title: 'Limits', address: '/docs/shop/v1/api/limits/', children: [] },
      ],
    });
    expect(pageAt(found, '').html).toContain('href="/docs/shop/v1/api/limits/"');
    expect(pageAt(found, 'v1/api/').html).toMatch(
      /href="\/docs\/shop\/".*href="\/docs\/shop\/v1\/api\/limits\/".*src="\/docs\/shop\/v1\/api\/p.png"/s,
    );
    expect(pageAt(found, 'v1/api/').file).toBe('services/api/handbook/index.md');
  });

  test('*include merges each site that matches, by path', async () => {
    const { site: found, problems } = await build({
      'mkdocs.yml': root('*include ./plugins/*/mkdocs.yml'),
      'docs/index.md': '',
      'plugins/b/mkdocs.yml': site('Plugin B', ''),
      'plugins/b/docs/README.md': '# B',
      'plugins/a/mkdocs.yml': site('plugin-a'),
      'plugins/a/docs/index.md': '# A',
      'plugins/a/docs/more.md': '# More',
      'plugins/a/deep/mkdocs.yml': site('deep'),
    });
    expect(problems).toEqual([]);
    expect(found?.nav[1]).toMatchObject({
      title: 'API',
      children: [
        { title: 'plugin-a', children: [{ address: '/docs/shop/plugin-a/' }, { address: '/docs/shop/plugin-a/more/' }] },
        { title: 'Plugin B', children: [{ address: '/docs/shop/plugin-b/' }] },
      ],
    });
  });

  test('an include without quotes is a YAML tag and works the same', async () => {
    const { site: found } = await build({
      'mkdocs.yml': 'nav:\n  - index.md\n  - API: !include ./api/mkdocs.yml\n',
      'docs/index.md': '',
      'api/mkdocs.yml': site('api', ''),
      'api/docs/index.md': '# API',
    });
    expect(found?.nav[1]).toMatchObject({ title: 'API', children: [{ address: '/docs/shop/api/' }] });
  });

  test('a site beside the folder may be included, one outside the repository not', async () => {
    const files = { 'a/docs/index.md': '', 'b/mkdocs.yml': site('b', ''), 'b/docs/index.md': '# B' };
    const inside = await build({ ...files, 'a/mkdocs.yml': root('!include ../b/mkdocs.yml') }, { spec: { folder: 'a' } });
    expect(inside.problems).toEqual([]);
    const outside = await build({ ...files, 'a/mkdocs.yml': root('!include ../../b/mkdocs.yml') }, { spec: { folder: 'a' } });
    expect(lines(outside)).toEqual(['a/mkdocs.yml:4:10 docs/include The include "../../b/mkdocs.yml" leaves the repository.']);
  });

  test.each([
    ['a file that is not there', '!include ./x/mkdocs.yml', {}, 'The included file "./x/mkdocs.yml" does not exist.'],
    ['a file that is no YAML', '!include ./x/mkdocs.txt', {}, 'The include "./x/mkdocs.txt" does not name a .yml file.'],
    ['a folder', '!include ./x', {}, 'The include "./x" does not name a .yml file.'],
    ['no match', '*include ./x/*/mkdocs.yml', {}, 'No file matches the include "./x/*/mkdocs.yml".'],
    [
      'too many wildcards',
      `*include ./${'*a'.repeat(20)}/mkdocs.yml`,
      {},
      `No file matches the include "./${'*a'.repeat(20)}/mkdocs.yml".`,
    ],
    [
      'no site name',
      '!include x/mkdocs.yml',
      { 'x/mkdocs.yml': 'nav: [index.md]' },
      'The included "x/mkdocs.yml" has no "site_name", which says under which address its pages stand.',
    ],
    [
      'a site name that is no address',
      '!include x/mkdocs.yml',
      { 'x/mkdocs.yml': 'site_name: "///"' },
      'The site name "///" of the included "x/mkdocs.yml" cannot be part of an address.',
    ],
    [
      'an include in an include',
      '!include x/mkdocs.yml',
      { 'x/mkdocs.yml': "site_name: x\nnav:\n  - index.md\n  - Y: '!include y/mkdocs.yml'" },
      'An included mkdocs.yml cannot include others.',
    ],
  ])('%s is reported', async (_name, nav, files, message) => {
    const result = await build({ 'mkdocs.yml': root(nav), 'docs/index.md': '', 'x/docs/index.md': '# X', ...files });
    expect(result.problems.map((problem) => [problem.rule, problem.message])).toEqual([['docs/include', message]]);
    expect(result.site?.nav[0]).toMatchObject({ title: 'Home' });
  });

  test('two sites with one name: the second is reported', async () => {
    const result = await build({
      'mkdocs.yml': "nav:\n  - A: '!include a/mkdocs.yml'\n  - B: '!include b/mkdocs.yml'\n  - index.md\n",
      'a/mkdocs.yml': site('same', ''),
      'a/docs/index.md': '# A',
      'b/mkdocs.yml': site('same', ''),
      'b/docs/index.md': '# B',
      'docs/index.md': '',
    });
    expect(lines(result)).toEqual([
      'mkdocs.yml:3:8 docs/include The included "b/mkdocs.yml" has the same site name as "a/mkdocs.yml". Give each a name of its own.',
    ]);
    expect(pageAt(result.site, 'same/').title).toBe('A');
  });

  test('a site name cannot lead out of the docs', async () => {
    const result = await build({
      'mkdocs.yml': root('!include x/mkdocs.yml'),
      'docs/index.md': '',
      'x/mkdocs.yml': site('../../evil', ''),
      'x/docs/index.md': '# X',
    });
    expect(result.site?.pages.map(({ address }) => address)).toEqual(['/docs/shop/', '/docs/shop/evil/']);
  });
});
