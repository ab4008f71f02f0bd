// The made-up catalog, judged by Backstage: valid but for the deliberate mistakes, and without other loose ends.
import { parseEntityRef } from '@backstage/catalog-model';
import { describe, expect, test } from 'vitest';
import { MISTAKE_SORTS } from '../../../scripts/bench/mistakes.ts';
import { judge } from '../../catalog/backstage.ts';
import { type WrittenEntity, written } from './organisation.ts';

const { entities, organisation, files } = written({ entities: 1500, docs: 150, seed: 'judged' });
const refs = new Set(entities.map(({ ref }) => ref));

/** Fields of `spec` that name entities, with the kind of a bare name. */
const FIELDS = {
  owner: 'Group',
  system: 'System',
  domain: 'Domain',
  subdomainOf: 'Domain',
  providesApis: 'API',
  consumesApis: 'API',
  dependsOn: undefined,
  parent: 'Group',
  children: 'Group',
  members: 'User',
  memberOf: 'Group',
};

describe('the entities', () => {
  test('are valid for Backstage but for the deliberate mistakes', async () => {
    for (const { entity, ref, file } of entities) {
      const mistake = MISTAKE_SORTS[organisation.mistakes.get(ref) ?? ''];
      const verdict = await judge(withDefinition(entity, file));
      // The model knows no templates: it gets as far as asking for their kind.
      if (entity.kind === 'Template') expect(verdict, ref).toBe('No processor recognized the entity');
      else expect(verdict === null, `${ref}: ${verdict}`).toBe(mistake?.rejected !== true);
    }
  });

  test('name only entities that are there, but for the deliberate mistakes', () => {
    const dangling = entities.filter(({ entity }) =>
      Object.entries(FIELDS).some(([field, defaultKind]) =>
        [entity.spec[field] ?? []].flat().some((written) => {
          if (entity.kind === 'Template' && field !== 'owner') return false;
          const defaultNamespace = entity.metadata.namespace ?? 'default';
          const { kind, namespace, name } = parseEntityRef(String(written), {
            ...(defaultKind !== undefined && { defaultKind }),
            defaultNamespace,
          });
          return !refs.has(`${kind}:${namespace}/${name}`.toLowerCase());
        }),
      ),
    );
    expect(dangling.length).toBeGreaterThan(0);
    expect(dangling.filter(({ ref }) => !organisation.mistakes.has(ref))).toEqual([]);
  });

  test('make a sparse graph without circles', () => {
    const needs = new Map(
      entities.map(({ entity, ref }) => [
        ref,
        [entity.spec['dependsOn'] ?? []].flat().map((need) => fullRef(String(need), entity.metadata.namespace)),
      ]),
    );
    const count = [...needs.values()].flat().length;
    expect(count / 1500).toBeGreaterThan(0.3);
    expect(count / 1500).toBeLessThan(2);
    const done = new Set<string>();
    const open = new Set<string>();
    const visit = (ref: string) => {
      expect(open, `a circle at ${ref}`).not.toContain(ref);
      if (done.has(ref)) return;
      open.add(ref);
      for (const need of needs.get(ref) ?? []) visit(need);
      open.delete(ref);
      done.add(ref);
    };
    for (const ref of needs.keys()) visit(ref);
    expect(done.size).toBeGreaterThanOrEqual(1500);
  });

  test('are all reached: each file is at the root of its repository or named by a Location', () => {
    const roots = entities.filter(({ file }) => /^(?:org|repos\/[^/]+)\/catalog-info\.yaml$/.test(file));
    const named = new Set(roots.map(({ file }) => file));
    for (const { entity, file } of roots.filter(({ entity }) => entity.kind === 'Location')) {
      const folder = file.slice(0, -'catalog-info.yaml'.length);
      for (const target of entity.spec['targets'] as string[]) {
        const pattern = new RegExp(`^${(folder + target.slice(2)).replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);
        const found = [...files.keys()].filter((path) => pattern.test(path));
        expect(found, target).not.toEqual([]);
        for (const path of found) named.add(path);
      }
    }
    expect(entities.filter(({ file }) => !named.has(file))).toEqual([]);
  });

  test('point with $text to definitions that are there', () => {
    const apis = entities
      .filter(({ entity }) => entity.kind === 'API')
      .map(({ entity, file }) => ({ definition: entity.spec['definition'], file }));
    const pointers = apis.filter(({ definition }) => typeof definition === 'object');
    expect(pointers.length).toBeGreaterThan(0);
    expect(pointers.length).toBeLessThan(apis.length / 2);
    for (const { definition, file } of pointers) {
      const { $text } = definition as { $text: string };
      expect(files.has(beside(file, $text)), $text).toBe(true);
    }
  });

  test('point to docs that are there', () => {
    const docs = entities.flatMap(({ entity, file }) => {
      const reference = entity.metadata.annotations?.['backstage.io/techdocs-ref'];
      if (reference === undefined) return [];
      const folder = file.replace(/[^/]+$/, '');
      return reference === 'dir:.' ? `${folder}mkdocs.yml` : `${folder}${reference.slice('dir:./'.length)}/mkdocs.yml`;
    });
    expect(docs.toSorted()).toEqual([...files.keys()].filter((path) => path.endsWith('/mkdocs.yml')).toSorted());
  });
});

/** Path of a file that is named relative to another one. */
function beside(file: string, target: string): string {
  return file.replace(/[^/]+$/, target.slice('./'.length));
}

/** Puts the text of a definition in the place of a pointer to it, as Backstage does before it checks an entity. */
function withDefinition(entity: WrittenEntity, file: string): WrittenEntity {
  const definition = entity.spec['definition'];
  if (typeof definition !== 'object' || definition === null) return entity;
  return { ...entity, spec: { ...entity.spec, definition: files.get(beside(file, (definition as { $text: string }).$text)) } };
}

function fullRef(written: string, namespace = 'default'): string {
  const { kind, namespace: found, name } = parseEntityRef(written, { defaultNamespace: namespace });
  return `${kind}:${found}/${name}`.toLowerCase();
}
