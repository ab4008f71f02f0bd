// The tables of kinds and relations say what Backstage's catalog model says.
import { describe, expect, test } from 'vitest';
import { KINDS, findKind, specSchema } from '../../src/catalog/kinds.ts';
import { createModel } from '../../src/catalog/model.ts';
import { model } from './backstage.ts';

const versions = model
  .listKinds()
  .flatMap(({ names, versions }) => versions.map(({ apiVersion, specType }) => ({ kind: names.kind, apiVersion, type: specType })));

describe('KINDS', () => {
  test('holds every kind of the model and the Template', () => {
    expect(KINDS.map((row) => row.kind).sort()).toEqual([...model.listKinds().map(({ names }) => names.kind), 'Template'].sort());
  });

  test.each(versions)('$kind $apiVersion $type has the spec of the model', ({ kind, apiVersion, type }) => {
    const row = findKind(kind);
    expect(row?.apiVersions).toContain(apiVersion);
    const theirs = model.getKind({ kind, apiVersion, spec: { ...(type !== undefined && { type }) } });
    const schema = theirs?.jsonSchema as { properties: { spec: object } } | undefined;
    expect(row === null ? null : withoutWords(specSchema(row, type))).toEqual(withoutWords(schema?.properties.spec));
  });

  test.each(versions)('$kind $apiVersion $type makes the relations of the model', ({ kind, apiVersion, type }) => {
    const theirs = model.getKind({ kind, apiVersion, spec: { ...(type !== undefined && { type }) } });
    const pairs = model.getRelations({ kind }) ?? [];
    const expected = theirs?.relationFields.map(({ path, relation, defaultKind, allowedKinds }) => {
      const pair = pairs.find(({ forward }) => forward.type === relation);
      return {
        field: path.replace('spec.', ''),
        relation,
        reverse: pair?.reverse.type,
        defaultKind,
        targets: (allowedKinds ?? pair?.toKind ?? []).toSorted(),
        strict: allowedKinds !== undefined,
      };
    });
    const ours = createModel()
      .relationRows(kind, type)
      .map((row) => ({
        field: row.field,
        relation: row.relation,
        reverse: row.reverse,
        defaultKind: row.defaultKind,
        targets: row.targets.toSorted(),
        strict: row.strict === true,
      }));
    const byField = (a: { field: string }, b: { field: string }) => (a.field < b.field ? -1 : 1);
    expect(ours.toSorted(byField)).toEqual(expected?.toSorted(byField));
  });
});

describe('findKind', () => {
  test('finds a kind in any case, and nothing for what is none', () => {
    expect(findKind('component')?.kind).toBe('Component');
    expect(findKind('constructor')).toBeNull();
  });
});

describe('createModel().relationRows', () => {
  test('gives every other kind an owner', () => {
    expect(
      createModel()
        .relationRows('Environment', undefined)
        .map((row) => row.field),
    ).toEqual(['owner']);
  });
});

/** Removes what a schema says for people, and what says nothing. */
function withoutWords(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (typeof schema !== 'object' || schema === null) return schema;
  const isEmpty = (key: string, value: unknown) => key === 'required' && Array.isArray(value) && value.length === 0;
  const isWord = (key: string, value: unknown) =>
    (key === 'description' && typeof value === 'string') || key === 'examples' || key === 'default';
  const entries = Object.entries(schema).filter(([key, value]) => !isEmpty(key, value) && !isWord(key, value));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutWords(value)]));
}
