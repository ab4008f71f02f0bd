import { describe, expect, test } from 'vitest';
import { catalogView, kindPages, kindView } from '../../src/portal/catalog-view.ts';
import { docsPageView } from '../../src/portal/docs-view.ts';
import { entityHead, entityOverview } from '../../src/portal/entity-view.ts';
import { groupTree } from '../../src/portal/group-tree.ts';
import { plainSummary } from '../../src/portal/links.ts';
import { ownership } from '../../src/portal/ownership.ts';
import { initials, members } from '../../src/portal/people-view.ts';
import { problemGroups } from '../../src/portal/problem-view.ts';
import { isSafeUrl } from '../../src/portal/profile.ts';
import { relationSections } from '../../src/portal/relation-view.ts';
import type { Entity, Portal } from '../../src/portal/types.ts';
import { SHOP, compile, entity, source } from './organisation.ts';

const portal = await compile([SHOP]);

function get(ref: string, from: Portal = portal): Entity {
  const found = from.catalog.get(ref);
  if (found === null) throw new Error(`${ref} is not there`);
  return found;
}

describe('compilePortal(config, snapshot)', () => {
  test('gives the same portal for the same snapshot', async () => {
    const again = await compile([SHOP]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(portal));
  });

  test('survives sources without anything in them', async () => {
    const empty = await compile([source('empty', {})]);
    expect(empty.catalog.entities).toEqual([]);
    expect(catalogView(empty).rows).toEqual([]);
  });

  test('joins docs to the entities that name or share them, and leads other addresses to them', async () => {
    const docs = await compile([
      source('guide', {
        'catalog-info.yaml': [
          entity('Component', 'a', {}, { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } }),
          entity('Component', 'b', {}, { annotations: { 'backstage.io/techdocs-ref': 'dir:./' } }),
          entity('Component', 'c', {}, { annotations: { 'backstage.io/techdocs-entity': 'component:default/a' } }),
          entity('Component', 'd', {}, { annotations: { 'backstage.io/techdocs-entity': 'component:default/aa' } }),
          entity('Component', 'e', {}, { annotations: { 'backstage.io/techdocs-ref': 'url:https://wiki.example/1' } }),
        ].join(''),
        'mkdocs.yml': 'site_name: Guide\nnav:\n  - Home: index.md\n  - More:\n      - next.md\n',
        'docs/index.md': '# Guide\n\n[Next](next.md)\n',
        'docs/next.md': '# Next\n\n## One\n\n## Two\n',
      }),
    ]);
    expect(docs.docs.map((entry) => entry.site.address)).toEqual(['/docs/default/component/a/']);
    expect(['a', 'b', 'c', 'd'].map((name) => docs.docsOf(`component:default/${name}`)?.site.title ?? null)).toEqual([
      'Guide',
      'Guide',
      'Guide',
      null,
    ]);
    expect(docs.redirects.map((redirect) => redirect.from)).toEqual(['/docs/default/component/b/', '/docs/default/component/c/']);
    const rules = docs.problems.map((problem) => [problem.rule, problem.subject]);
    expect(rules).toContainEqual(['docs/unknown-entity', 'component:default/d']);
    expect(rules).toContainEqual(['docs/unreachable-ref', 'component:default/e']);

    const [home, next] = docs.docsPages;
    const view = next === undefined ? null : docsPageView(docs, next);
    expect(view?.previous?.title).toBe('Home');
    expect(view?.next).toBeNull();
    expect(view?.crumbs).toEqual(['More']);
    expect(view?.toc.map((heading) => heading.text)).toEqual(['One', 'Two']);
    expect(home?.page.html).toContain('href="/docs/default/component/a/next/"');
  });

  test('an entity may name a page of the docs it shares, and old pages lead to new ones', async () => {
    const shows = (name: string, path: string) =>
      entity(
        'Component',
        name,
        {},
        { annotations: { 'backstage.io/techdocs-entity': 'component:a', 'backstage.io/techdocs-entity-path': path } },
      );
    const docs = await compile([
      source('guide', {
        'catalog-info.yaml': [
          entity('Component', 'a', {}, { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } }),
          shows('b', '/ops/runbook#stuck'),
          shows('c', 'ops/'),
          shows('d', 'ops/nothing'),
        ]
          .join('')
          .replaceAll('component:a', 'component:default/a'),
        'mkdocs.yml':
          'plugins:\n  - redirects:\n      redirect_maps:\n        old.md: ops/runbook.md\n        gone.md: https://wiki.example/x\nsite_name: Guide\n',
        'docs/index.md': '# Guide',
        'docs/ops/index.md': '# Operations',
        'docs/ops/runbook.md': '# Runbook\n\n## Stuck',
      }),
    ]);
    const home = '/docs/default/component/a/';
    expect(docs.redirects.map(({ from, to }) => [from, to])).toEqual([
      [`${home}gone/`, 'https://wiki.example/x'],
      [`${home}old/`, `${home}ops/runbook/`],
      ['/docs/default/component/b/', `${home}ops/runbook/#stuck`],
      ['/docs/default/component/c/', `${home}ops/`],
      ['/docs/default/component/d/', home],
    ]);
    expect(docs.docsAddressOf('component:default/b')).toBe(`${home}ops/runbook/#stuck`);
    const tab = entityHead(docs, get('component:default/c', docs), '').tabs.find(({ label }) => label === 'Docs');
    expect(tab?.href).toBe(`${home}ops/`);
    expect(docs.problems.filter(({ rule }) => rule.startsWith('docs/')).map(({ rule, subject }) => [rule, subject])).toEqual([
      ['docs/unknown-page', 'component:default/d'],
    ]);
  });

  test('decisions stand in the docs of their entity, or are its docs', async () => {
    const named = (name: string, annotations: object) => entity('Component', name, {}, { annotations });
    const docs = await compile([
      source('shop', {
        'catalog-info.yaml': [
          named('a', { 'backstage.io/techdocs-ref': 'dir:.', 'backstage.io/adr-location': 'decisions' }),
          named('b', { 'backstage.io/techdocs-entity': 'component:default/a', 'backstage.io/adr-location': './decisions/' }),
          named('c', { 'backstage.io/adr-location': 'docs/adr' }),
          named('d', { 'backstage.io/adr-location': 'https://wiki.example/adr' }),
        ].join(''),
        'docs/index.md': '# Shop',
        'docs/adr/0001-x.md': '# X',
        'decisions/0001-y.md': '# Y',
      }),
    ]);
    const pages = docs.docs.map(({ site }) => [site.address, site.pages.map(({ title }) => title)]);
    expect(pages).toEqual([
      ['/docs/default/component/a/', ['Shop', 'X', 'Decision log', 'Y']],
      ['/docs/default/component/c/', ['Decision log', 'X']],
    ]);
    expect(docs.redirects.map(({ from }) => from)).toEqual(['/docs/default/component/b/']);
    expect(docs.problems.filter(({ rule }) => rule.startsWith('docs/')).map(({ rule, subject }) => [rule, subject])).toEqual([
      ['docs/unreachable-ref', 'component:default/d'],
    ]);
  });
});

