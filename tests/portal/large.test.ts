// An organisation with hundreds of systems, APIs and groups: pages that show all of it hold a part, and say where the rest is.
import { describe, expect, test } from 'vitest';
import { apiRows } from '../../src/portal/api-view.ts';
import { overviewView } from '../../src/portal/graph-view.ts';
import { homeView } from '../../src/portal/home-view.ts';
import { landscape } from '../../src/portal/landscape-view.ts';
import { compile, entity, source } from './organisation.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const owned = { owner: 'team', lifecycle: 'production' };

/** Domains with systems, a component in each, and everybody in need of everybody else: of the first domain twice. */
function organisation(domains: number, systems: number) {
  const names = numbers(domains * systems).map((index) => `s${index}`);
  return source('large', {
    'catalog-info.yaml': [
      ...numbers(domains).map((index) => entity('Domain', `d${index}`, { owner: 'team' })),
      ...names.map((name, index) => entity('System', name, { owner: 'team', domain: `d${index % domains}` })),
      ...names.map((name, index) =>
        entity('Component', `c${index}`, {
          ...owned,
          type: 'service',
          system: name,
          dependsOn: numbers(domains).flatMap((domain) => (domain === index % domains ? [] : [`component:c${domain}`])),
        }),
      ),
      ...numbers(30).map((index) => entity('API', `a${index}`, { ...owned, type: index < 25 ? 'openapi' : 'grpc', definition: 'x' })),
    ].join(''),
  });
}

const small = await compile([organisation(3, 4)]);
const large = await compile([organisation(14, 20)]);

describe('the home page', () => {
  test('lists systems as long as a page can hold them, then domains with their counts', () => {
    expect(homeView(small).domains.map(({ systems, count }) => [systems.length, count])).toEqual(numbers(3).map(() => [4, '4 systems']));
    const { domains } = homeView(large);
    expect(domains.map(({ systems, count }) => [systems.length, count])).toEqual(numbers(14).map(() => [0, '20 systems']));
    expect(domains[0]?.href).toBe('/catalog/default/domain/d0/');
  });
});

describe('the landscape', () => {
  test('says much of few systems, and of many their names and how many parts they have', () => {
    expect(landscape(small).areas[0]).toMatchObject({ names: [], more: 0, totals: { systems: 4, parts: 4 } });
    expect(landscape(small).areas[0]?.systems).toHaveLength(4);
    const [area] = landscape(large).areas;
    expect(area).toMatchObject({ systems: [], more: 0, totals: { systems: 20, parts: 20 } });
    expect(area?.names).toHaveLength(20);
    expect(area?.names[0]).toMatchObject({ link: { title: 's0' }, parts: 1 });
  });

  test('counts what it has no room for', async () => {
    const [area] = landscape(await compile([organisation(2, 450)])).areas;
    expect((area?.names.length ?? 0) + (area?.more ?? 0)).toBe(450);
    expect(area?.more).toBeGreaterThan(0);
    expect(area?.moreHref).toBe('/catalog/default/domain/d0/');
  });
});

describe("the picture on the graph's page", () => {
  test('has the strongest lines, and says how many it leaves out', () => {
    const overview = overviewView(large);
    const lines = overview?.wide.edges ?? [];
    expect(lines).toHaveLength(120);
    expect(overview?.words).toContain(`${14 * 13 - 120} are left out`);
    expect(overviewView(small)?.words).not.toContain('left out');
  });
});

describe('the list of APIs', () => {
  test('gives each type its share when there are too many', async () => {
    const many = numbers(500).map((index) =>
      entity('API', `a${index}`, { ...owned, type: index < 480 ? 'openapi' : 'grpc', definition: 'x' }),
    );
    const [first, second] = apiRows(await compile([source('apis', { 'catalog-info.yaml': many.join('') })]));
    expect([first?.total, first?.rows.length, second?.total, second?.rows.length]).toEqual([480, 230, 20, 10]);
    expect(first?.all).toEqual({ href: '/catalog/api/', liveHref: '/catalog/?kind=api&type=openapi' });
  });

  test('shows all of few', () => {
    expect(apiRows(small).map(({ total, rows, all }) => [total, rows.length, all])).toEqual([
      [25, 25, null],
      [5, 5, null],
    ]);
  });
});
