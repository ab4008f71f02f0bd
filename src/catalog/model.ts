// The kinds and relations that one catalog knows: those of Backstage, and rows that the portal adds.
import { KINDS, type KindRow } from './kinds.ts';
import { RELATIONS, type RelationRow } from './relations.ts';

export interface Model {
  readonly kinds: readonly KindRow[];
  readonly relations: readonly RelationRow[];
  /** Finds the row of a kind, in any case; null for a kind that is not known. Backstage itself accepts only the exact case. */
  findKind(kind: string): KindRow | null;
  /** Returns the relation rows that hold for an entity; what entities of unknown kinds have is an owner. */
  relationRows(kind: string, specType: unknown): readonly RelationRow[];
}

/** Rows that are added to those of Backstage. */
export interface ModelRows {
  readonly kinds: readonly KindRow[];
  readonly relations: readonly RelationRow[];
}

/** Makes the model. A row that is added never takes the place of one of Backstage's: what Backstage says of its own kinds stays true. */
export function createModel(own: ModelRows = { kinds: [], relations: [] }): Model {
  const rows = new Map(KINDS.map((row) => [row.kind.toLowerCase(), row]));
  for (const row of own.kinds) if (!rows.has(row.kind.toLowerCase())) rows.set(row.kind.toLowerCase(), row);
  const isTaken = ({ kinds, field }: RelationRow) =>
    field === 'owner' || RELATIONS.some((row) => row.field === field && row.kinds.some((kind) => kinds.includes(kind)));
  const relations = [...RELATIONS, ...own.relations.filter((row) => !isTaken(row))];
  const ofAnyKind = RELATIONS.filter((row) => row.field === 'owner');
  const findKind = (kind: string) => rows.get(kind.toLowerCase()) ?? null;
  return {
    kinds: [...rows.values()],
    relations,
    findKind,
    relationRows(kind, specType) {
      const row = findKind(kind);
      if (row === null) return ofAnyKind;
      const found = relations.filter((one) => one.kinds.includes(row.kind) && (one.specType === undefined || one.specType === specType));
      return row.custom === true ? [...ofAnyKind, ...found] : found;
    },
  };
}
