// What pages and the data show of what is used.
import { describe, expect, test } from 'vitest';
import { entityTabs } from '../../../src/portal/tabs.ts';
import { techRadarData } from '../../../src/portal/technologies/data.ts';
import { entityTechnologies } from '../../../src/portal/technologies/entity-technologies.ts';
import { teamTechnologies } from '../../../src/portal/technologies/team-technologies.ts';
import { usageView } from '../../../src/portal/technologies/usage-view.ts';
import { usedByView, usersPage, usersPaths } from '../../../src/portal/technologies/used-by-view.ts';
import type { Entity, Portal } from '../../../src/portal/types.ts';
import { compileShop, component, entity, entry, entryOf, source } from './shop.ts';

const ORIGIN = {
  type: 'git',
  url: 'https://github.com/acme/web.git',
  ref: 'main',
  commit: 'a'.repeat(40),
  committedAt: '2026-01-01T00:00:00Z',
} as const;

const teams =
  entity('Group', 'one', { type: 'team', children: [] }, { title: 'One' }) +
  entity('Group', 'two', { type: 'team', children: [] }, { title: 'Two' });
const portal = await compileShop(
  [
    source('org', { 'catalog-info.yaml': teams }),
    source(
      'web',
      {
        'catalog-info.yaml': component('web', 'one', { title: 'The web', tags: ['go'] }),
        'package.json': '{\n"dependencies": {"react": "^19", "jquery": "3", "@acme/x": "1"},\n"devDependencies": {"react-dom": "^19"}}',
      },
      { origin: ORIGIN },
    ),
    source('app', {
      'catalog-info.yaml': component('app', 'two'),
      'package.json': '{"devDependencies": {"react": "^18", "@acme/x": "1"}}',
    }),
    source('api', {
      'catalog-info.yaml': component('api', 'two'),
      'pom.xml': '<project><parent><groupId>g</groupId><artifactId>a</artifactId></parent></project>',
    }),
    source('old', { 'catalog-info.yaml': component('old', 'nobody', { tags: ['jquery'] }) }),
  ],
  {
    'react.md': entry('React', 'adopt', 'packages: [react, react-dom]\n'),
    'go.md': entry('Go', 'trial'),
    'jquery.md': entry('jQuery', 'hold', 'packages: [jquery]\n'),
    'flash.md': entry('Flash', 'hold'),
    'zig.md': entry('Zig', 'assess'),
    'bun.md': entry('Bun', 'assess'),
  },
);

function get(ref: string, from: Portal = portal): Entity {
  const found = from.catalog.get(ref);
  if (found === null) throw new Error(`${ref} is not there`);
  return found;
}

describe('usedByView(portal, entry)', () => {
  test('lists users by title with their owners and what shows it, linked to the line on the host', () => {
    const view = usedByView(portal, entryOf(portal, 'react'));
    expect(view).toMatchObject({ entities: 2, teams: 2, allHref: null });
    expect(view?.owners.map(({ link, count }) => [link.title, count])).toEqual([
      ['One', 1],
      ['Two', 1],
    ]);
    expect(view?.rows).toMatchObject([
      {
        link: { title: 'app' },
        owner: { title: 'Two' },
        evidence: { text: 'react', version: '^18', dev: true, place: 'package.json:1', href: null },
        more: 0,
      },
      {
        link: { title: 'The web', href: '/catalog/default/component/web/' },
        owner: { title: 'One' },
        evidence: {
          text: 'react',
          version: '^19',
          dev: false,
          place: 'package.json:2',
          href: 'https://github.com/acme/web/blob/main/package.json#L2',
        },
        more: 1,
      },
    ]);
  });

  test('shows what words say, and counts no team for an owner that nobody is', () => {
    expect(usedByView(portal, entryOf(portal, 'go'))?.rows[0]?.evidence).toMatchObject({
      text: 'tag go',
      version: '',
      place: 'catalog-info.yaml',
    });
    expect(usedByView(portal, entryOf(portal, 'zig'))).toMatchObject({ entities: 0, teams: 0, rows: [], owners: [] });
  });

  test('is cut where it is long, with the whole in pages of its own', async () => {
    const many = Array.from({ length: 450 }, (_, index) => component(`c${String(index).padStart(3, '0')}`, 'one', { tags: ['go'] })).join(
      '',
    );
    const large = await compileShop([source('s', { 'catalog-info.yaml': many })], {
      'go.md': entry('Go', 'adopt'),
      'zig.md': entry('Zig', 'adopt'),
    });
    const view = usedByView(large, entryOf(large, 'go'));
    expect(view?.rows).toHaveLength(50);
    expect(view).toMatchObject({ entities: 450, teams: 1, allHref: '/tech-radar/go/used-by/' });
    const paths = usersPaths(large);
    expect(paths.map(({ params }) => params)).toEqual([
      { entry: 'go', page: undefined },
      { entry: 'go', page: '2' },
      { entry: 'go', page: '3' },
    ]);
    const lists = paths.map(({ props }) => usersPage(large, props.technology, props.page));
    expect(lists.map(({ address }) => address)).toEqual([
      '/tech-radar/go/used-by/',
      '/tech-radar/go/used-by/2/',
      '/tech-radar/go/used-by/3/',
    ]);
    expect(new Set(lists.flatMap(({ rows }) => rows.map(({ link }) => link.ref))).size).toBe(450);
    expect(lists[1]?.pages).toMatchObject([{ current: false }, { current: true, href: '/tech-radar/go/used-by/2/' }, { current: false }]);
  });
});

