// The relations as rows: which direction a line is drawn in, and what people call it. Relations of the portal's own bring their words along.
import type { Catalog } from '../catalog/types.ts';

/** One pair of relations: an edge runs from the holder of `type` to its target. */
export interface RelationPair {
  /** Relation an edge stands for, e.g. `dependsOn`. */
  readonly type: string;
  /** The same seen from the other end, e.g. `dependencyOf`. */
  readonly reverse: string;
  /** Words for the edge read forwards and backwards. */
  readonly label: string;
  readonly reverseLabel: string;
  /** Side of the target in a picture of one entity: what it needs, holds or offers stands to the right. */
  readonly side: 'left' | 'right';
  /** Who fails when the other is gone: the holder needs its target, or the target needs the holder; null when neither does. */
  readonly needs: 'target' | 'holder' | null;
}

/** Backstage's pairs (portals: `BS:packages/catalog-model/src/kinds/relations.ts`), in the order pages list them. */
export const RELATION_PAIRS: readonly RelationPair[] = [
  { type: 'providesApi', reverse: 'apiProvidedBy', label: 'provides', reverseLabel: 'provided by', side: 'right', needs: 'holder' },
  { type: 'consumesApi', reverse: 'apiConsumedBy', label: 'consumes', reverseLabel: 'consumed by', side: 'right', needs: 'target' },
  { type: 'dependsOn', reverse: 'dependencyOf', label: 'depends on', reverseLabel: 'needed by', side: 'right', needs: 'target' },
  { type: 'partOf', reverse: 'hasPart', label: 'part of', reverseLabel: 'has part', side: 'left', needs: null },
  { type: 'ownedBy', reverse: 'ownerOf', label: 'owned by', reverseLabel: 'owns', side: 'left', needs: null },
  { type: 'childOf', reverse: 'parentOf', label: 'child of', reverseLabel: 'parent of', side: 'left', needs: null },
  { type: 'memberOf', reverse: 'hasMember', label: 'member of', reverseLabel: 'has member', side: 'left', needs: null },
];

/** A relation that the catalog brings with it, and what it is called from both ends. */
type OwnRelation = Catalog['ownRelations'][number];

const FORWARD = new Map(RELATION_PAIRS.map((pair) => [pair.type, pair]));
const BACKWARD = new Map(RELATION_PAIRS.map((pair) => [pair.reverse, pair]));

/** Turns a relation the way its edge runs: `ledger dependencyOf shop` becomes `shop dependsOn ledger`. Types nobody knows stay as they are. */
export function toEdge(
  from: string,
  type: string,
  to: string,
  own: readonly OwnRelation[] = [],
): { source: string; target: string; type: string } {
  const known = own.find((one) => one.reverse === type && one.relation !== type);
  const pair = BACKWARD.get(type) ?? (known === undefined ? undefined : { type: known.relation });
  return pair === undefined ? { source: from, target: to, type } : { source: to, target: from, type: pair.type };
}

/** What relations of a portal's own are called, by type. */
export type OwnWords = ReadonlyMap<string, string>;

/** Returns the words for a relation as seen from its holder: `dependencyOf` gives `needed by`. */
export function relationLabel(type: string, own?: OwnWords): string {
  return own?.get(type) ?? FORWARD.get(type)?.label ?? BACKWARD.get(type)?.reverseLabel ?? humanise(type);
}

/** Returns the words for a relation as seen from its holder, where a catalog may bring relations of its own. */
export function relationWords(type: string, own: readonly OwnRelation[]): string {
  return own.find((one) => one.relation === type)?.words[0] ?? own.find((one) => one.reverse === type)?.words[1] ?? relationLabel(type);
}

/** Returns the side of the target in a picture of the relation's holder. */
export function relationSide(type: string, own: readonly OwnRelation[] = []): 'left' | 'right' {
  if (own.some((one) => one.reverse === type)) return 'left';
  const pair = BACKWARD.get(type);
  if (pair !== undefined) return pair.side === 'right' ? 'left' : 'right';
  return FORWARD.get(type)?.side ?? 'right';
}

/** Returns who needs whom along an edge: its source the target, its target the source, or null when the relation is no need. */
export function edgeNeeds(type: string): 'target' | 'holder' | null {
  return FORWARD.get(type)?.needs ?? null;
}

/** All relation types in the order pages list them, forwards before backwards. */
export const RELATION_ORDER: readonly string[] = RELATION_PAIRS.flatMap((pair) => [pair.type, pair.reverse]);

function humanise(type: string): string {
  return type.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
