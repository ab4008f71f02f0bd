// Finds fields that Backstage passes over in silence because they stand in the wrong place or are misspelt.
import { nearest } from '../lib/nearest.ts';
import type { Fault } from './fault.ts';
import { field, fieldLabel, isObject, shorten } from './json.ts';
import { type KindRow, specSchema } from './kinds.ts';
import type { Model } from './model.ts';
import { METADATA } from './schema.ts';
import type { Json, JsonObject } from './types.ts';

const METADATA_FIELDS = Object.keys(METADATA.properties ?? {});

/** Fields of metadata that people write under spec; `title` and the like may well be fields of somebody's own there. */
const NEVER_IN_SPEC = ['tags', 'links', 'labels', 'annotations'];

/** Fields of spec that mean the same in every kind; under metadata they are lost. */
const NEVER_IN_METADATA = ['owner', 'lifecycle', 'system', 'domain'];

/** Makes the check that lists the misplaced fields of an entity. Fields that are like none that is known are somebody's own and stay unmentioned. */
export function makeFieldCheck(model: Model): (data: JsonObject, row: KindRow | null) => Iterable<Fault> {
  const names = new Set(model.relations.flatMap((row) => [row.relation, row.reverse]));
  return function* (data, row) {
    const spec = field(data, 'spec');
    const metadata = field(data, 'metadata');
    yield* inMetadata(metadata, spec);
    if (row !== null && isObject(spec)) yield* inSpec(spec, metadata, row, model, names);
  };
}

function* inMetadata(metadata: Json | undefined, spec: Json | undefined): Generator<Fault> {
  if (!isObject(metadata)) return;
  for (const key of Object.keys(metadata)) {
    if (METADATA_FIELDS.includes(key)) continue;
    const path = ['metadata', key];
    if (NEVER_IN_METADATA.includes(key) && field(spec, key) === undefined) {
      yield fault(path, `${fieldLabel(path)} is not read here.`, `Move it to spec.${key}.`);
      continue;
    }
    const near = nearest(key, METADATA_FIELDS);
    if (near !== null && !Object.hasOwn(metadata, near))
      yield fault(path, `${fieldLabel(path)} is not a known field.`, `Did you mean "${near}"?`);
  }
}

function* inSpec(spec: JsonObject, metadata: Json | undefined, row: KindRow, model: Model, names: ReadonlySet<string>): Generator<Fault> {
  const relations = model.relationRows(row.kind, spec['type']).map((relation) => relation.field);
  const known = new Set([...Object.keys(specSchema(row, spec['type']).properties ?? {}), ...relations]);
  for (const key of Object.keys(spec)) {
    if (known.has(key)) continue;
    const path = ['spec', key];
    if (NEVER_IN_SPEC.includes(key)) {
      const merge = field(metadata, key) === undefined ? '' : ', where there already are some';
      yield fault(path, `${fieldLabel(path)} is not read here.`, `Move it to metadata.${key}${merge}.`);
      continue;
    }
    const near = nearest(key, known);
    if (near !== null && !Object.hasOwn(spec, near)) {
      yield fault(path, `${fieldLabel(path)} is not a field of ${row.kind}.`, `Did you mean "${near}"?`);
    } else if (model.relations.some((relation) => relation.field === key)) {
      const kinds = [...new Set(model.relations.filter((relation) => relation.field === key).flatMap((relation) => relation.kinds))];
      yield fault(path, `${fieldLabel(path)} is not read for ${row.kind}.`, `Only ${kinds.join(', ')} can have it.`);
    } else if (names.has(key)) {
      yield fault(path, `${fieldLabel(path)} is not read: a relation is written in the entity at its other end.`, otherEnd(key, model));
    }
  }
}

function fault(path: readonly string[], message: string, hint: string | undefined): Fault {
  return { rule: 'entity/misplaced-field', path, what: 'key', message: shorten(message, 200), hint };
}

/** Says where a relation that was used as a field has to be written. */
function otherEnd(name: string, model: Model): string | undefined {
  const row = model.relations.find((relation) => relation.relation === name || relation.reverse === name);
  return row === undefined ? undefined : `Use spec.${row.field} of ${row.kinds.join(', ')}.`;
}
