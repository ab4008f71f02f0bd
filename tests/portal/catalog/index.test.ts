// The index over a small organisation: what passes, in which order, with which counts, and what stands in the cells.
import { describe, expect, test } from 'vitest';
import { NO_INDEX_SETTINGS } from '../../../src/lib/catalog-columns.ts';
import { cellPieces, columnViews, rowView } from '../../../src/portal/catalog/cells.ts';
import { facetViews, titleOf } from '../../../src/portal/catalog/facets.ts';
import { fieldValues } from '../../../src/portal/catalog/index-data.ts';
import type { FacetId } from '../../../src/portal/catalog/index-shape.ts';
import { readWanted } from '../../../src/portal/catalog/query.ts';
import { openRows } from '../../../src/portal/catalog/rows.ts';
import { NOBODY, type Personal, ownersOf, presetOf, select } from '../../../src/portal/catalog/select.ts';
import { compilePortal } from '../../../src/portal/compile.ts';
import { CONFIG, SHOP, compile, entity, source } from '../organisation.ts';

const portal = await compile([SHOP]);
const rows = portal.index();
const want = (query: string, kind: string | null = null) => readWanted({ kind, first: 'component' }, new URLSearchParams(query));
const ask = (query: string, personal: Personal = NOBODY, of = rows) => select(of, want(query), personal);
const found = (query: string, personal: Personal = NOBODY, of = rows) => ask(query, personal, of).rows.map((row) => of.title(row));
const counts = (query: string, id: FacetId) =>
  facetViews(rows, want(query), ask(query))
    .find((facet) => facet.id === id)
    ?.values.map(({ value, count }) => [value, count]);

describe('select(rows, wanted)', () => {
  test.each([
    ['', ['cart', 'ledger', 'web']],
    ['kind=system', ['checkout', 'money']],
    ['kind=system&kind=domain', ['checkout', 'commerce', 'money']],
    ['kind=all&q=commerce', ['commerce', 'cart', 'charges', 'checkout', 'ledger', 'money', 'web']],
    ['type=website', ['web']],
    ['lifecycle=deprecated&lifecycle=production', ['cart', 'ledger', 'web']],
    ['type=service&lifecycle=deprecated', ['cart']],
    ['tag=go', ['cart']],
    ['tag=go&tag=rust', []],
    ['tag=go&tag=rust&tags=any', ['cart']],
    ['q=led', ['ledger']],
    ['q=payments%20website', ['web']],
    ['q=component:default/le', ['ledger']],
    ['kind=all&q=default/money', ['money']],
    ['q=go%20cart', ['cart']],
    ['q=go%20cart%20nothing', []],
    ['owner=group:default/payments', ['cart', 'web']],
    ['owner=payments', ['cart', 'web']],
    ['system=money', ['ledger']],
    ['domain=commerce', ['cart', 'ledger', 'web']],
    ['status=unowned', ['ledger']],
    ['status=undocumented&type=website', ['web']],
    ['status=deprecated', ['cart']],
    ['type=nothing', []],
    ['owner=constructor', []],
  ])('%j finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test.each([
    ['sort=name', ['cart', 'ledger', 'web']],
    ['sort=-name', ['web', 'ledger', 'cart']],
    ['sort=type', ['cart', 'ledger', 'web']],
    ['sort=-type', ['web', 'cart', 'ledger']],
    ['sort=lifecycle', ['cart', 'ledger', 'web']],
    ['sort=-lifecycle', ['ledger', 'web', 'cart']],
    // What has no value comes last, whichever way.
    ['sort=tags', ['cart', 'ledger', 'web']],
    ['sort=-tags', ['cart', 'ledger', 'web']],
    ['sort=nothing', ['cart', 'ledger', 'web']],
    // Without an order, what is called like the words comes first.
    ['q=e', ['ledger', 'web', 'cart']],
    ['kind=all&q=pay', ['Payments', 'cart', 'charges', 'checkout', 'money', 'web']],
  ])('%j gives the order %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test('counts what each other choice would give', () => {
    expect(counts('type=website', 'type')).toEqual([
      ['service', 2],
      ['website', 1],
    ]);
    expect(counts('type=website', 'lifecycle')).toEqual([['production', 1]]);
    expect(counts('lifecycle=deprecated', 'type')).toEqual([['service', 1]]);
    expect(counts('type=website', 'kind')?.find(([kind]) => kind === 'component')).toEqual(['component', 3]);
    expect(counts('lifecycle=deprecated', 'kind')?.filter(([, count]) => count !== 0)).toEqual([['component', 1]]);
  });

  test('each count is what choosing the value gives', () => {
    for (const start of ['', 'type=service', 'lifecycle=production&owner=payments', 'kind=all&q=e', 'kind=system']) {
      for (const { id, values } of facetViews(rows, want(start), ask(start))) {
        if (id === 'kind') continue;
        for (const { value, count, chosen } of values) {
          const query = new URLSearchParams(start);
          if (id !== 'tag') query.delete(id);
          if (!chosen || id !== 'tag') query.append(id, value);
          expect(found(query.toString()), `${start} and ${id}=${value}`).toHaveLength(count);
        }
      }
    }
  });

  test('what is chosen and not there is listed, so that it can be dropped', () => {
    expect(counts('type=nothing', 'type')).toEqual([
      ['service', 2],
      ['website', 1],
      ['nothing', 0],
    ]);
  });

  test('lists of one’s own show all kinds, unless one is named', () => {
    const me: Personal = {
      owners: ownersOf(rows, 'user:default/ann'),
      starred: new Set(['system:default/money', 'component:default/web', 'component:default/gone']),
      recent: ['component:default/web', 'domain:default/commerce', 'component:default/cart'],
    };
    expect(found('list=mine', me)).toEqual(['cart', 'charges', 'checkout', 'commerce', 'money', 'web']);
    expect(found('list=mine&kind=component', me)).toEqual(['cart', 'web']);
    expect(found('list=starred', me)).toEqual(['money', 'web']);
    expect(found('list=recent', me)).toEqual(['web', 'commerce', 'cart']);
    expect(found('list=recent&sort=name', me)).toEqual(['cart', 'commerce', 'web']);
    expect(found('list=mine')).toEqual([]);
    expect(ask('', me).lists).toEqual({ all: 3, mine: 6, starred: 2, recent: 3 });
    expect(ask('kind=component', me).lists).toEqual({ all: 3, mine: 2, starred: 1, recent: 2 });
    expect(ask('list=starred', me).lists.all).toBe(3);
  });
});