describe('entityHead, entityOverview, relationSections', () => {
  test('the head tells owner, system, domain and lifecycle, and where the entity belongs', () => {
    const head = entityHead(portal, get('component:default/cart'), '');
    expect(head.crumbs.map((crumb) => crumb.title)).toEqual(['commerce', 'checkout', 'service']);
    expect(head.facts.map((fact) => fact.label)).toEqual(['Owner', 'System', 'Domain', 'Lifecycle', 'Type']);
    expect(head.tabs.map((tab) => tab.label)).toEqual(['Overview', 'Dependencies', 'Problems', 'Raw']);
    expect(head.tags).toEqual([{ tag: 'go', href: '/catalog/?kind=component&tag=go' }]);
  });

  test('lists relations in one order and keeps missing ones as text', () => {
    const sections = relationSections(portal, get('component:default/cart'));
    expect(sections.map((section) => section.title)).toEqual(['Depends on', 'Needed by']);
    expect(sections[0]?.rows[0]).toMatchObject({ ref: 'resource:default/cart-db', href: null });
  });

  test('a group is told about the problems of what it owns', () => {
    const { problems } = entityOverview(portal, get('group:default/payments'));
    expect(problems.map((problem) => problem.subject?.ref)).toEqual(['component:default/cart', 'component:default/web']);
  });

  test('ends the way up when parents form a circle', async () => {
    const circle = await compile([
      source('circle', {
        'catalog-info.yaml': ['a', 'b']
          .map((name) => entity('Group', name, { type: 'team', children: [], parent: name === 'a' ? 'b' : 'a' }))
          .join(''),
      }),
    ]);
    expect(entityHead(circle, get('group:default/a', circle), '').crumbs.map((crumb) => crumb.title)).toEqual(['b', 'team']);
    expect(groupTree(circle).map((node) => [node.link.title, node.children.length])).toEqual([['a', 1]]);
  });

  test.each([
    ['https://a.example', true],
    ['mailto:a@b.example', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['/relative', false],
  ])('isSafeUrl(%j) is %j', (url, expected) => {
    expect(isSafeUrl(url)).toBe(expected);
  });
});

describe('people', () => {
  test('members, what they own, and their initials', () => {
    const group = get('group:default/payments');
    expect(members(portal, group).map((person) => [person.title, person.email, person.initials])).toEqual([
      ['Ann Example', 'ann@shop.example', 'AE'],
    ]);
    expect(ownership(portal, group).direct.kinds.map((kind) => [kind.title, kind.rows.length])).toEqual([
      ['Components', 2],
      ['APIs', 1],
      ['Systems', 2],
    ]);
    const ann = ownership(portal, get('user:default/ann'));
    expect(ann.direct.total).toBe(0);
    expect(ann.others.map((other) => [other.owner.title, other.kinds.map((kind) => kind.rows.length)])).toEqual([['Payments', [2, 1, 2]]]);
    expect(['Ann', 'ann-marie de.vries', ''].map(initials)).toEqual(['A', 'AV', '']);
  });

  test('the tree has each group once, below its parent', () => {
    expect(groupTree(portal).map((node) => [node.link.title, node.children.map((child) => child.link.title)])).toEqual([
      ['company', ['Payments']],
    ]);
  });
});

describe('problemGroups(portal)', () => {
  test('groups by the owner that exists; what belongs to nobody comes last', () => {
    expect(problemGroups(portal).map((group) => [group.title, group.problems.length])).toEqual([
      ['Payments', 2],
      ['Without an owner', 1],
    ]);
  });
});

describe('the catalog index', () => {
  test('shows components first, with counts by filter', () => {
    const view = catalogView(portal);
    expect(view.rows.map((row) => row.title)).toEqual(['cart', 'ledger', 'web']);
    const counts = (id: string) => view.facets.find((facet) => facet.id === id)?.values.map((one) => [one.value, one.count]);
    expect(counts('lifecycle')).toEqual([
      ['production', 2],
      ['deprecated', 1],
    ]);
    expect(counts('status')).toEqual([
      ['problems', 2],
      ['deprecated', 1],
      ['unowned', 1],
      ['undocumented', 3],
    ]);
  });

  test('every entity is on exactly one page of the complete lists', () => {
    const listed = kindPages(portal).flatMap((page) => kindView(portal, page).rows.map((row) => row.ref));
    expect(listed.toSorted()).toEqual(portal.catalog.entities.map((one) => one.ref).toSorted());
  });

  test('long lists are cut into pages', async () => {
    const many = await compile([
      source('many', { 'catalog-info.yaml': Array.from({ length: 205 }, (_, n) => entity('Component', `c${n}`, {})).join('') }),
    ]);
    const pages = kindPages(many);
    expect(pages.map(({ address, total }) => [address, total])).toEqual([
      ['/catalog/component/', 205],
      ['/catalog/component/2/', 205],
      ['/catalog/component/3/', 205],
    ]);
    expect(pages.map((page) => kindView(many, page).rows.length)).toEqual([100, 100, 5]);
    expect(catalogView(many).rows).toHaveLength(50);
  });
});

test('plainSummary gives one line of plain text', () => {
  expect(plainSummary('Takes **the** [order](https://x.example) from `cart`.\n\nMore.')).toBe('Takes the order from cart.');
  expect(plainSummary('word '.repeat(60)).length).toBeLessThanOrEqual(160);
  expect(plainSummary('x'.repeat(60), 20)).toBe(`${'x'.repeat(18)}…`);
});

test('docs may lie in another source, named by its address on the git host', async () => {
  const origin = (url: string) => ({ type: 'git', url, ref: 'main', commit: 'a'.repeat(40), committedAt: '2026-01-01T00:00:00Z' }) as const;
  const named = (url: string) => entity('Component', 'a', {}, { annotations: { 'backstage.io/techdocs-ref': url } });
  const handbook = source(
    'handbook',
    { 'guides/docs/index.md': '# Handbook\n' },
    { origin: origin('https://github.com/shop/handbook.git'), catalog: [] },
  );
  const titles = async (url: string) =>
    (await compile([source('code', { 'catalog-info.yaml': named(url) }), handbook])).docs.map((entry) => [entry.source, entry.entity?.ref]);
  expect(await titles('url:https://github.com/shop/handbook/tree/main/guides')).toEqual([['handbook', 'component:default/a']]);
  expect(await titles('url:https://github.com/shop/handbook/tree/main/guides/')).toEqual([['handbook', 'component:default/a']]);
  expect(await titles('url:https://github.com/shop/other/tree/main/guides')).toEqual([]);
});
