// What the generator promises: the size that was asked for, the same bytes for the same seed.
import { describe, expect, test } from 'vitest';
import { commonMarkdownFiles, markdownFiles, portalFiles } from '../../../scripts/bench/files.ts';
import type { Size } from '../../../scripts/bench/model.ts';
import { planOrganisation, sizeFault } from '../../../scripts/bench/plan.ts';
import { divide } from '../../../scripts/bench/quota.ts';
import { written } from './organisation.ts';

const bytes = (size: Size) => [
  ...portalFiles(planOrganisation(size)),
  ...markdownFiles(planOrganisation(size)),
  ...commonMarkdownFiles(planOrganisation(size)),
];

const SIZES: readonly Size[] = [
  { entities: 10, docs: 0, seed: 'a' },
  { entities: 10, docs: 1, seed: 'a' },
  { entities: 11, docs: 40, seed: 'b' },
  { entities: 200, docs: 32, seed: 'c' },
  { entities: 300, docs: 200, repos: 1, seed: 'd' },
  { entities: 300, docs: 31, repos: 200, seed: 'e' },
  { entities: 1000, docs: 1000, seed: 'f' },
];

describe('planOrganisation', () => {
  test('gives the same bytes for the same seed', () => {
    const size = { entities: 120, docs: 60, seed: 'one' };
    expect(bytes(size)).toEqual(bytes(size));
  });

  test('gives other bytes for another seed', () => {
    const [one, other] = ['one', 'other'].map(
      (seed) => new Map(bytes({ entities: 120, docs: 60, seed }).map(({ path, text }) => [path, text])),
    );
    const same = [...(one ?? [])].filter(([path, text]) => other?.get(path) === text);
    expect(one?.size).toBeGreaterThan(150);
    expect(same).toEqual([]);
  });

  test.each(SIZES)('has exactly $entities entities and $docs pages in $repos repositories, seed $seed', (size) => {
    const { entities, sites, files, organisation } = written(size);
    expect(entities).toHaveLength(size.entities);
    const kinds = Map.groupBy(entities, ({ entity }) => entity.kind);
    expect(Object.fromEntries([...kinds].map(([kind, ofKind]) => [kind, ofKind.length]))).toEqual(divide(size.entities));
    expect(new Set(entities.map(({ entity }) => entity.metadata.name.toLowerCase())).size).toBe(size.entities);
    expect(sites.flatMap(({ pages }) => pages)).toHaveLength(size.docs);
    const repositories = new Set([...files.keys()].flatMap((path) => /^repos\/([^/]+)/.exec(path)?.[1] ?? []));
    expect(repositories.size).toBe(size.repos ?? Math.max(1, Math.round(size.entities / 10)));
    expect(organisation.mistakes.size).toBe(Math.round(size.entities * 0.05));
  });

  test('makes many small sites and a few large ones', () => {
    const sizes = [...planOrganisation({ entities: 4000, docs: 4000, seed: 'g' }).sites.values()].map(({ pages }) => pages.length);
    const sorted = sizes.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(15);
    expect(sorted.at(-1)).toBeGreaterThan(60);
    expect(sorted.at(-1)).toBeLessThanOrEqual(450);
  });

  test('makes docs alone when there are to be no entities, each site in a repository of its own', () => {
    const { files, entities, sites } = written({ entities: 0, docs: 70, seed: 'h' });
    expect(entities).toEqual([]);
    expect(sites.flatMap(({ pages }) => pages)).toHaveLength(70);
    expect(sites.every(({ folder }) => /^repos\/[^/]+\/$/.test(folder))).toBe(true);
    expect(files.get('portal.yaml')).toMatch(/^title: .*\nsources:\n  - path: repos\/\*\n    docs: '\.'\n$/);
    expect([...files.keys()].filter((path) => !path.startsWith('repos/'))).toEqual(['portal.yaml']);
  });

  test('throws for a size with a fault', () => {
    expect(() => planOrganisation({ entities: 3, docs: 0, seed: '' })).toThrow('at least 10');
  });
});

describe('sizeFault', () => {
  test.each([
    [{ entities: 9, docs: 1, seed: '' }, 'at least 10 entities'],
    [{ entities: 0, docs: 1, repos: 4, seed: '' }, 'leave their number out'],
    [{ entities: 10, docs: 1, repos: 0, seed: '' }, '1 to 2 repositories'],
    [{ entities: 10, docs: 1, repos: 3, seed: '' }, '1 to 2 repositories'],
  ])('%o is refused', (size, message) => {
    expect(sizeFault(size)).toContain(message);
  });
});
