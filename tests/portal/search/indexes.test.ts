import { describe, expect, test } from 'vitest';
import { keyIndex } from '../../../src/portal/search/keys-data.ts';
import { languageOf } from '../../../src/portal/search/language.ts';
import { matchKeys } from '../../../src/portal/search/match-keys.ts';
import { askedTerms, matchText } from '../../../src/portal/search/match-text.ts';
import { openNames } from '../../../src/portal/search/name-list.ts';
import { namesData } from '../../../src/portal/search/names-data.ts';
import { openSearch } from '../../../src/portal/search/open-search.ts';
import { searchPages } from '../../../src/portal/search/pages.ts';
import { wordIndex } from '../../../src/portal/search/text-data.ts';
import { TIERS } from '../../../src/portal/search/tiers.ts';
import { compile, entity, source } from '../organisation.ts';

const api = { lifecycle: 'production', owner: 'team' };
const DEFINITION = 'type Query { "One thing." thing(id: ID!): Thing } type Thing { weight: Int }';

const SITE = source(
  'handbook',
  {
    'catalog-info.yaml': [
      entity('Group', 'team', { type: 'team', children: [] }),
      entity('API', 'graph', { ...api, type: 'graphql', definition: DEFINITION }),
      entity(
        'Component',
        'shop',
        { ...api, type: 'service' },
        {
          description: 'Sells **tickets** at the quay. 支払いを受け付ける',
          annotations: { 'github.com/project-slug': 'acme/shop-front', 'pagerduty.com/integration-key': 'verysecretvalue' },
        },
      ),
    ].join(''),
    'mkdocs.yml': 'site_name: Handbook\ntheme:\n  name: material\n  language: de\n',
    'docs/index.md': '# Start\n\n## Rate limits\n\nText.\n\n## Notes\n',
    'docs/more.md': '# More\n\n## Notes\n\nAgain.\n',
  },
  { docs: '' },
);

describe('keyIndex(portal)', () => {
  test('knows pages, headings, operations and types by all their names, with their addresses', async () => {
    const portal = await compile([SITE]);
    const { places, parts } = keyIndex(portal);
    const list = openNames(namesData(portal), () => null);
    const found = (question: string) =>
      matchKeys(parts, question).map(({ row: [, , , place, rest], tier }) => {
        const { address, row } = places[place] ?? { address: '', row: -1 };
        return [address === 0 ? list.rows.address(row) : address, rest, tier];
      });
    expect(found('Rate limits')).toEqual([['/docs/handbook/', '#rate-limits', TIERS.key]]);
    expect(found('rate l')).toEqual([['/docs/handbook/', '#rate-limits', TIERS.keyPrefix]]);
    expect(found('notes').map(([, rest]) => rest)).toEqual(['#notes', 'more/#notes']);
    expect(found('more')).toEqual([['/docs/handbook/', 'more/', TIERS.key]]);
    expect(found('thing').map(([address, rest]) => `${address}${rest}`)).toEqual([
      '/catalog/default/api/graph/#query-thing',
      '/catalog/default/api/graph/#type-Thing',
    ]);
    expect(found('query thing')).toHaveLength(1);
  });

  test('keeps twenty things of one name', async () => {
    const pages = Object.fromEntries(Array.from({ length: 30 }, (_, page) => [`docs/p${page}.md`, `# Page ${page}\n\n## Configuration\n`]));
    const portal = await compile([source('s', { 'mkdocs.yml': 'site_name: S\n', ...pages }, { docs: '' })]);
    expect(matchKeys(keyIndex(portal).parts, 'configuration')).toHaveLength(20);
  });
});

describe('wordIndex(portal)', () => {
  test('finds entities by words of descriptions and by values of annotations, but never by secrets', async () => {
    const portal = await compile([SITE]);
    const parts = wordIndex(portal);
    const shop = portal.index().find('component:default/shop');
    const found = (question: string) => [...matchText(parts, question).rows];
    expect(found('tickets quay')).toEqual([shop]);
    expect(found('ticke')).toEqual([shop]);
    expect(found('tickets mountain')).toEqual([]);
    expect(found('支払い')).toEqual([shop]);
    expect([...matchText(parts, 'acme/shop-front').whole]).toEqual([shop]);
    expect(found('verysecretvalue')).toEqual([]);
    expect(JSON.stringify(parts)).not.toContain('verysecretvalue');
    expect(askedTerms('acme/shop-front')).toEqual(['acme/shop-front', 'acme', 'shop', 'front']);
  });
});

describe('searchPages(portal)', () => {
  test('makes one page of each docs page, reference and set of problems, in the language of its text', async () => {
    const portal = await compile([SITE]);
    const pages = new Map([...searchPages(portal)].map(({ address, html }) => [address, html]));
    expect([...pages.keys()].filter((address) => !address.endsWith('/problems/'))).toEqual([
      '/docs/handbook/',
      '/docs/handbook/more/',
      '/catalog/default/api/graph/definition/',
    ]);
    expect(pages.get('/docs/handbook/')).toContain('<html lang="de">');
    const reference = pages.get('/catalog/default/api/graph/definition/') ?? '';
    expect(reference).toContain('<h2 id="query-thing">query thing</h2>');
    expect(reference).toContain('weight');
    expect(reference).toContain('data-pagefind-filter="section[content]" content="APIs"');
  });

  test('never lets a text out of its place', async () => {
    const bad = source('s', {
      'catalog-info.yaml': entity(
        'Component',
        'x',
        { ...api, type: 'service', owner: '<b>nobody' },
        { title: '"><script>alert(1)</script>' },
      ),
    });
    const all = [...searchPages(await compile([bad]))].map(({ html }) => html).join('');
    expect(all).toContain('&lt;script&gt;');
    expect(all).not.toContain('<script>');
    expect(all).not.toContain('<b>nobody');
  });
});

describe('languageOf(text, declared)', () => {
  test.each([
    ['Plain words', undefined, 'en'],
    ['Straßen und Brücken', undefined, 'en'],
    ['Straßen', 'de', 'de'],
    ['Straßen', 'pt-BR', 'pt-br'],
    ['サービスを起動する', undefined, 'ja'],
    ['<h2 id="section"><a class="anchor" href="#section" aria-label="Link">#</a>手引き</h2><p class="lead">払い戻し</p>', undefined, 'ja'],
    ['服务部署指南 API', undefined, 'zh'],
    ['서비스 배포 안내', undefined, 'ko'],
    ['Развёртывание сервиса', undefined, 'ru'],
    ['Words with one 字 in a long sentence of English', undefined, 'en'],
    ['', undefined, 'en'],
  ])('%s (%s): %s', (text, declared, language) => expect(languageOf(text, declared)).toBe(language));
});

describe('openSearch(portal)', () => {
  test('names the search page by its complete address', async () => {
    const portal = await compile([SITE], '/portal/', { site: 'https://acme.example/', title: 'R&D <portal>' });
    const xml = openSearch(portal) ?? '';
    expect(xml).toContain('template="https://acme.example/portal/search/?q={searchTerms}"');
    expect(xml).toContain('<ShortName>R&amp;D &lt;portal&gt;</ShortName>');
  });

  test('is not there for a site that does not know its address', async () => {
    expect(openSearch(await compile([SITE]))).toBeNull();
  });
});
