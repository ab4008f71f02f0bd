// APIs as a portal shows them: where their faults stand, how their references are cut into pages, what search is told of them.
import { describe, expect, test } from 'vitest';
import { planPages } from '../../src/portal/api-pages.ts';
import { referenceParts, referenceView } from '../../src/portal/api-reference.ts';
import { apiSearchPages } from '../../src/portal/search/api-pages.ts';
import { apiRows } from '../../src/portal/api-view.ts';
import { definitionPaths, definitionSourcePaths, entityPaths } from '../../src/portal/paths.ts';
import type { Portal } from '../../src/portal/types.ts';
import { compile, entity, source } from './organisation.ts';

const api = { type: 'openapi', lifecycle: 'production', owner: 'team' };
const withDefinition = (definition: string, extra = '') =>
  `${extra}apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: a\nspec:\n  type: openapi\n  lifecycle: production\n  owner: team\n  definition: ${definition}\n`;
const places = (portal: Portal) =>
  portal.problems.filter(({ rule }) => rule.startsWith('api/')).map(({ place }) => `${place?.path}:${place?.line}:${place?.column}`);

describe('the place of a fault', () => {
  test.each<[where: string, files: Record<string, string>, place: string]>([
    [
      'in a file',
      { 'catalog-info.yaml': withDefinition('{$text: ./api/a.yaml}'), 'api/a.yaml': 'openapi: 3.1.0\ninfo: 5\npaths: {}\n' },
      'api/a.yaml:2:7',
    ],
    [
      'in the entity',
      { 'catalog-info.yaml': withDefinition('|\n    openapi: 3.1.0\n    info: 5\n    paths: {}') },
      'catalog-info.yaml:11:11',
    ],
    [
      'in a later document',
      {
        'catalog-info.yaml': withDefinition(
          '|\n    openapi: 3.1.0\n    info: 5\n    paths: {}',
          `${entity('Group', 'team', { type: 'team', children: [] })}---\n`,
        ),
      },
      'catalog-info.yaml:',
    ],
    [
      'in folded text',
      { 'catalog-info.yaml': withDefinition('"openapi: 3.1.0\\ninfo: 5\\npaths: {}\\n"') },
      'catalog-info.yaml:9:undefined',
    ],
    [
      'in a file that is referred to',
      {
        'catalog-info.yaml': withDefinition('{$text: ./a.yaml}'),
        'a.yaml': "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {$ref: b.yaml}}}\n",
        'b.yaml': 'type: object\nproperties:\n  c:\n    $ref: "#/none"\n',
      },
      'b.yaml:4:11',
    ],
  ])('%s is the line there', async (where, files, place) => {
    const portal = await compile([source('repo', files)]);
    const [found] = places(portal);
    if (where === 'in a later document') {
      const lines = files['catalog-info.yaml']?.split('\n') ?? [];
      expect(found).toBe(`${place}${lines.indexOf('    info: 5') + 1}:11`);
    } else expect(places(portal)).toEqual([place]);
    expect(portal.problemsOf('api:default/a').some(({ rule }) => rule === 'api/invalid' || rule === 'api/unknown-ref')).toBe(true);
  });
});