describe('ownersOf(rows, who)', () => {
  test('goes from a person over their groups to all groups above', () => {
    expect([...ownersOf(rows, 'user:default/ann')]).toEqual(['user:default/ann', 'group:default/payments', 'group:default/company']);
    expect([...ownersOf(rows, 'group:default/payments')]).toEqual(['group:default/payments', 'group:default/company']);
    expect([...ownersOf(rows, 'user:default/gone')]).toEqual(['user:default/gone']);
  });

  test('ends where groups form a ring', async () => {
    const ring = ['a', 'b'].map((name) => entity('Group', name, { type: 'team', children: [], parent: name === 'a' ? 'b' : 'a' })).join('');
    const { index } = await compile([source('ring', { 'catalog-info.yaml': ring })]);
    expect([...ownersOf(index(), 'group:default/a')]).toEqual(['group:default/a', 'group:default/b']);
  });
});

test('titleOf(rows, wanted) names kinds and lists', () => {
  const titles = ['', 'kind=api&kind=system', 'kind=all', 'list=starred', 'list=mine&kind=component', 'kind=gone'];
  expect(titles.map((query) => titleOf(rows, want(query)))).toEqual([
    'Components',
    'APIs, Systems',
    'All kinds',
    'Starred',
    'Mine: Components',
    'gone',
  ]);
});

describe('the data for the browser', () => {
  test('survives JSON and tells the same of every row', () => {
    const again = openRows(JSON.parse(JSON.stringify(rows.data)), () => null);
    expect(again.count).toBe(portal.catalog.entities.length);
    for (const one of portal.catalog.entities) {
      const row = again.find(one.ref);
      expect([again.ref(row), again.title(row), again.address(row)]).toEqual([one.ref, one.title, portal.addresses.entity(one)]);
    }
  });

  test('keeps addresses of names that break the rules', async () => {
    const odd = await compile([source('odd', { 'catalog-info.yaml': entity('Component', 'a'.repeat(120), {}) })]);
    const [one] = odd.catalog.entities;
    expect(one).toBeDefined();
    expect(one && odd.index().address(odd.index().find(one.ref))).toBe(one && odd.addresses.entity(one));
    expect(Object.keys(odd.index().data.addresses)).toHaveLength(1);
  });

  test('orders numbers by size', async () => {
    const labels = (tier: string) => ({ labels: { tier } });
    const files = ['10', '9', 'none', '1'].map((tier, index) => entity('Component', `c${index}`, {}, labels(tier))).join('');
    const column = { label: 'Tier', path: 'metadata.labels.tier', link: null, place: null };
    const settings = { ...NO_INDEX_SETTINGS, columns: ['name' as const, column] };
    const tiers = await compilePortal(
      { ...CONFIG, catalog: settings },
      { sources: [source('t', { 'catalog-info.yaml': files })], radar: null },
    );
    expect(found('sort=Tier', NOBODY, tiers.index())).toEqual(['c3', 'c1', 'c0', 'c2']);
    expect(found('sort=-Tier', NOBODY, tiers.index())).toEqual(['c2', 'c0', 'c1', 'c3']);
  });
});