describe('entityTechnologies(portal, entity)', () => {
  test('lists technologies from the innermost ring outwards', () => {
    const view = entityTechnologies(portal, get('component:default/web'));
    expect(view.rows.map(({ title, ring, hold, href }) => [title, ring, hold, href])).toEqual([
      ['React', 'Adopt', false, '/tech-radar/react/'],
      ['Go', 'Trial', false, '/tech-radar/go/'],
      ['jQuery', 'Hold', true, '/tech-radar/jquery/'],
    ]);
    expect(view).toMatchObject({ total: 3, allHref: null });
    expect(entityTechnologies(portal, get('group:default/one')).total).toBe(0);
  });

  test('has a tab for more than an overview holds, and none for fewer', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `t${index}`);
    const large = await compileShop(
      [source('s', { 'catalog-info.yaml': component('all', 'one', { tags: names }) + component('few', 'one', { tags: names.slice(2) }) })],
      Object.fromEntries(names.map((name) => [`${name}.md`, entry(name, 'adopt')])),
    );
    const tab = (ref: string) => entityTabs(large, get(ref, large), '').find(({ id }) => id === 'technologies');
    expect(tab('component:default/all')).toMatchObject({ count: 14, href: '/catalog/default/component/all/technologies/' });
    expect(tab('component:default/few')).toBeUndefined();
    const view = entityTechnologies(large, get('component:default/all', large));
    expect(view).toMatchObject({ total: 14, allHref: '/catalog/default/component/all/technologies/' });
    expect(view.rows).toHaveLength(12);
    expect(entityTechnologies(large, get('component:default/all', large), true).rows).toHaveLength(14);
  });
});

describe('teamTechnologies(portal, owner)', () => {
  test('groups what a team uses by ring, with how much of theirs does', () => {
    const { rings, total } = teamTechnologies(portal, get('group:default/one'));
    expect(total).toBe(3);
    expect(rings.map(({ name, hold, technologies }) => [name, hold, technologies.map(({ title, count }) => `${title} ${count}`)])).toEqual([
      ['Adopt', false, ['React 1']],
      ['Trial', false, ['Go 1']],
      ['Hold', true, ['jQuery 1']],
    ]);
  });
});

describe('usageView(portal)', () => {
  const view = usageView(portal);

  test('counts who uses each entry, those of most teams first', () => {
    expect(view?.used.map(({ title, teams: count, entities, hold }) => [title, count, entities, hold])).toEqual([
      ['jQuery', 2, 2, true],
      ['React', 2, 2, false],
      ['Go', 1, 1, false],
    ]);
    expect(view).toMatchObject({ entries: 6, total: { entities: 3, teams: 3 } });
    expect(view?.held.map(({ title }) => title)).toEqual(['jQuery']);
  });

  test('lists what is used without an entry, and what nobody uses; not using what is on hold is as it should be', () => {
    expect(view?.unlisted.rows.map(({ name, type, teams: count, owners }) => [name, type, count, owners])).toEqual([
      ['@acme/x', 'npm', 2, ['One', 'Two']],
      ['g:a', 'maven', 1, ['Two']],
    ]);
    expect(view?.unused.map(({ title }) => title)).toEqual(['Bun', 'Zig']);
  });

  test('is not there without a radar', async () => {
    const { compile } = await import('../organisation.ts');
    const bare = await compile([]);
    expect(usageView(bare)).toBeNull();
    expect(techRadarData(bare)).toEqual({ radars: [], unlisted: [] });
  });
});

describe('techRadarData(portal)', () => {
  const data = JSON.parse(JSON.stringify(techRadarData(portal)));

  test('tells of each entry its quadrant, ring, movement, history and users', () => {
    const [radar] = data.radars;
    expect(radar).toMatchObject({ title: 'Tech radar', address: '/tech-radar/' });
    expect(radar.rings.map(({ id }: { id: string }) => id)).toEqual(['adopt', 'trial', 'assess', 'hold']);
    const react = radar.entries.find(({ id }: { id: string }) => id === 'react');
    expect(react).toMatchObject({
      title: 'React',
      quadrant: 'tools',
      ring: 'adopt',
      moved: 'none',
      address: '/tech-radar/react/',
      hold: false,
      history: [{ ring: 'adopt' }],
      usedBy: {
        teams: ['group:default/one', 'group:default/two'],
        entities: [
          { ref: 'component:default/app', owner: 'group:default/two' },
          {
            ref: 'component:default/web',
            owner: 'group:default/one',
            evidence: [
              { by: 'package', purl: 'pkg:npm/react', version: '^19', dev: false, place: { source: 'web', path: 'package.json', line: 2 } },
              { by: 'package', purl: 'pkg:npm/react-dom', dev: true },
            ],
            more: 0,
          },
        ],
      },
    });
    expect(react).not.toHaveProperty('usage');
    expect(react).not.toHaveProperty('place');
  });

  test('tells of packages without an entry in the form of their specification', () => {
    expect(data.unlisted[0]).toEqual({
      purl: 'pkg:npm/%40acme/x',
      name: '@acme/x',
      entities: ['component:default/app', 'component:default/web'],
      teams: ['group:default/one', 'group:default/two'],
    });
  });
});
