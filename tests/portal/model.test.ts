// Kinds and relations that portal.yaml adds: what entities of them may say, and where they show.
import { describe, expect, test } from 'vitest';
import type { KindSpec, RelationSpec } from '../../src/config/types.ts';
import { catalogView, kindPages } from '../../src/portal/catalog-view.ts';
import { unpackGraph } from '../../src/graph/compact.ts';
import { renderMermaid } from '../../src/graph/export/mermaid.ts';
import { relationLabel } from '../../src/graph/relations.ts';
import { graphMapData } from '../../src/portal/graph-view.ts';
import { relationSections } from '../../src/portal/relation-view.ts';
import { compile, entity, source } from './organisation.ts';

const place = { source: 'portal', path: 'portal.yaml', line: 9, column: 3 };
const SCHEMA = {
  required: ['level'],
  properties: { level: { $ref: '#/definitions/level' }, note: { type: 'string', pattern: '^[a-z]+$' } },
  definitions: { level: { enum: ['core', 'support'] } },
  additionalProperties: false,
};
const capability: KindSpec = {
  kind: 'Capability',
  plural: 'Capabilities',
  icon: 'layers',
  apiVersions: ['acme.example/v1'],
  schemaFile: 'capability.json',
  schema: SCHEMA,
  place,
};
const realises: RelationSpec = {
  field: 'realises',
  kinds: ['Component'],
  targets: ['Capability'],
  relation: 'realises',
  reverse: 'realisedBy',
  words: ['realises', 'is realised by'],
  place,
};

const own = (name: string, spec: object, apiVersion = 'acme.example/v1') =>
  entity('Capability', name, spec).replace('backstage.io/v1alpha1', apiVersion);
const service = { type: 'service', lifecycle: 'production', owner: 'payments' };
const files = source('s', {
  'catalog-info.yaml': [
    entity('Group', 'payments', { type: 'team', children: [] }),
    own('billing', { level: 'core' }),
    own('dunning', { level: 'cor', note: 'A', owner: 'payments', extra: 1 }),
    own('old', { level: 'core' }, 'acme.example/v0'),
    entity('Component', 'ledger', { ...service, realises: ['billing', 'capability:dunning', 'component:ledger'] }),
    entity('Component', 'shop', { ...service, realises: 'biling' }),
  ].join(''),
});

const compiled = await compile([files], '/', { kinds: [capability], relations: [realises] });
const problemsOf = (name: string) => compiled.problemsOf(name).map(({ rule, message, hint }) => [rule, message, hint ?? null]);

describe('a kind of portal.yaml', () => {
  test('is accepted where its schema is kept', () => {
    expect(problemsOf('capability:default/billing')).toEqual([]);
    expect(compiled.catalog.get('capability:default/billing')?.rejected).toBeNull();
  });

  test('is checked by its schema and its apiVersions', () => {
    const rules = problemsOf('capability:default/dunning').map(([rule, message]) => `${rule} ${message}`);
    expect(rules.toSorted()).toEqual([
      expect.stringMatching(/^entity\/invalid-value spec.level must be "core" or "support"/),
      expect.stringMatching(/^entity\/invalid-value spec.note must match pattern/),
      'entity/unknown-field spec.extra is no field of Capability.',
      'entity/unknown-field spec.owner is no field of Capability.',
    ]);
    expect(compiled.catalog.get('capability:default/dunning')?.rejected).not.toBeNull();
    expect(problemsOf('capability:default/old')).toEqual([
      ['entity/wrong-api-version', 'The kind Capability has no apiVersion "acme.example/v0".', 'Write "acme.example/v1".'],
    ]);
  });

  test('has lists, an icon and a filter under its own name', () => {
    expect(kindPages(compiled).find((list) => list.kind === 'capability')).toMatchObject({ title: 'Capabilities', total: 3 });
    const facet = catalogView(compiled).facets.find((one) => one.id === 'kind');
    expect(facet?.values.find((one) => one.value === 'capability')).toMatchObject({ label: 'Capabilities', icon: 'layers', count: 3 });
  });

  test('is unknown without its row', async () => {
    const plain = await compile([files]);
    expect(plain.problemsOf('capability:default/billing').map(({ rule }) => rule)).toEqual(['entity/unknown-kind']);
    expect(plain.kindRow('Capability').plural).toBe('Capabilitys');
  });
});

describe('a relation of portal.yaml', () => {
  test('leads in both directions, has its words, and is one edge', () => {
    const ledger = compiled.catalog.get('component:default/ledger');
    const billing = compiled.catalog.get('capability:default/billing');
    expect(ledger === null ? [] : relationSections(compiled, ledger).map((one) => [one.title, one.rows.map((row) => row.ref)])).toEqual([
      ['Realises', ['capability:default/billing', 'capability:default/dunning']],
    ]);
    expect(billing === null ? [] : relationSections(compiled, billing).map((one) => one.title)).toEqual(['Is realised by']);
    expect(compiled.graph.edges.filter((edge) => edge.type.startsWith('realise'))).toEqual([
      { source: 'component:default/ledger', target: 'capability:default/billing', type: 'realises' },
      { source: 'component:default/ledger', target: 'capability:default/dunning', type: 'realises' },
      { source: 'component:default/shop', target: 'capability:default/biling', type: 'realises' },
    ]);
  });

  test('is checked as those of Backstage are', () => {
    expect(problemsOf('component:default/shop')).toEqual([
      ['relation/unknown-target', expect.stringContaining('as realises'), 'Did you mean "billing"?'],
    ]);
    expect(problemsOf('component:default/ledger').map(([rule]) => rule)).toEqual(['relation/unexpected-kind']);
  });
});

test('what the catalog has already, or does not know, is said at its line and left out', async () => {
  const odd = await compile([files], '/', {
    kinds: [{ ...capability, kind: 'component' }, capability, capability],
    relations: [
      { ...realises, field: 'owner' },
      { ...realises, field: 'dependsOn' },
      { ...realises, kinds: ['Componet'], targets: [] },
      realises,
      realises,
    ],
  });
  const found = odd.problems.filter(({ rule }) => rule.startsWith('model/'));
  expect(found.map(({ rule }) => rule).toSorted()).toEqual([...Array<string>(5).fill('model/taken'), 'model/unknown-kind']);
  expect(found.every((problem) => problem.place === place)).toBe(true);
  expect(found.find(({ rule }) => rule === 'model/unknown-kind')?.hint).toBe('Did you mean "Component"?');
  expect(odd.catalog.get('component:default/ledger')?.rejected).toBeNull();
});

test('relations of a portal have their own words in the explorer and in what it saves', async () => {
  const portal = await compile([files], '/', { kinds: [capability], relations: [realises] });
  const { nodes, edges, words } = unpackGraph(graphMapData(portal));
  expect(relationLabel('realises', words)).toBe('realises');
  const renamed = new Map([['realises', 'makes real']]);
  expect(renderMermaid({ nodes, edges, words: renamed })).toContain('|"makes real"|');
});
