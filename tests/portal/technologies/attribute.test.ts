// Whose a manifest is, in repositories of all shapes.
import { describe, expect, test } from 'vitest';
import { compileShop, component, entity, entry, source, users } from './shop.ts';

const RADAR = {
  'react.md': entry('React', 'adopt', 'packages: [react]\n'),
  'go.md': entry('Go', 'adopt', 'packages: [pkg:generic/go]\n'),
  'actions.md': entry('Actions', 'adopt', "packages: ['pkg:githubactions/*']\n"),
};
const REACT = '{"dependencies": {"react": "19"}}';
const WORKFLOW = 'jobs: {a: {steps: [{uses: actions/checkout@v5}]}}';
const CATALOG = ['**/catalog-info.yaml'];

/** Names of the components that use an entry. */
async function namesOf(files: Record<string, string>, id: string): Promise<string[]> {
  const portal = await compileShop([source('repo', files, { catalog: CATALOG })], RADAR);
  return users(portal, id).map((line) => line.split(':')[0] ?? '');
}

describe('a manifest belongs to', () => {
  const monorepo = {
    'catalog-info.yaml': entity('System', 'shop', { owner: 'shop' }),
    'services/a/catalog-info.yaml': component('a', 'shop'),
    'services/a/deep/down/package.json': REACT,
    'services/b/catalog-info.yaml': component('b', 'shop'),
    'services/b/go.mod': 'module b\n',
    'tools/go.mod': 'module t\n',
    '.github/workflows/ci.yml': WORKFLOW,
  };

  test('the component whose file is the nearest above', async () => {
    expect(await namesOf(monorepo, 'react')).toEqual(['a']);
  });

  test('all components of the repository where none is above', async () => {
    expect(await namesOf(monorepo, 'actions')).toEqual(['a', 'b']);
    expect(await namesOf(monorepo, 'go')).toEqual(['a', 'b']);
  });

  const together = {
    'catalog-info.yaml': component('gate', 'shop') + component('scanner', 'shop') + entity('API', 'sync', { owner: 'shop', type: 'grpc' }),
    'go.mod': 'module gate\n',
    'scanner/app/package.json': REACT,
    '.github/workflows/ci.yml': WORKFLOW,
  };

  test('of several in one file, the one that is called as a folder on the way', async () => {
    expect(await namesOf(together, 'react')).toEqual(['scanner']);
  });

  test('of several in one file, else those that have no folder of their own', async () => {
    expect(await namesOf(together, 'go')).toEqual(['gate']);
  });

  test('all of them where it speaks of the whole repository', async () => {
    expect(await namesOf(together, 'actions')).toEqual(['gate', 'scanner']);
  });

  test('nobody where it would belong to very many: the repository only lists them', async () => {
    const many = Array.from({ length: 21 }, (_, index) => component(`c${index}`, 'shop'));
    expect(await namesOf({ 'catalog-info.yaml': many.join(''), 'package.json': REACT }, 'react')).toEqual([]);
    expect(await namesOf({ 'catalog-info.yaml': many.slice(1).join(''), 'package.json': REACT }, 'react')).toHaveLength(20);
  });

  test('the component whose code is said to lie there, in whichever source', async () => {
    const git = (url: string) => ({ type: 'git' as const, url, ref: null, commit: 'a'.repeat(40), committedAt: '2026-01-01T00:00:00Z' });
    const at = (name: string, location: string) => component(name, 'shop', { annotations: { 'backstage.io/source-location': location } });
    const portal = await compileShop(
      [
        source(
          'central',
          {
            'catalog-info.yaml': [
              at('web', 'url:https://github.com/acme/code/tree/main/web/'),
              at('root', 'url:https://github.com/acme/code/tree/main/'),
              at('away', 'url:https://github.com/acme/other/tree/main/'),
              at('near', 'dir:./near'),
            ].join(''),
            'package.json': REACT,
            'near/go.mod': 'module near\n',
          },
          { origin: git('https://github.com/acme/central.git') },
        ),
        source('code', { 'web/package.json': REACT, 'go.mod': 'module root\n' }, { origin: git('https://github.com/acme/code.git') }),
      ],
      RADAR,
    );
    expect(users(portal, 'react')).toEqual(['near: package react 19', 'web: package react 19']);
    expect(users(portal, 'go')).toEqual(['near: package go', 'root: package go']);
  });
});
