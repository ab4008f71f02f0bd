import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { catalogRules } from '../../src/catalog/rules.ts';
import type { Rule } from '../../src/lib/problem.ts';
import { fixture, snapshotOf } from './snapshot.ts';

/** Rules that have no line to be marked, or need more than a fixture; their tests are elsewhere, but for the last, which nothing breaks. */
const ELSEWHERE = [
  'catalog/no-entity-file',
  'yaml/not-text',
  'yaml/too-large',
  'location/limit',
  'placeholder/too-large',
  'entity/rejected',
];

const MARKED = ['names', 'metadata', 'spec', 'relations', 'yaml', 'lookalikes', 'duplicates', 'locations', 'placeholders'];

describe('catalogRules', () => {
  test.each(Object.entries<Rule>(catalogRules))('%s is explained', (_, rule) => {
    expect(rule.meaning).toMatch(/^[A-Z][^\n]*\.$/);
    expect(rule.why).toMatch(/^[A-Z][^\n]*\.$/);
    expect(rule.wrong === undefined).toBe(rule.right === undefined);
    if (rule.wrong !== undefined) expect(rule.wrong).not.toBe(rule.right);
  });

  test('are all broken by a marked fixture, or tested elsewhere', () => {
    const { problems } = buildCatalog(snapshotOf(...MARKED.map(fixture)));
    const broken = new Set(problems.map(({ rule }) => rule));
    expect(
      Object.keys(catalogRules)
        .filter((rule) => !broken.has(rule))
        .toSorted(),
    ).toEqual(ELSEWHERE.toSorted());
  });

  test('make problems that say in one sentence what is wrong, and belong to an entity where there is one', () => {
    const { catalog, problems } = buildCatalog(snapshotOf(...MARKED.map(fixture)));
    for (const { message, hint, subject, place } of problems) {
      expect(message).toMatch(/^\S[^\n]*\.$/);
      expect(message).not.toContain('catalog-info.yaml:');
      expect(hint ?? 'Hint.').toMatch(/^[A-Z"][^\n]*$/);
      expect(place?.line).toBeGreaterThan(0);
      expect(place?.column).toBeGreaterThan(0);
      if (subject !== undefined) expect(catalog.get(subject)).not.toBeNull();
    }
  });
});
