// The marked fixtures: exactly the marked lines are complained of, with exactly those rules.
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { fixture, marksOf, snapshotOf, toMarks } from './snapshot.ts';

const NAMES = ['names', 'metadata', 'spec', 'relations', 'yaml', 'lookalikes', 'duplicates', 'locations', 'placeholders'];

describe('buildCatalog on marked files', () => {
  test.each(NAMES)('%s: complains of the marked lines and of nothing else', (name) => {
    const source = fixture(name);
    const marks = marksOf(source);
    expect(marks.length).toBeGreaterThan(0);
    expect(toMarks(buildCatalog(snapshotOf(source)).problems)).toEqual(marks);
  });

  test.each(['clean', 'unusual'])('%s: has nothing to complain of and nothing that Backstage rejects', (name) => {
    const { catalog, problems } = buildCatalog(snapshotOf(fixture(name)));
    expect(problems).toEqual([]);
    expect(catalog.entities.filter((entity) => entity.rejected !== null)).toEqual([]);
    expect(catalog.entities.length).toBeGreaterThan(0);
  });
});
