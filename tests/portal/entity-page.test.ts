// What an entity's pages say beside its relations: notices, lessons, whom to ask, complete lists, raw files.
import { describe, expect, test } from 'vitest';
import { chatLinks, contacts } from '../../src/portal/contact.ts';
import { entityOverview } from '../../src/portal/entity-view.ts';
import { entityNotices } from '../../src/portal/notices.ts';
import { safeLinks } from '../../src/portal/profile.ts';
import { rawView } from '../../src/portal/raw-view.ts';
import { relationPage, relationPages, relationSections } from '../../src/portal/relation-view.ts';
import { entityTabs } from '../../src/portal/tabs.ts';
import { lessons } from '../../src/portal/teaching.ts';
import type { Entity, Portal } from '../../src/portal/types.ts';
import { SHOP, compile, entity, source } from './organisation.ts';

const portal = await compile([SHOP]);

function get(ref: string, from: Portal = portal): Entity {
  const found = from.catalog.get(ref);
  if (found === null) throw new Error(`${ref} is not there`);
  return found;
}

describe('entityNotices(portal, entity)', () => {
  const ids = (ref: string) => entityNotices(portal, get(ref)).map(({ id, links }) => [id, links.map((link) => link.ref)]);

  test('tells of what is deprecated, from both ends', () => {
    expect(ids('component:default/web')).toEqual([['uses-deprecated', ['component:default/cart']]]);
    expect(ids('component:default/cart')).toEqual([
      ['deprecated', ['component:default/web']],
      ['missing', ['resource:default/cart-db']],
    ]);
  });

  test('tells of owners that are not there, and of nothing where all is well', () => {
    expect(ids('component:default/ledger')).toEqual([['missing', ['group:default/nobody']]]);
    expect(ids('api:default/charges')).toEqual([]);
  });

  test('gives the reason of Backstage, and where more is said', async () => {
    const bad = await compile([source('s', { 'catalog-info.yaml': entity('Component', 'a', { type: 'x' }) })]);
    expect(entityNotices(bad, get('component:default/a', bad))).toMatchObject([
      { id: 'rejected', tone: 'error', href: '/catalog/default/component/a/problems/' },
    ]);
    expect(entityNotices(bad, get('component:default/a', bad))[0]?.reason).toContain('lifecycle');
  });
});

describe('lessons(portal, entity)', () => {
  test('teach what is not said, with the name of the entity where another file has to say it', () => {
    expect(lessons(portal, get('api:default/charges')).map((one) => one.title)).toEqual(['Docs', 'Links']);
    const consumed = lessons(portal, get('component:default/ledger')).map((one) => one.title);
    expect(consumed).toEqual(['Consumes', 'Depends on', 'Docs', 'Links']);
  });

  test('name the entity where another file has to say it', async () => {
    const alone = await compile([source('s', { 'catalog-info.yaml': entity('System', 'alone', { owner: 'x' }) })]);
    expect(lessons(alone, get('system:default/alone', alone)).find((one) => one.title === 'Parts')?.yaml).toContain('system: alone');
  });
});

describe('contacts(portal, entity)', () => {
  test('names the owner with e-mail and chat; hostile addresses are left out', async () => {
    const asked = await compile([
      source('s', {
        'catalog-info.yaml': [
          entity('Component', 'a', { owner: 'team' }),
          entity(
            'Group',
            'team',
            { type: 'team', children: [], profile: { email: 'team@shop.example' } },
            {
              links: [
                { url: 'https://chat.shop.example/team', title: '#team' },
                { url: 'https://shop.example/plan', title: 'Plan' },
                { url: 'javascript:alert(1)', title: '#evil', icon: 'chat' },
              ],
              annotations: { 'slack.com/bot-notify': 'C0123456' },
            },
          ),
          entity('Group', 'odd', { type: 'team', children: [], profile: { email: 'a@b.example?bcc=c@d.example' } }),
        ].join(''),
      }),
    ]);
    expect(contacts(asked, get('component:default/a', asked))).toMatchObject([
      {
        owner: { ref: 'group:default/team' },
        email: 'team@shop.example',
        links: [
          { title: '#team', href: 'https://chat.shop.example/team' },
          { title: 'Slack', href: 'https://slack.com/app_redirect?channel=C0123456' },
        ],
      },
    ]);
    expect(safeLinks(get('group:default/team', asked)).map((link) => link.icon)).toEqual(['chat', 'link']);
    expect(chatLinks(asked, get('group:default/odd', asked))).toEqual([]);
    expect(JSON.stringify(entityOverview(asked, get('group:default/odd', asked)))).not.toContain('bcc');
  });

  test('names an owner that is not there as missing', () => {
    expect(contacts(portal, get('component:default/ledger'))).toMatchObject([{ owner: { href: null }, email: null, links: [] }]);
  });
});

