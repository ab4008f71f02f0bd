// What we make of real repositories is what Backstage's own catalog backend makes of them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/catalog.ts';
import { stringifyRef } from '../../src/catalog/ref.ts';
import type { Catalog, EntityData, Relation } from '../../src/catalog/types.ts';
import { diskFiles } from '../../src/lib/files-fs.ts';
import { DATA, HAS_DATA, snapshotOf, sourceOf } from './snapshot.ts';

interface Expected {
  readonly read: readonly string[];
  readonly entities: readonly EntityData[];
}

/** Placeholders that lead to a repository which neither had: Backstage could not read it, we do not know whether yours can. */
const OUT_OF_REACH = ['api:default/spotify', 'api:default/wayback-archive', 'api:default/wayback-search'];

const repositories = HAS_DATA ? readdirSync(join(DATA, 'expected')).map((file) => file.replace('.json', '')) : ['real repositories'];

function load(id: string): { catalog: Catalog; expected: Expected } {
  const expected = JSON.parse(readFileSync(join(DATA, 'expected', `${id}.json`), 'utf8')) as Expected;
  const source = sourceOf(diskFiles(join(DATA, 'repos', id)), { id, catalog: expected.read });
  return { catalog: buildCatalog(snapshotOf(source)).catalog, expected };
}

const refOf = ({ kind, metadata }: EntityData) => stringifyRef({ kind, namespace: metadata.namespace, name: metadata.name });

describe.skipIf(!HAS_DATA).each(repositories.map((id) => [id]))('buildCatalog of %s', (id) => {
  const { catalog, expected } = HAS_DATA ? load(id) : { catalog: undefined as never, expected: undefined as never };

  test('accepts every entity that Backstage accepts, with the same fields', () => {
    for (const theirs of expected.entities) {
      const ours = catalog.get(refOf(theirs));
      expect(ours?.rejected).toBeNull();
      expect(ours?.data).toEqual({ ...theirs, relations: ours?.data.relations });
    }
  });

  test('makes the same relations, but for those with entities that Backstage does not have', () => {
    const known = new Set(expected.entities.map(refOf));
    const isExtra = (ref: string) => !known.has(ref) && catalog.get(ref) !== null;
    const comparable = (relations: readonly Relation[] = []) =>
      relations
        .filter(({ targetRef }) => !isExtra(targetRef))
        .map(({ type, targetRef }) => `${type} ${targetRef}`)
        .sort();
    for (const theirs of expected.entities) {
      expect(comparable(catalog.get(refOf(theirs))?.data.relations)).toEqual(comparable(theirs.relations));
    }
  });

  test('marks every other entity as rejected', () => {
    const known = new Set(expected.entities.map(refOf));
    const unexplained = catalog.entities.filter((entity) => !known.has(entity.ref) && entity.rejected === null);
    expect(unexplained.map((entity) => entity.ref).filter((ref) => !OUT_OF_REACH.includes(ref))).toEqual([]);
  });
});
