// The references that an entity makes in the fields that stand for relations.
import type { FieldPath } from '../lib/yaml.ts';
import type { Identity } from './identify.ts';
import { field, isObject } from './json.ts';
import { stringifyRef, tryParseRef } from './ref.ts';
import type { Model } from './model.ts';
import type { RelationRow } from './relations.ts';
import type { Json } from './types.ts';

/** One reference as written, and what it stands for. */
export interface Reference {
  readonly row: RelationRow;
  readonly path: FieldPath;
  readonly written: string;
  /** Full reference in lower case; null if what is written is none. */
  readonly target: string | null;
  /** Whether the target is of a kind that the relation leads to. */
  readonly isExpected: boolean;
  /** Why Backstage rejects the entity for it; null if it does not. */
  readonly reason: string | null;
}

/** Lists the references of an entity in the order of the relation rows; a missing namespace is that of the entity. */
export function* referencesOf({ kind, namespace, data }: Identity, model: Model): Generator<Reference> {
  const spec = field(data, 'spec');
  if (!isObject(spec)) return;
  for (const row of model.relationRows(kind, spec['type'])) {
    for (const [path, value] of valuesOf(field(spec, row.field), ['spec', row.field])) {
      if (typeof value === 'string' && value !== '') yield toReference(row, path, value, namespace);
      // The schemas forbid it in all fields but this, which stands in none; Backstage passes over it.
      else if (row.field === 'dependencyOf')
        yield { row, path, written: JSON.stringify(value), target: null, isExpected: true, reason: null };
    }
  }
}

function toReference(row: RelationRow, path: FieldPath, written: string, namespace: string): Reference {
  const { parts, reason } = tryParseRef(written, { defaultKind: row.defaultKind, defaultNamespace: namespace });
  if (parts === null) return { row, path, written, target: null, isExpected: true, reason };
  const isExpected = row.targets.length === 0 || row.targets.some((kind) => kind.toLowerCase() === parts.kind.toLowerCase());
  return { row, path, written, target: stringifyRef(parts), isExpected, reason };
}

/** A field holds one reference or a list of them. */
function* valuesOf(value: Json | undefined, path: FieldPath): Generator<[FieldPath, Json]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield [[...path, index], item];
  else if (value !== undefined && value !== null) yield [path, value];
}