describe('an entity with many relations', () => {
  const COUNT = 450;
  const users = Array.from({ length: COUNT }, (_, index) =>
    entity('Component', `user-${String(index).padStart(3, '0')}`, { type: 'service', dependsOn: ['component:hub'] }),
  );

  test('shows the first of them, and leads to a list in pages that hold all', async () => {
    const large = await compile([
      source('s', { 'catalog-info.yaml': [entity('Component', 'hub', { type: 'service' }), ...users].join('') }),
    ]);
    const hub = get('component:default/hub', large);
    const [section] = relationSections(large, hub);
    expect(section).toMatchObject({
      total: COUNT,
      rows: { length: 12 },
      allHref: '/catalog/default/component/hub/relations/dependencyOf/',
    });
    expect(relationSections(large, hub, true)[0]?.rows).toHaveLength(100);

    const pages = relationPages(large).filter((one) => one.entity === hub);
    expect(pages.map(({ type, page }) => `${type} ${page}`)).toEqual(['dependencyOf 1', 'dependencyOf 2', 'dependencyOf 3']);
    const views = pages.map(({ type, page }) => relationPage(large, hub, type, page));
    expect(views.flatMap((view) => view.rows.map((row) => row.ref))).toEqual(
      large.catalog.related(hub.ref, 'dependencyOf').map((target) => target.ref),
    );
    expect(views[2]).toMatchObject({ address: '/catalog/default/component/hub/relations/dependencyOf/3/', rows: { length: 50 } });
    expect(views[1]?.pages.map(({ href, current }) => [href.slice(-16), current])).toEqual([
      ['ns/dependencyOf/', false],
      ['/dependencyOf/2/', true],
      ['/dependencyOf/3/', false],
    ]);
  });

  test('has no list where the overview holds all', () => {
    expect(relationPages(portal)).toEqual([]);
  });
});

describe('rawView(portal, entity)', () => {
  const text = `# a comment\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: a\n  tags: [Bad, "<b>"]\nspec: {}\n`;

  test('puts what is wrong below its line, with the number it has in the file', async () => {
    const raw = await compile([source('s', { 'catalog-info.yaml': text })]);
    const { yaml, json } = rawView(raw, get('component:default/a', raw));
    expect(yaml.notes.map(({ line, anchor }) => [line, anchor])).toContainEqual([7, 'L7']);
    expect(yaml.html).toMatch(/<span class="line highlighted" id="L7" data-line="7">/);
    const lines = yaml.html.split('\n');
    const at = lines.findIndex((line) => line.includes('id="L7"'));
    expect(lines[at + 1]).toMatch(/^<em class="line-note line-note-error">[^]*"?Bad/);
    expect(yaml.html).not.toContain('<b>');
    expect(json).toMatchObject({ href: '/api/catalog/entities/by-name/component/default/a.json', hidden: 0 });
  });

  test('shows the beginning of what is long', async () => {
    const long = entity('API', 'a', { type: 'openapi', definition: 'x\n'.repeat(2_000) });
    const raw = await compile([
      source('s', { 'catalog-info.yaml': `kind: API\nmetadata: {name: long}\nspec:\n  definition: |\n${'    x\n'.repeat(900)}` }),
      source('t', { 'catalog-info.yaml': long }),
    ]);
    expect(rawView(raw, get('api:default/long', raw)).yaml.hidden).toBe(304);
  });

  test('cuts long lines: as JSON, a definition is one', async () => {
    const raw = await compile([
      source('s', { 'catalog-info.yaml': entity('API', 'wide', { type: 'openapi', definition: 'x'.repeat(900_000) }) }),
    ]);
    const { yaml, json } = rawView(raw, get('api:default/wide', raw));
    expect([yaml.isShortened, json.isShortened, json.hidden]).toEqual([true, true, 0]);
    expect(json.html.length).toBeLessThan(10_000);
    const short = await compile([source('s', { 'catalog-info.yaml': text })]);
    expect(rawView(short, get('component:default/a', short)).json.isShortened).toBe(false);
  });

  test('links to the other entities of the same file, in its order', async () => {
    const many = Array.from({ length: 30 }, (_, index) => entity('Component', `c${29 - index}`, {})).join('');
    const raw = await compile([source('s', { 'catalog-info.yaml': many }), source('t', { 'catalog-info.yaml': text })]);
    const { beside, moreBeside } = rawView(raw, get('component:default/c28', raw));
    expect(beside.slice(0, 2).map(({ title }) => title)).toEqual(['c29', 'c27']);
    expect([beside.length, moreBeside]).toEqual([24, 5]);
    expect(rawView(raw, get('component:default/a', raw)).beside).toEqual([]);
  });
});

test('tabs stand in their order, and only where they have something to show', async () => {
  const ids = (ref: string) => entityTabs(portal, get(ref), '').map((tab) => tab.id);
  expect(ids('component:default/web')).toEqual(['', 'api', 'dependencies', 'problems', 'raw']);
  expect(ids('system:default/checkout')).toEqual(['', 'dependencies', 'diagram', 'raw']);
  expect(ids('system:default/money')).toEqual(['', 'dependencies', 'diagram', 'raw']);
  expect(ids('domain:default/commerce')).toEqual(['', 'dependencies', 'diagram', 'raw']);
  expect(ids('group:default/payments')).toEqual(['', 'members', 'ownership', 'problems', 'raw']);
  expect(ids('user:default/ann')).toEqual(['', 'ownership', 'raw']);
});
