import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { catalogOf, fixture, gitOrigin, snapshotOf, sourceOf, toMarks } from './snapshot.ts';

const GROUP = 'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: team}\nspec: {type: team, children: []}\n';

describe('buildCatalog', () => {
  test('reads the fields of an entity once, for pages', () => {
    const entity = buildCatalog(snapshotOf(fixture('clean'))).catalog.get('Component:Default/Billing');
    expect(entity).toMatchObject({
      ref: 'component:default/billing',
      kind: 'Component',
      namespace: 'default',
      name: 'billing',
      title: 'Billing',
      description: 'Creates and sends invoices. **Markdown** is rendered.',
      tags: ['java-21', 'c++', 'c#', 'a:b', '1'],
      labels: { tier: 'gold', 'acme.example/cost-centre': '', empty: 'a.b_c' },
      annotations: { 'backstage.io/techdocs-ref': 'dir:.', 'acme.example/free-text': 'anything: at all' },
      type: 'service',
      lifecycle: 'production',
      place: { source: 'clean', path: 'catalog-info.yaml', line: 2, column: 1 },
      source: { startLine: 1 },
      rejected: null,
    });
    expect(entity?.links[0]).toEqual({ url: 'https://grafana.acme.example/d/1', title: 'Dashboard', icon: 'dashboard', type: 'dashboard' });
    expect(entity?.source.text).toMatch(/^# Everything[^]*4711}$/);
  });

  test('takes the title from the profile where metadata has none, and the name where there is no profile', () => {
    const { catalog } = buildCatalog(snapshotOf(fixture('clean')));
    expect(catalog.get('user:default/ann')?.title).toBe('Ann Example');
    expect(catalog.get('system:default/payments')?.title).toBe('payments');
  });

  test('sorts entities by reference and relations by type and target', () => {
    const { catalog } = buildCatalog(snapshotOf(fixture('clean')));
    const refs = catalog.entities.map((entity) => entity.ref);
    expect(refs).toEqual(refs.toSorted());
    const relations = catalog.get('group:default/team-billing')?.data.relations.map(({ type, targetRef }) => `${type} ${targetRef}`) ?? [];
    expect(relations).toEqual(relations.toSorted());
    expect(new Set(relations).size).toBe(relations.length);
  });

  test('makes both directions of a relation, also where the target does not exist', () => {
    const { catalog } = catalogOf(
      'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: a, namespace: x}\nspec: {owner: nobody}\n',
    );
    expect(catalog.related('system:x/a', 'ownedBy')).toEqual([{ ref: 'group:x/nobody', entity: null }]);
    expect(catalog.related('Group:X/nobody', 'ownerOf').map(({ entity }) => entity?.name)).toEqual(['a']);
    expect(catalog.related('group:x/nobody', 'memberOf')).toEqual([]);
  });

  test('keeps what can be used of an entity that breaks rules', () => {
    const { catalog } = buildCatalog(snapshotOf(fixture('metadata')));
    const entity = catalog.get('component:default/tags');
    expect(entity?.title).toBe('tags');
    expect(entity?.description).toBe('42');
    expect(entity?.tags).toEqual(['java', 'Java', 'node.js', 'go 1.15.3', 'a--b', '2024']);
    expect(entity?.labels).toEqual({ tier: '1', 'Bad.Prefix/x': 'ok', 'a/b/c': 'ok', size: 'very large' });
    expect(entity?.annotations).toEqual({
      'acme.example/code': '42',
      'acme.example/since': '2024-01-01',
      'acme.example/list': '["a","b"]',
      'acme.example/flag': 'true',
      'a_b.example/x': 'ok',
      'spaces here': 'ok',
    });
    expect(entity?.links).toEqual([{ url: 'https://acme.example', title: undefined, icon: undefined, type: undefined }]);
    expect(entity?.rejected).toMatch('Malformed envelope, /metadata/title');
    expect(catalog.get('component:default/shapes')).toMatchObject({ tags: ['java'], labels: {}, links: [], annotations: {} });
  });

  test('leaves out what has no kind or no name, and what is no entity', () => {
    expect(buildCatalog(snapshotOf(fixture('lookalikes'))).catalog.entities).toEqual([]);
    const refs = buildCatalog(snapshotOf(fixture('names'))).catalog.entities.map((entity) => entity.ref);
    expect(refs).toContain('component:team_a/billing api');
    expect(refs).toContain('component:default/4711');
    expect(refs.filter((ref) => ref.includes('passwd') || ref.includes('spaced'))).toEqual([]);
  });

  test('counts files and documents', () => {
    expect(buildCatalog(snapshotOf(fixture('duplicates'))).counts).toEqual({ files: 2, documents: 5 });
    expect(buildCatalog(snapshotOf(fixture('yaml'))).counts).toEqual({ files: 1, documents: 8 });
  });

  test('reads on after a document that cannot be parsed', () => {
    expect(buildCatalog(snapshotOf(fixture('yaml'))).catalog.entities.map((entity) => entity.name)).toEqual(['first', 'last']);
  });

  test('does not take a field of the file for one of the language', () => {
    const entity = buildCatalog(snapshotOf(fixture('unusual'))).catalog.get('user:default/anchored');
    expect(Object.hasOwn(entity?.data.spec ?? {}, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('gives the same bytes for the same snapshot', () => {
    const build = () => JSON.stringify(buildCatalog(snapshotOf(fixture('relations'), fixture('metadata'), fixture('placeholders'))));
    expect(build()).toBe(build());
  });
});

describe('buildCatalog of several sources', () => {
  test('keeps the entity of the first source, and names its place', () => {
    const one = sourceOf({ 'catalog-info.yaml': GROUP }, { id: 'one' });
    const two = sourceOf({ 'catalog-info.yaml': `# second\n${GROUP}` }, { id: 'two' });
    const { catalog, problems } = buildCatalog(snapshotOf(one, two));
    expect(catalog.entities.map((entity) => entity.place.source)).toEqual(['one']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ rule: 'entity/duplicate', place: { source: 'two', line: 4 } });
    expect(problems[0]?.message).toMatch('line 3 of catalog-info.yaml in source "one"');
  });

  test('relates entities of different sources', () => {
    const one = sourceOf({ 'catalog-info.yaml': GROUP }, { id: 'one' });
    const two = sourceOf(
      { 'catalog-info.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: a}\nspec: {owner: team}\n' },
      { id: 'two' },
    );
    const { catalog, problems } = buildCatalog(snapshotOf(two, one));
    expect(problems).toEqual([]);
    expect(catalog.related('group:default/team', 'ownerOf')).toHaveLength(1);
  });

  test('follows a web address into another source, for Locations and for placeholders', () => {
    const ledger = sourceOf(
      { 'services/ledger.yaml': GROUP, 'api/openapi.yaml': 'openapi: 3.1.0\n', 'services/hidden.yaml': GROUP.replace('team}', 'hidden}') },
      { id: 'ledger', origin: gitOrigin('https://github.com/acme/ledger.git', 'main'), catalog: [] },
    );
    const root = sourceOf(
      {
        'catalog-info.yaml': [
          'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: all}',
          'spec: {targets: ["https://github.com/acme/ledger/blob/main/services/ledger.yaml", "https://github.com/acme/ledger/tree/main/services/h*.yaml"]}',
          '---\napiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: api}',
          'spec: {type: openapi, lifecycle: production, owner: team, definition: {$text: "https://github.com/acme/ledger/raw/main/api/openapi.yaml"}}',
        ].join('\n'),
      },
      { id: 'root' },
    );
    const { catalog, problems } = buildCatalog(snapshotOf(root, ledger));
    expect(problems).toEqual([]);
    expect(catalog.get('group:default/team')?.place).toMatchObject({ source: 'ledger', path: 'services/ledger.yaml' });
    expect(catalog.get('group:default/hidden')).not.toBeNull();
    expect(catalog.get('api:default/api')?.data.spec?.['definition']).toBe('openapi: 3.1.0\n');
  });
});

describe('buildCatalog of odd encodings', () => {
  const text = `# ä\n${GROUP.replace('team}', 'team, title: Größe}')}`;
  const utf16 = (littleEndian: boolean) => {
    const bytes = new Uint8Array(2 + 2 * text.length);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, littleEndian);
    for (let index = 0; index < text.length; index++) view.setUint16(2 + 2 * index, text.charCodeAt(index), littleEndian);
    return bytes;
  };
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, little endian', utf16(true)],
    ['UTF-16, big endian', utf16(false)],
    ['lines that end with CR LF', text.replaceAll('\n', '\r\n')],
    ['lines that end with CR', text.replaceAll('\n', '\r')],
  ])('reads %s', (_, content) => {
    const { catalog, problems } = catalogOf(content);
    expect(problems).toEqual([]);
    expect(catalog.get('group:default/team')?.title).toBe('Größe');
    expect(catalog.get('group:default/team')?.place.line).toBe(2);
  });

  test('tells the line of a fault in a file with CR LF', () => {
    const bad = GROUP.replace('children: []', 'children: x').replaceAll('\n', '\r\n');
    expect(toMarks(catalogOf(bad).problems)).toEqual([
      'catalog-info.yaml:4 entity/wrong-type',
      'catalog-info.yaml:4 relation/unknown-target',
    ]);
  });

  test('says that Latin-1 and binary files are no text', () => {
    const problems = [Uint8Array.of(0x61, 0xe4), Uint8Array.of(0x61, 0)].flatMap((bytes) => catalogOf(bytes).problems);
    expect(problems.map(({ rule }) => rule)).toEqual(['yaml/not-text', 'yaml/not-text']);
  });

  test('has nothing to say to an empty file or one of comments only', () => {
    for (const content of ['', '\n\n', '# nothing\n', '---\n---\n', '# a\n---\n# b\n...\n'])
      expect(catalogOf(content).problems).toEqual([]);
  });
});

describe('buildCatalog of 10,000 entities', () => {
  test('takes time in proportion to their number, whether they are right or wrong', () => {
    const time = (count: number, wrong: boolean) => {
      const source = sourceOf(generate(count, wrong), { catalog: ['*.yaml'] });
      const before = process.cpuUsage();
      const { catalog } = buildCatalog(snapshotOf(source));
      expect(catalog.entities).toHaveLength(count);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    time(1_000, true);
    // Milliseconds of the processor, and generous, since machines differ; a quadratic step would take minutes.
    expect(time(10_000, false)).toBeLessThan(10_000);
    expect(time(10_000, true)).toBeLessThan(15_000);
  });
});

function generate(count: number, wrong: boolean): Record<string, string> {
  const files: Record<string, string> = {};
  for (let index = 0; index < count; index++) {
    files[`${index}.yaml`] = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: service-${index}, tags: [${wrong ? 'Not valid' : 'valid'}]}
spec:
  type: service
  lifecycle: production
  owner: user:somebody
  dependsOn: ['component:service-${wrong ? `x${index}` : (index * 7) % count}']
`;
  }
  return files;
}
