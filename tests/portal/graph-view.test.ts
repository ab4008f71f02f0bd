// What an entity's page says of what breaks with it, how owners are reached, and the overview of the graph's page.
import { describe, expect, test } from 'vitest';
import { contactsOf } from '../../src/portal/contacts.ts';
import { impactView, overviewView } from '../../src/portal/graph-view.ts';
import type { Entity, Portal } from '../../src/portal/types.ts';
import { SHOP, compile, entity, source } from './organisation.ts';

const portal = await compile([SHOP]);
const get = (from: Portal, ref: string): Entity => {
  const found = from.catalog.get(ref);
  if (found === null) throw new Error(`There is no ${ref}.`);
  return found;
};
const service = { type: 'service', lifecycle: 'production', owner: 'team' };
const team = (links: object[], email?: string) =>
  entity('Group', 'team', { type: 'team', children: [], ...(email !== undefined && { profile: { email } }) }, { links });

describe('impactView(portal, entity)', () => {
  test('lists what needs an API by owner, nearest first, and leads to the graph', () => {
    const view = impactView(portal, get(portal, 'component:default/ledger'));
    expect(view.groups.map((group) => [group.owner?.ref, group.count, group.rows.map((row) => [row.link.ref, row.distance])])).toEqual([
      [
        'group:default/payments',
        2,
        [
          ['api:default/charges', 1],
          ['component:default/web', 2],
        ],
      ],
    ]);
    expect([view.total, view.direct, view.hidden, view.circleSize]).toEqual([2, 1, 0, 0]);
    expect(view.href).toBe('/catalog-graph/?root=component%3Adefault%2Fledger&show=impact');
  });

  test('shows a part of a long list and counts the rest', async () => {
    const parts = Array.from({ length: 200 }, (_, index) =>
      entity('Component', `part-${index}`, { ...service, owner: `team-${index % 40}`, dependsOn: ['component:hub'] }),
    );
    const many = await compile([source('many', { 'catalog-info.yaml': [entity('Component', 'hub', service), ...parts].join('') })]);
    const view = impactView(many, get(many, 'component:default/hub'));
    const shown = view.groups.flatMap((group) => group.rows).length;
    expect(view.total).toBe(200);
    expect(shown).toBeLessThanOrEqual(60);
    expect(shown + view.hidden).toBe(200);
  });

  test('tells of the circle that an entity is part of, beginning with it', async () => {
    const ring = ['a', 'b', 'c'].map((name, index) =>
      entity('Component', name, { ...service, dependsOn: [`component:${['b', 'c', 'a'][index]}`] }),
    );
    const round = await compile([source('round', { 'catalog-info.yaml': ring.join('') })]);
    const view = impactView(round, get(round, 'component:default/b'));
    expect(view.circle.map((link) => link.title)).toEqual(['b', 'c', 'a', 'b']);
    expect([view.circleSize, view.total]).toEqual([3, 2]);
  });
});

describe('contactsOf(entity)', () => {
  test.each([
    [
      'an address and links',
      [{ url: 'https://chat.example/x', title: '#team' }],
      'team@shop.example',
      ['mailto:team@shop.example', 'https://chat.example/x'],
    ],
    ['no script', [{ url: 'javascript:alert(1)', title: 'x' }], undefined, []],
    ['no address that is none', [], 'call <b>me</b>', []],
    [
      'three at most',
      Array.from({ length: 9 }, (_, index) => ({ url: `https://x.example/${index}` })),
      'a@b.example',
      ['mailto:a@b.example', 'https://x.example/0', 'https://x.example/1'],
    ],
  ])('gives %s', async (_, links, email, expected) => {
    const { catalog } = await compile([source('one', { 'catalog-info.yaml': team(links, email) })]);
    const group = catalog.get('group:default/team');
    expect(group === null ? null : contactsOf(group).map((contact) => contact.href)).toEqual(expected);
  });
});

describe('overviewView(portal)', () => {
  test('draws systems and domains with links', () => {
    const view = overviewView(portal);
    expect(view?.wide.nodes.map((node) => [node.ref, node.href, node.note])).toEqual([
      ['domain:default/commerce', '/catalog/default/domain/commerce/', 'domain · 1 entity'],
      ['system:default/checkout', '/catalog/default/system/checkout/', 'system · 3 entities'],
      ['system:default/money', '/catalog/default/system/money/', 'system · 3 entities'],
    ]);
    expect(view?.tall.height).toBeGreaterThan(view?.wide.height ?? Infinity);
  });

  test('draws domains where systems are too many, and nothing where there are none', async () => {
    const systems = Array.from({ length: 90 }, (_, index) => entity('System', `s-${index}`, { owner: 'o', domain: `d-${index % 5}` }));
    const domains = Array.from({ length: 5 }, (_, index) => entity('Domain', `d-${index}`, { owner: 'o' }));
    const large = overviewView(await compile([source('large', { 'catalog-info.yaml': [...systems, ...domains].join('') })]));
    expect(large?.wide.nodes.map((node) => node.kind)).toEqual(Array.from({ length: 5 }, () => 'Domain'));
    expect(overviewView(await compile([source('one', { 'catalog-info.yaml': team([]) })]))).toBeNull();
  });
});
