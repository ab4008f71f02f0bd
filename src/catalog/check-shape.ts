// Checks the shape of an entity against the schema of its kind: every field that is missing, empty, of the wrong type or unknown.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { didYouMean } from '../lib/nearest.ts';
import type { FieldPath } from '../lib/yaml.ts';
import type { Fault } from './fault.ts';
import { fieldLabel, isObject, shorten, valueLabel } from './json.ts';
import { type KindRow, specSchema } from './kinds.ts';
import { METADATA, type Schema, text } from './schema.ts';
import type { Json, JsonObject } from './types.ts';

/** Root fields that authors write; Backstage's schema lets it pass, but its policy does not: `relations` and `status`. */
const ROOT = ['apiVersion', 'kind', 'metadata', 'spec'];

/** Makes the check of one build. Schemas are compiled when an entity first needs them. */
export function makeShapeCheck(): (data: JsonObject, row: KindRow | null) => Fault[] {
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
  const compiled = new Map<Schema | null, ValidateFunction>();
  const own = new Ajv({ allErrors: true, verbose: true, strict: false, validateFormats: false, logger: false });
  const compiledOwn = new Map<KindRow, ValidateFunction>();
  return (data, row) => {
    const spec =
      row === null ? null : row.custom === true ? ANY_SPEC : specSchema(row, isObject(data['spec']) ? data['spec']['type'] : undefined);
    const validate = compiled.get(spec) ?? ajv.compile(entitySchema(spec));
    compiled.set(spec, validate);
    const errors = validate(data) ? [] : (validate.errors ?? []);
    return [...errors, ...ownErrors(row, data)].map((error) => toFault(error, data, row, spec));
  };

  /** A schema of the portal's own is compiled by itself, since what it refers to is counted from its root; Backstage's rules are stricter. */
  function ownErrors(row: KindRow | null, data: JsonObject): ErrorObject[] {
    if (row?.custom !== true || !isObject(data['spec'])) return [];
    const validate = compiledOwn.get(row) ?? own.compile(row.spec);
    compiledOwn.set(row, validate);
    if (validate(data['spec'])) return [];
    return (validate.errors ?? []).map((error) => ({ ...error, instancePath: `/spec${error.instancePath}` }));
  }
}

const ANY_SPEC: Schema = { type: 'object' };

function entitySchema(spec: Schema | null): Schema {
  return {
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata', ...(spec === null ? [] : ['spec'])],
    additionalProperties: false,
    properties: { apiVersion: text, kind: text, metadata: METADATA, spec: spec ?? { type: 'object' } },
  };
}

function toFault(error: ErrorObject, data: JsonObject, row: KindRow | null, spec: Schema | null): Fault {
  const at = fromPointer(error.instancePath, data);
  if (error.keyword === 'required') {
    const path = [...at, String(error.params['missingProperty'])];
    const label = fieldLabel(path);
    const message = path.length > 2 ? `${label} is missing.` : `${subject(row)} needs ${label}, which is missing.`;
    return { rule: ruleFor(path, 'entity/missing-field'), path, message };
  }
  if (error.keyword === 'additionalProperties') {
    const path = [...at, String(error.params['additionalProperty'])];
    if (path.length === 1) return unknownField(path, spec);
    const hint = didYouMean(String(path.at(-1)), Object.keys(row?.spec.properties ?? {}));
    return { rule: 'entity/unknown-field', path, what: 'key', message: `${fieldLabel(path)} is no field of ${row?.kind}.`, hint };
  }
  const value = error.data as Json;
  const label = fieldLabel(at);
  if (error.keyword === 'enum' || error.keyword === 'const') {
    const allowed = (error.params['allowedValues'] ?? [error.params['allowedValue']]) as string[];
    const message = `${label} must be ${allowed.map((word) => `"${word}"`).join(' or ')}, but is ${valueLabel(value)}.`;
    return { rule: 'entity/invalid-value', path: at, message, hint: typeof value === 'string' ? didYouMean(value, allowed) : undefined };
  }
  if (error.keyword === 'maxLength') {
    return { rule: 'entity/invalid-value', path: at, message: `${label} must have at most ${error.params['limit']} characters.` };
  }
  if (value === null || value === '' || error.keyword === 'minItems') return emptyField(at, row, spec);
  if (error.keyword !== 'type') {
    return { rule: ruleFor(at, 'entity/invalid-value'), path: at, message: `${label} ${shorten(error.message ?? 'is not valid', 120)}.` };
  }
  const expected = ([error.params['type']].flat() as string[]).map((type) => TYPE_NAMES[type] ?? type).join(' or ');
  const message = `${label} must be ${expected}, but is ${valueLabel(value)}.`;
  return { rule: ruleFor(at, 'entity/wrong-type'), path: at, message, hint: typeHint(value, expected) };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a set of fields',
  boolean: 'true/false',
};

