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
  const targets = new Map<string, ReadonlyMap<string, ReturnType<Catalog['related']>>>();
  // Pages ask for the same relations over and over: each entity's are put in order when the first one does.
  const targetsOf = (ref: string) => {
    const known = targets.get(ref) ?? groupTargets(relations.get(ref) ?? [], byRef);
    targets.set(ref, known);
    return known;
  };
  return {
    entities: sorted,
    ownRelations,
    get: (ref) => byRef.get(ref.toLowerCase()) ?? null,
    related: (ref, type) => targetsOf(ref.toLowerCase()).get(type) ?? NONE,
  };
}

const NONE: ReturnType<Catalog['related']> = [];

function groupTargets(relations: readonly Relation[], byRef: ReadonlyMap<string, Entity>): Map<string, ReturnType<Catalog['related']>> {
  const byType = Map.groupBy(relations, ({ type }) => type);
  return new Map(
    [...byType].map(([type, list]) => [type, list.map(({ targetRef }) => ({ ref: targetRef, entity: byRef.get(targetRef) ?? null }))]),
  );
}
