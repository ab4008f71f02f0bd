// Groups and what they own, with the groups below them; the tree and the landscape of an organisation.
import { describe, expect, test } from 'vitest';
import { groupTree, pruneTree } from '../../src/portal/group-tree.ts';
import { landscape } from '../../src/portal/landscape-view.ts';
import { ownership, ownsAnything } from '../../src/portal/ownership.ts';
import { groupsBelow, membersView } from '../../src/portal/people-view.ts';
import type { Entity, Portal } from '../../src/portal/types.ts';
import { relationPages } from '../../src/portal/relation-view.ts';
import { SHOP, compile, entity, source } from './organisation.ts';

const group = (name: string, parent?: string, members: string[] = []) =>
  entity('Group', name, { type: 'team', children: [], members, ...(parent !== undefined && { parent }) });
const service = { type: 'service', lifecycle: 'production' };

const portal = await compile([
  source('s', {
    'catalog-info.yaml': [
      group('root'),
      group('a', 'root', ['ann', 'bob']),
      group('b', 'a', ['bob', 'cid']),
      group('ring-1', 'ring-2'),
      group('ring-2', 'ring-1'),
      entity('User', 'ann', { memberOf: [], profile: { displayName: 'Ann' } }),
      entity('System', 'shop', { owner: 'a' }),
      entity('Component', 'one', { ...service, owner: 'a', system: 'shop' }),
      entity('Component', 'two', { ...service, owner: 'b', system: 'shop' }),
      entity('Component', 'site', { ...service, type: 'website', owner: 'b' }),
      entity('Domain', 'outer', { owner: 'root' }),
      entity('Domain', 'inner', { owner: 'root', subdomainOf: 'outer' }),
      entity('System', 'deep', { owner: 'b', domain: 'inner' }),
      entity('Domain', 'round', { owner: 'root', subdomainOf: 'trip' }),
      entity('Domain', 'trip', { owner: 'root', subdomainOf: 'round' }),
    ].join(''),
  }),
]);

function get(ref: string, from: Portal = portal): Entity {
  const found = from.catalog.get(ref);
  if (found === null) throw new Error(`${ref} is not there`);
  return found;
}

describe('groupsBelow(portal, group)', () => {
  test('lists every level once, also in a ring', () => {
    expect(groupsBelow(portal, get('group:default/root')).map((one) => one.name)).toEqual(['a', 'b']);
    expect(groupsBelow(portal, get('group:default/ring-1')).map((one) => one.name)).toEqual(['ring-2']);
  });
});

describe('membersView(portal, group)', () => {
  test('lists direct members, and those below who are not among them', () => {
    const view = membersView(portal, get('group:default/a'));
    expect(view.direct.map((one) => [one.title, one.href === null])).toEqual([
      ['Ann', false],
      ['bob', true],
    ]);
    expect(view.below.map((one) => [one.group.title, one.people.map((person) => person.title)])).toEqual([['b', ['cid']]]);
    expect([view.total, view.hidden]).toEqual([3, 0]);
  });

  test('lists so many people and counts the others', async () => {
    const names = Array.from({ length: 700 }, (_, index) => `u${index}`);
    const large = await compile([
      source('s', { 'catalog-info.yaml': group('top', undefined, names.slice(0, 350)) + group('low', 'top', names.slice(350)) }),
    ]);
    const view = membersView(large, get('group:default/top', large));
    expect([view.direct.length, view.below[0]?.people.length, view.total, view.hidden]).toEqual([300, 300, 700, 100]);
  });
});

