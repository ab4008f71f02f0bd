// The catalog that pages ask: entities and their relations in, a catalog with indexes out.
import { compareText } from '../lib/problem.ts';
import type { Catalog, Entity, Relation, RelationWords } from './types.ts';

/** Sorts the entities by reference and makes the catalog. Relations may also be asked of references that have no entity. */
export function indexCatalog(
  entities: readonly Entity[],
  relations: ReadonlyMap<string, readonly Relation[]>,
  ownRelations: readonly RelationWords[],
): Catalog {
  const sorted = entities.toSorted((a, b) => compareText(a.ref, b.ref));
  const byRef = new Map(sorted.map((entity) => [entity.ref, entity]));
  return {
    entities: sorted,
    ownRelations,
    get: (ref) => byRef.get(ref.toLowerCase()) ?? null,
    related: (ref, type) =>
      (relations.get(ref.toLowerCase()) ?? [])
        .filter((relation) => relation.type === type)
        .map(({ targetRef }) => ({ ref: targetRef, entity: byRef.get(targetRef) ?? null })),
  };
}