describe('cells', () => {
  const row = rows.find('component:default/cart');
  const columns = columnViews(rows, presetOf(rows.data, ['component']).columns);

  test('have links to what exists, and tones of lifecycles', () => {
    const view = rowView(rows, columns, row);
    expect(columns.map(({ label }) => label)).toEqual(['Name', 'Owner', 'System', 'Type', 'Lifecycle', 'Tags']);
    expect(view).toMatchObject({ title: 'cart', address: '/catalog/default/component/cart/', icon: 'component' });
    expect(view.meta).toBe('Payments · checkout · service · deprecated');
    expect(view.cells).toEqual([
      [{ text: 'Payments', href: '/catalog/default/group/payments/', ref: 'group:default/payments' }],
      [{ text: 'checkout', href: '/catalog/default/system/checkout/', ref: 'system:default/checkout' }],
      [{ text: 'service' }],
      [{ text: 'deprecated', tone: 'bad' }],
      [{ text: 'go' }],
    ]);
  });

  test('name one kind where several are shown', () => {
    expect(presetOf(rows.data, []).columns.slice(0, 2)).toEqual(['name', 'kind']);
    expect(cellPieces(rows, 'kind', rows.find('api:default/charges'))).toEqual([{ text: 'API' }]);
  });

  test('name what nothing defines as text', () => {
    expect(cellPieces(rows, 'owner', rows.find('component:default/ledger'))).toEqual([{ text: 'nobody', ref: 'group:default/nobody' }]);
  });

  test('show fields by path and relations by name, with links that are safe', async () => {
    const column = (label: string, path: string, link: string | null) => ({ label, path, link, place: null });
    const settings = {
      ...NO_INDEX_SETTINGS,
      columns: [
        column('Wiki', "metadata.annotations['acme.example/wiki']", '{value}'),
        column('Build', 'metadata.name', 'https://ci.example/{namespace}/{name}'),
        column('Needs', 'relations.dependsOn', null),
      ],
    };
    const annotations = (wiki: string) => ({ annotations: { 'acme.example/wiki': wiki } });
    const files = [
      entity('Component', 'a', { dependsOn: ['component:b', 'component:gone'] }, annotations('https://wiki.example/a')),
      entity('Component', 'b', {}, annotations('javascript:alert(1)')),
    ].join('');
    const made = await compilePortal(
      { ...CONFIG, catalog: settings },
      { sources: [source('x', { 'catalog-info.yaml': files })], radar: null },
    );
    const index = made.index();
    const views = columnViews(index, presetOf(index.data, ['component']).columns);
    expect(views.map(({ label }) => label)).toEqual(['Name', 'Wiki', 'Build', 'Needs']);
    expect(rowView(index, views, 0).cells).toEqual([
      [{ text: 'https://wiki.example/a', href: 'https://wiki.example/a' }],
      [{ text: 'a', href: 'https://ci.example/default/a' }],
      [
        { text: 'b', href: '/catalog/default/component/b/', ref: 'component:default/b' },
        { text: 'gone', ref: 'component:default/gone' },
      ],
    ]);
    expect(rowView(index, views, 1).cells[0]).toEqual([{ text: 'javascript:alert(1)' }]);
  });

  test('bound how much a field may say', () => {
    const [one] = portal.catalog.entities;
    const big = { ...one, data: { ...one?.data, spec: { list: Array.from({ length: 99 }, () => 'x'.repeat(999)), map: { a: 1 } } } };
    const values = fieldValues(portal, big as never, 'spec.list');
    expect(values).toHaveLength(20);
    expect(values[0]?.value).toHaveLength(200);
    expect(fieldValues(portal, big as never, 'spec.map')).toEqual([]);
  });
});

describe('what is wrong with the settings', () => {
  const place = { source: 'portal', path: 'portal.yaml', line: 5 };
  const problems = async (catalog: Partial<typeof NO_INDEX_SETTINGS>) =>
    (await compilePortal({ ...CONFIG, catalog: { ...NO_INDEX_SETTINGS, ...catalog } }, { sources: [SHOP], radar: null })).problems
      .filter(({ rule }) => rule.startsWith('catalog/'))
      .map(({ rule, hint, place }) => [rule, hint, place?.line]);

  test('columns that stay empty, with the nearest key', async () => {
    const column = (path: string) => ({ label: 'X', path, link: null, place });
    expect(await problems({ columns: ['name', column('spec.lifecycel')] })).toEqual([
      ['catalog/empty-column', 'Did you mean "lifecycle"?', 5],
    ]);
    expect(await problems({ columns: [column('metdata.name')] })).toEqual([['catalog/empty-column', 'Did you mean "metadata"?', 5]]);
    expect(await problems({ columns: [column('relations.dependOn')] })).toEqual([['catalog/empty-column', 'Did you mean "dependsOn"?', 5]]);
    expect(await problems({ columns: [column('spec.type'), column('relations.dependsOn')] })).toEqual([]);
  });

  test('presets for kinds that are not there, and orders by columns that are not shown', async () => {
    const preset = { columns: null, sort: null, place };
    expect(await problems({ presets: new Map([['componnent', preset]]) })).toEqual([
      ['catalog/unknown-kind', 'Did you mean "component"?', 5],
    ]);
    expect(await problems({ presets: new Map([['component', { ...preset, sort: '-onwer' }]]) })).toEqual([
      ['catalog/empty-column', 'Did you mean "owner"?', 5],
    ]);
    expect(await problems({ presets: new Map([['all', { ...preset, sort: '-owner' }]]) })).toEqual([]);
  });
});