describe('ownership(portal, owner)', () => {
  test('counts by type and by system, directly and with the groups below', () => {
    const view = ownership(portal, get('group:default/a'));
    expect([view.direct.total, view.total]).toEqual([2, 5]);
    expect(view.others.map((one) => [one.owner.title, one.total])).toEqual([['b', 3]]);
    expect(view.types.direct.map((one) => [one.label, one.count, one.href])).toEqual([
      ['Component · service', 1, '/catalog/?kind=component&type=service&owner=group%3Adefault%2Fa'],
      ['Systems', 1, '/catalog/?kind=system&owner=group%3Adefault%2Fa'],
    ]);
    expect(view.types.all.map((one) => [one.label, one.count])).toEqual([
      ['Component · service', 2],
      ['Component · website', 1],
      ['Systems', 2],
    ]);
    expect(view.systems.all.find((one) => one.label === 'shop')?.count).toBe(2);
  });

  test('leads to the complete list where there is one', async () => {
    const owned = (count: number) =>
      compile([
        source('s', {
          'catalog-info.yaml':
            group('all') +
            Array.from({ length: count }, (_, index) => entity('Component', `c-${index}`, { ...service, owner: 'all' })).join(''),
        }),
      ]);
    for (const [count, href] of [
      [12, null],
      [13, '/catalog/default/group/all/relations/ownerOf/'],
    ] as const) {
      const one = await owned(count);
      expect(ownership(one, get('group:default/all', one)).listHref).toBe(href);
      expect(relationPages(one).map(({ type }) => type)).toEqual(href === null ? [] : ['ownerOf']);
    }
  });

  test('knows who owns nothing at all', () => {
    expect(ownsAnything(portal, get('group:default/root'))).toBe(true);
    expect(ownsAnything(portal, get('group:default/ring-1'))).toBe(false);
    expect(ownsAnything(portal, get('user:default/ann'))).toBe(true);
  });
});

describe('groupTree(portal) and pruneTree(nodes, most)', () => {
  test('counts everybody and everything below once', () => {
    const [root, ring] = groupTree(portal);
    expect(root).toMatchObject({ members: 0, allMembers: 3, owns: 4, allOwns: 9, below: 2 });
    expect(root?.children[0]).toMatchObject({ members: 2, allMembers: 3, below: 1 });
    expect(ring?.below).toBe(1);
  });

  test('keeps the levels that have room, and says how much lies below', async () => {
    const many = Array.from({ length: 30 }, (_, index) => group(`t${index}`, `d${index % 5}`)).join('');
    const large = await compile([
      source('s', { 'catalog-info.yaml': group('top') + Array.from({ length: 5 }, (_, i) => group(`d${i}`, 'top')).join('') + many }),
    ]);
    const tree = groupTree(large);
    const [cut] = pruneTree(tree, 10);
    expect(cut?.children).toHaveLength(5);
    expect(cut?.children.every((one) => one.children.length === 0 && one.below === 6)).toBe(true);
    expect(pruneTree(tree, 100)[0]?.children[0]?.children).toHaveLength(6);
  });
});

describe('landscape(portal)', () => {
  test('nests domains, and lists what belongs to no domain and no system', () => {
    const view = landscape(portal);
    expect(view.areas.map((area) => area.link?.title ?? null)).toEqual(['outer', 'round', null]);
    expect(view.areas[0]?.areas[0]).toMatchObject({ link: { title: 'inner' }, systems: [{ link: { title: 'deep' } }] });
    expect(view.areas[0]?.totals).toEqual({ systems: 1, parts: 0 });
    expect(view.areas.at(-1)?.systems[0]).toMatchObject({ link: { title: 'shop' }, counts: [{ label: 'Components', count: 2 }] });
    expect(view.loose).toMatchObject([{ label: 'Components', count: 1, links: [{ title: 'site' }] }]);
  });

  test('marks what is deprecated and counts problems', async () => {
    const shop = landscape(await compile([SHOP]));
    const parts = shop.areas[0]?.systems.flatMap((cell) => cell.parts) ?? [];
    expect(parts.filter((part) => part.isDeprecated).map((part) => part.link.title)).toEqual(['cart']);
    expect(shop.areas[0]?.systems.map((cell) => [cell.link.title, cell.problems])).toEqual([
      ['checkout', 1],
      ['money', 1],
    ]);
  });
});
