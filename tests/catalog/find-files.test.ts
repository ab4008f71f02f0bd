import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { findEntityFiles } from '../../src/catalog/find-files.ts';
import { snapshotOf, sourceOf } from './snapshot.ts';

const FILES = {
  'catalog-info.yaml': '',
  'services/b/catalog-info.yaml': '',
  'services/a/catalog-info.yaml': '',
  'README.md': '',
  '.hidden/catalog-info.yaml': '',
};

describe('findEntityFiles', () => {
  test.each([
    [['catalog-info.yaml', 'catalog-info.yml'], ['catalog-info.yaml']],
    [
      ['services/*/catalog-info.yaml', '**/*.yaml'],
      ['services/a/catalog-info.yaml', 'services/b/catalog-info.yaml', 'catalog-info.yaml'],
    ],
    [
      ['./catalog-info.yaml', '/services/b/*.yaml'],
      ['catalog-info.yaml', 'services/b/catalog-info.yaml'],
    ],
    [['services/{a,c}/*.yaml'], ['services/a/catalog-info.yaml']],
    [['nothing.yaml'], []],
    [[], []],
  ])('of %j', (catalog, expected) => {
    expect(findEntityFiles(sourceOf(FILES, { catalog }))).toEqual(expected);
  });
});

describe('a source without entity files', () => {
  test('is mentioned, with the files that its globs miss', () => {
    const { problems } = buildCatalog(snapshotOf(sourceOf({ 'services/a/catalog-info.yaml': '' }, { id: 'payments' })));
    expect(problems).toEqual([
      {
        rule: 'catalog/no-entity-file',
        severity: 'info',
        message: 'Source "payments" has no file that matches "catalog-info.yaml" or "catalog-info.yml".',
        hint: 'There is "services/a/catalog-info.yaml": set "catalog" of the source in portal.yaml, e.g. to ["**/catalog-info.yaml"].',
      },
    ]);
  });

  test('is fine when it has a docs site, or is asked for no entities', () => {
    const sources = [sourceOf({ 'README.md': '' }, { docs: '.' }), sourceOf({ 'README.md': '' }, { id: 'other', catalog: [] })];
    expect(buildCatalog(snapshotOf(...sources)).problems).toEqual([]);
  });
});