const subject = (row: KindRow | null) => (row === null ? 'An entity' : `${/^[AEIO]/.test(row.kind) ? 'An' : 'A'} ${row.kind}`);

function emptyField(path: FieldPath, row: KindRow | null, spec: Schema | null): Fault {
  const isNeeded = path.length === 1 || (path.length === 2 && path[0] === 'spec' && spec?.required?.includes(String(path[1])) === true);
  const label = fieldLabel(path);
  if (isNeeded) return { rule: ruleFor(path, 'entity/missing-field'), path, message: `${subject(row)} needs ${label}, which is empty.` };
  return { rule: ruleFor(path, 'entity/wrong-type'), path, message: `${label} is empty.`, hint: 'Give it a value, or remove the line.' };
}

function typeHint(value: Json, expected: string): string | undefined {
  if (expected === 'text' && (typeof value === 'number' || typeof value === 'boolean')) return `Put it in quotes: '${value}'.`;
  if (expected === 'text' && Array.isArray(value)) return 'Write one text instead of a list.';
  return expected === 'a list' && typeof value === 'string' ? `Write it as a list: [${shorten(value, 40)}].` : undefined;
}

function unknownField(path: FieldPath, spec: Schema | null): Fault {
  const name = String(path.at(-1));
  const label = shorten(name, 40);
  const home = Object.hasOwn(spec?.properties ?? {}, name) ? 'spec' : null;
  const parent = home ?? (Object.hasOwn(METADATA.properties ?? {}, name) ? 'metadata' : null);
  const output = name === 'relations' || name === 'status';
  const hint = output
    ? 'Remove it: the catalog itself writes it.'
    : parent === null
      ? didYouMean(name, ROOT)
      : `Move it under "${parent}".`;
  return {
    rule: 'entity/unknown-field',
    path,
    what: 'key',
    message: `"${label}" is no field of an entity; there are only ${ROOT.join(', ')}.`,
    hint,
  };
}

/** Faults inside some fields of the metadata have rules of their own. */
const RULES_BY_FIELD: ReadonlyMap<string, Fault['rule']> = new Map([
  ['name', 'entity/invalid-name'],
  ['namespace', 'entity/invalid-namespace'],
  ['tags/', 'entity/invalid-tag'],
  ['labels/', 'entity/invalid-label'],
  ['annotations/', 'entity/invalid-annotation'],
  ['links/', 'entity/invalid-link'],
]);

function ruleFor(path: FieldPath, otherwise: Fault['rule']): Fault['rule'] {
  if (path[0] !== 'metadata' || path.length < 2) return otherwise;
  return RULES_BY_FIELD.get(path.length === 2 ? String(path[1]) : `${path[1]}/`) ?? otherwise;
}

/** Turns a JSON pointer into a path; steps into lists become numbers. */
function fromPointer(pointer: string, data: JsonObject): FieldPath {
  const path: (string | number)[] = [];
  let value: Json | undefined = data;
  for (const part of pointer.split('/').slice(1)) {
    const key: string = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) {
      path.push(Number(key));
      value = value[Number(key)];
    } else {
      path.push(key);
      value = isObject(value) ? value[key] : undefined;
    }
  }
  return path;
}
