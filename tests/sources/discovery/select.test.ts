// Which repositories are wanted, and which files they are asked for.
import { describe, expect, test } from 'vitest';
import type { DiscoveryQuery } from '../../../src/config/types.ts';
import { memoryFiles } from '../../../src/lib/files.ts';
import { entryName } from '../../../src/sources/discovery/entry-name.ts';
import { askedPaths, holdsCatalog, selects } from '../../../src/sources/discovery/select.ts';
import type { Listed } from '../../../src/sources/discovery/types.ts';

const QUERY: DiscoveryQuery = {
  service: 'github',
  host: 'github.com',
  owner: 'acme',
  topics: [],
  names: [],
  archived: false,
  forks: false,
  subgroups: true,
};
const REPOSITORY: Listed = {
  name: 'plain',
  key: 'plain',
  addresses: [],
  topics: [],
  archived: false,
  fork: false,
  branch: 'main',
  commit: null,
  catalog: null,
};

describe('selects(query)', () => {
  const all: Listed[] = [
    REPOSITORY,
    { ...REPOSITORY, name: 'archived', archived: true },
    { ...REPOSITORY, name: 'fork', fork: true },
    { ...REPOSITORY, name: 'empty', branch: null },
    { ...REPOSITORY, name: 'web', topics: ['Portal', 'x'] },
    { ...REPOSITORY, name: 'Svc-a', topics: ['y'] },
  ];
  test.each<[query: Partial<DiscoveryQuery>, wanted: string[]]>([
    [{}, ['plain', 'web', 'Svc-a']],
    [{ archived: true }, ['plain', 'archived', 'web', 'Svc-a']],
    [{ forks: true }, ['plain', 'fork', 'web', 'Svc-a']],
    [{ topics: ['portal', 'z'] }, ['web']],
    [{ topics: ['X', 'Y'] }, ['web', 'Svc-a']],
    [{ names: ['SVC-*', 'plain'] }, ['plain', 'Svc-a']],
    [{ names: ['svc-*'], topics: ['portal'] }, []],
  ])('takes for %j %j', (query, wanted) => {
    expect(all.filter(selects({ ...QUERY, ...query })).map(({ name }) => name)).toEqual(wanted);
  });
});

describe('askedPaths(catalog)', () => {
  test.each([
    [
      ['catalog-info.yaml', './catalog-info.yml', 'a/../catalog-info.yaml'],
      ['catalog-info.yaml', 'catalog-info.yml'],
    ],
    [['catalog-info.yaml', 'services/*/catalog-info.yaml'], []],
    [['.'], []],
    [Array.from({ length: 11 }, (_, index) => `${index}.yaml`), []],
  ])('of %j are %j', (catalog, wanted) => {
    expect(askedPaths(catalog)).toEqual(wanted);
  });
});

describe('holdsCatalog(files, catalog)', () => {
  test.each([
    [['catalog-info.yaml'], true],
    [['./catalog-info.yaml'], true],
    [['**/info.yaml', '*/x.yaml'], true],
    [['*/catalog-info.yaml'], false],
  ])('with %j is %j', (catalog, wanted) => {
    expect(holdsCatalog(memoryFiles({ 'catalog-info.yaml': '', 'a/x.yaml': '' }), catalog)).toBe(wanted);
  });
});

describe('entryName(query)', () => {
  test.each<[query: Partial<DiscoveryQuery>, wanted: string]>([
    [{}, 'github:acme'],
    [{ host: 'ghe.acme.example' }, 'github:ghe.acme.example/acme'],
    [{ service: 'gitlab', host: 'gitlab.com', owner: 'acme/a', subgroups: false }, 'gitlab:acme/a subgroups=false'],
    [{ service: 'gitea', host: 'git.acme.example' }, 'gitea:git.acme.example/acme'],
    [{ service: 'bitbucket', host: 'bitbucket.org' }, 'bitbucket:acme'],
    [{ service: 'bitbucket-server', host: 'git.acme.example' }, 'bitbucket:git.acme.example/acme'],
    [{ topics: ['a', 'b'], names: ['svc-*'], archived: true, forks: true }, 'github:acme topics=a,b names=svc-* archived forks'],
  ])('of %j is %j', (query, wanted) => {
    expect(entryName({ ...QUERY, ...query })).toBe(wanted);
  });
});
