// Backstage's verdict on an entity: its own validators in its own order, and the reason for which it would reject the entity.
import { entityEnvelopeSchemaValidator, entityKindSchemaValidator, entitySchemaValidator } from '@backstage/catalog-model';
import { formatFaults } from './check-format.ts';
import { isObject } from './json.ts';
import { type KindRow, specSchema } from './kinds.ts';
import type { Schema } from './schema.ts';
import type { JsonObject } from './types.ts';

/** Returns what Backstage says when it rejects an entity, or null when it accepts it. References are not looked at here. */
export type Judge = (data: JsonObject, ref: string, row: KindRow | null) => string | null;

const SCHEMA = 'http://json-schema.org/draft-07/schema';

/** Makes the judge of one build; the schema of a kind is compiled when it is first needed. */
export function makeJudge(): Judge {
  const envelope = entityEnvelopeSchemaValidator();
  const schema = entitySchemaValidator();
  const kinds = new Map<Schema, (data: unknown) => unknown>();

  function kindValidator(row: KindRow, spec: Schema) {
    const known = kinds.get(spec) ?? entityKindSchemaValidator(kindSchema(row, spec));
    kinds.set(spec, known);
    return known;
  }

  return (data, ref, row) => {
    const foreign = `No processor recognized the entity ${ref} as valid, possibly caused by a foreign kind or apiVersion`;
    const unknown = Object.keys(data).find((key) => key === 'relations' || key === 'status');
    return (
      thrownBy(() => envelope(data), 'Malformed envelope, ') ??
      thrownBy(() => schema(data), 'Malformed envelope, ') ??
      (unknown === undefined ? null : `Unknown field ${unknown}`) ??
      formatFaults(data).next().value?.backstage ??
      (row === null ? foreign : null) ??
      (row === null || row.custom === true
        ? null
        : thrownBy(() => {
            const spec = specSchema(row, isObject(data['spec']) ? data['spec']['type'] : undefined);
            if (kindValidator(row, spec)(data) === false) throw new Error(foreign);
          }))
    );
  };
}

/** The schema of one kind in the form in which Backstage writes its own. */
function kindSchema(row: KindRow, spec: Schema): object {
  const properties = { apiVersion: { enum: row.apiVersions }, kind: { enum: [row.kind] }, spec };
  return { $schema: SCHEMA, allOf: [{ $ref: 'Entity' }, { type: 'object', required: ['spec'], properties }] };
}

function thrownBy(check: () => unknown, prefix = ''): string | null {
  try {
    check();
    return null;
  } catch (error) {
    return prefix + (error instanceof Error ? error.message : String(error));
  }
}