const large = (operations: number, schemas: number) =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    tags: [{ name: 'One' }, { name: 'Two' }],
    paths: Object.fromEntries(
      Array.from({ length: operations }, (_, at) => [
        `/things/${at}/{id}`,
        {
          get: {
            operationId: `thing${at}`,
            tags: [at % 2 === 0 ? 'One' : 'Two'],
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            responses: {
              200: { description: 'OK', content: { 'application/json': { schema: { $ref: `#/components/schemas/S${at % schemas}` } } } },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        Array.from({ length: schemas }, (_, at) => [
          `S${at}`,
          {
            type: 'object',
            properties: Object.fromEntries(
              Array.from({ length: 10 }, (_, field) => [
                `f${field}`,
                { $ref: `#/components/schemas/S${(at + field) % schemas}`, description: `What *${field}* is` },
              ]),
            ),
          },
        ]),
      ),
    },
  });

async function largePortal(operations: number, schemas: number): Promise<Portal> {
  return compile([
    source('repo', {
      'catalog-info.yaml': entity('API', 'large', { ...api, definition: { $text: './large.json' } }),
      'large.json': large(operations, schemas),
    }),
  ]);
}

describe('a large reference', () => {
  test('has every item on exactly one of its pages, and an overview that lists all operations', async () => {
    const portal = await largePortal(300, 200);
    const [found] = portal.catalog.entities;
    const model = portal.apis.get('api:default/large')?.model;
    if (found === undefined || model === null || model === undefined) throw new Error('There is no reference.');
    const { pages, partOf } = planPages(model);
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.flatMap(({ items }) => items)).toEqual(model.groups.flatMap(({ items }) => items));
    expect(new Set(pages.map(({ part }) => part)).size).toBe(pages.length);
    expect(definitionPaths(portal).map(({ params }) => params.part)).toEqual(pages.map(({ part }) => part));

    const overview = referenceView(portal, found);
    expect(overview?.sections).toEqual([]);
    expect(overview?.index.flatMap(({ items }) => items).filter(({ title }) => title.startsWith('/'))).toHaveLength(300);
    for (const { entity: owner, part } of referenceParts(portal)) {
      const view = referenceView(portal, owner, part);
      const html = JSON.stringify(view);
      expect(html.length).toBeLessThan(600_000);
      for (const [, page = '', id = ''] of html.matchAll(/href=\\"([^"#\\]*)#([^"\\]*)\\"/g)) {
        const other = /\/definition\/(?:([^/]+)\/)?$/.exec(page)?.[1];
        expect(partOf.get(id)).toBe(page === '' ? part : other);
      }
    }
  });

  test('of one page has no further pages', async () => {
    const portal = await largePortal(4, 3);
    expect(definitionPaths(portal)).toEqual([]);
    const [found] = portal.catalog.entities;
    const view = found === undefined ? null : referenceView(portal, found);
    expect(view?.sections.flatMap(({ items }) => items)).toHaveLength(7);
    expect(view?.what).toBe('OpenAPI 3.1.0 · version 1 · 4 operations · 3 types');
  });
});

const SMALL = source('repo', {
  'catalog-info.yaml': [
    entity('API', 'graph', {
      ...api,
      type: 'graphql',
      definition: 'type Query { "One **thing**." thing(id: ID!): Thing } type Thing { weight: Int }',
    }),
    entity('API', 'tools', { ...api, type: 'mcp-server', remotes: [{ type: 'streamable-http', url: 'https://mcp.example/v1' }] }),
    entity('API', 'broken', { ...api, definition: 'openapi: [' }),
    entity('API', 'other', { ...api, type: 'ftp', definition: 'Ask <b>us</b>.' }),
    entity('Component', 'shop', {
      type: 'service',
      lifecycle: 'production',
      owner: 'team',
      providesApis: ['graph'],
      consumesApis: ['tools', 'graph'],
    }),
  ].join(''),
});

test('every operation and type has a section in what the search reads of its page', async () => {
  const portal = await compile([SMALL], '/portal/');
  const [page] = apiSearchPages(portal);
  expect(page).toMatchObject({ address: '/catalog/default/api/graph/definition/', marks: { meta: { title: 'graph', icon: 'api' } } });
  expect([...(page?.body ?? '').matchAll(/<h2 id="([^"]+)">([^<]*)<\/h2><p>([^<]*)<\/p>/g)].map((found) => found.slice(1))).toEqual([
    ['query-thing', 'query thing', 'Thing One thing. id'],
    ['type-Thing', 'type Thing', ' weight'],
  ]);
  expect(page?.marks.filters).toMatchObject({ section: ['APIs'], kind: ['API'], type: ['graphql'] });
});

test('APIs have a definition tab when there is something to show, and their text has a page beside a reference', async () => {
  const portal = await compile([SMALL]);
  const names = (paths: { entity: { name: string } }[]) => paths.map((one) => one.entity.name);
  expect(names(entityPaths(portal, 'definition').map(({ props }) => props))).toEqual(['broken', 'graph', 'other', 'tools']);
  expect(names(definitionSourcePaths(portal).map(({ props }) => props))).toEqual(['graph']);
  expect(portal.problems.map(({ rule, subject }) => `${rule} ${subject}`).filter((one) => one.startsWith('api/'))).toEqual([
    'api/bad-syntax api:default/broken',
  ]);
});

test('the list counts operations, providers and consumers', async () => {
  const rows = apiRows(await compile([SMALL])).flatMap((group) => group.rows);
  expect(rows.map(({ ref, operations, counts }) => `${ref} ${operations} ${counts}`.trim()).toSorted()).toEqual([
    'api:default/broken null',
    'api:default/graph 1 1 operation · 1 provider · 1 consumer',
    'api:default/other null',
    'api:default/tools 0 1 consumer',
  ]);
});

test('nothing of a definition becomes markup or a link that runs', async () => {
  const evil = '<img src=x onerror=alert(1)>"\'><script>alert(1)</script>';
  const definition = JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: evil,
      version: evil,
      description: `${evil}\n\n[run](javascript:alert(1))`,
      contact: { name: evil, url: 'javascript:alert(1)' },
    },
    externalDocs: { url: 'javascript:alert(2)', description: evil },
    paths: {
      [`/${evil}`]: {
        get: {
          operationId: evil,
          summary: evil,
          tags: [evil],
          parameters: [{ name: evil, in: 'query', schema: { type: evil, default: evil, enum: [evil] } }],
          responses: { [evil]: { description: evil } },
        },
      },
    },
    components: { schemas: { [evil]: { description: evil, properties: { [evil]: { $ref: `#/${evil}`, description: evil } } } } },
  });
  const portal = await compile([source('repo', { 'catalog-info.yaml': entity('API', 'evil', { ...api, definition }) })]);
  const [found] = portal.catalog.entities;
  const view = found === undefined ? null : referenceView(portal, found);
  const html: string[] = view?.index.flatMap(({ items }) => items.map(({ broken }) => broken)) ?? [];
  JSON.stringify({ ...view, index: [] }, (key, value: unknown) => {
    if (/^(?:html|description|summary|deprecated)$/.test(key) && typeof value === 'string') html.push(value);
    return value;
  });
  const all = html.join('\n');
  expect(html.length).toBeGreaterThan(8);
  expect(all).toContain('&lt;script&gt;');
  expect(all.match(/<(?:script|img)|href="javascript/gi)).toBeNull();
});
