// Schemas of Avro: their data in; the same as JSON Schema, which is what references are made of, out. Rules: https://avro.apache.org/docs/1.12.0/specification/
import { type Data, get, isData, list, text, texts, words } from '../data.ts';

/** Schema formats that mean Avro: `application/vnd.apache.avro;version=1.9.0`. */
const AVRO = /^application\/vnd\.apache\.avro\b/i;

const PRIMITIVES: Readonly<Record<string, Data>> = {
  null: { type: 'null' },
  boolean: { type: 'boolean' },
  int: { type: 'integer', format: 'int' },
  long: { type: 'integer', format: 'long' },
  float: { type: 'number', format: 'float' },
  double: { type: 'number', format: 'double' },
  bytes: { type: 'string', format: 'bytes' },
  string: { type: 'string' },
};

/** Values that one schema may hold, and how deep. Named types are written out where they are used. */
const MAX_VALUES = 5_000;
const MAX_DEPTH = 12;

/** Says whether a schema format is Avro. */
export function isAvro(format: string): boolean {
  return AVRO.test(format);
}

/** Writes a schema of Avro as JSON Schema. What is not valid Avro says nothing. */
export function avroToJsonSchema(schema: unknown): Data {
  const named = new Map<string, Data>();
  let room = MAX_VALUES;

  const convert = (value: unknown, space: string, above: readonly string[]): Data => {
    if (room-- <= 0 || above.length > MAX_DEPTH) return {};
    if (typeof value === 'string') return byName(value, space, above);
    if (Array.isArray(value)) return union(value, space, above);
    if (!isData(value)) return {};
    const logical = words(get(value, 'logicalType'));
    const doc = words(get(value, 'doc'));
    const found = { ...complex(value, space, above), ...(logical !== null && { format: logical }) };
    return doc === null ? found : { ...found, description: doc };
  };

  const byName = (name: string, space: string, above: readonly string[]): Data => {
    const primitive = Object.hasOwn(PRIMITIVES, name) ? PRIMITIVES[name] : undefined;
    if (primitive !== undefined) return primitive;
    const full = fullName(name, space);
    const known = named.get(full);
    if (known === undefined) return { description: `There is no type ${name.slice(0, 100)}.` };
    // A type inside of itself is named, not written out again.
    return above.includes(full) ? { type: 'object', description: `${lastPart(full)}, as above` } : convert(known, spaceOf(full), above);
  };

  /** `null` and one other type is a value that need not be there. */
  const union = (types: readonly unknown[], space: string, above: readonly string[]): Data => {
    const others = types.filter((type) => type !== 'null');
    const [only] = others;
    const isNullable = others.length < types.length;
    if (others.length === 1) {
      const found = convert(only, space, above);
      return isNullable ? { ...found, type: [...[get(found, 'type')].flat().filter((type) => typeof type === 'string'), 'null'] } : found;
    }
    return { oneOf: types.map((type) => convert(type, space, above)) };
  };

  const complex = (value: Data, space: string, above: readonly string[]): Data => {
    const type = get(value, 'type');
    if (type === 'array') return { type: 'array', items: convert(get(value, 'items'), space, above) };
    if (type === 'map') return { type: 'object', additionalProperties: convert(get(value, 'values'), space, above) };
    if (typeof type !== 'string' || !['record', 'error', 'enum', 'fixed'].includes(type)) return convert(type, space, above);
    const full = fullName(text(get(value, 'name')), words(get(value, 'namespace')) ?? space);
    named.set(full, value);
    const title = lastPart(full);
    if (type === 'enum') return { type: 'string', title, enum: texts(get(value, 'symbols')) };
    if (type === 'fixed') return { type: 'string', title, format: `${text(get(value, 'size'))} bytes` };
    const fields = list(get(value, 'fields'));
    const properties = fields.map((field): [string, Data] => {
      const found = convert(get(field, 'type'), spaceOf(full), [...above, full]);
      const [doc, preset] = [words(get(field, 'doc')), get(field, 'default')];
      return [
        text(get(field, 'name')),
        { ...found, ...(doc !== null && { description: doc }), ...(preset !== undefined && { default: preset }) },
      ];
    });
    const required = fields.filter((field) => get(field, 'default') === undefined).map((field) => text(get(field, 'name')));
    return { type: 'object', title, properties: Object.fromEntries(properties), required };
  };

  return convert(schema, '', []);
}

function fullName(name: string, space: string): string {
  return name.includes('.') || space === '' ? name : `${space}.${name}`;
}

function spaceOf(full: string): string {
  return full.slice(0, Math.max(0, full.lastIndexOf('.')));
}

function lastPart(full: string): string {
  return full.slice(full.lastIndexOf('.') + 1);
}
