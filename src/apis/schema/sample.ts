// An example made up from a schema: a schema in, a small value that fits it out. The definition's own examples come first.
import { entries, get, isData, list, text, texts } from '../data.ts';
import type { Node, References } from '../references.ts';

/** Values of one example, and how deep it nests. */
const MAX_VALUES = 60;
const MAX_DEPTH = 6;

const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-01-15T09:30:00Z',
  date: '2026-01-15',
  time: '09:30:00Z',
  duration: 'PT5M',
  email: 'someone@example.com',
  uuid: '3f2b8c1e-5d4a-4e7b-9a60-2c1d8e4f7b35',
  uri: 'https://example.com',
  url: 'https://example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'ZXhhbXBsZQ==',
  binary: '…',
  password: '…',
};

const BY_TYPE: Readonly<Record<string, (schema: unknown) => unknown>> = {
  string: (schema) => {
    const format = text(get(schema, 'format'));
    return (Object.hasOwn(BY_FORMAT, format) ? BY_FORMAT[format] : undefined) ?? 'text';
  },
  integer: (schema) => get(schema, 'minimum') ?? 1,
  number: (schema) => get(schema, 'minimum') ?? 1,
  boolean: () => true,
  null: () => null,
};

/** Makes an example; undefined when the schema says too little. */
export function sampleOf(node: Node, references: References): unknown {
  let budget = MAX_VALUES;

  const sample = (at: Node, depth: number): unknown => {
    if (budget-- <= 0 || depth > MAX_DEPTH) return undefined;
    const found = references.follow(at);
    if (found === null || !isData(found.value)) return undefined;
    const schema = found.value;
    for (const key of ['example', 'default', 'const']) if (get(schema, key) !== undefined) return get(schema, key);
    const first = list(get(schema, 'examples'))[0] ?? list(get(schema, 'enum'))[0];
    if (first !== undefined) return first;
    const choice = ['oneOf', 'anyOf'].find((key) => list(get(schema, key)).length > 0);
    if (choice !== undefined && !isData(get(schema, 'properties'))) {
      const options = list(get(schema, choice)).map((_, index) => references.at(references.at(found, choice), String(index)));
      return sample(options.find((option) => get(option.value, 'type') !== 'null') ?? found, depth + 1);
    }
    if (isData(get(schema, 'properties')) || list(get(schema, 'allOf')).length > 0) return sampleObject(found, depth);
    const type = [get(schema, 'type')].flat().find((one) => one !== 'null');
    if (type === 'array' || get(schema, 'items') !== undefined) {
      const item = sample(references.at(found, 'items'), depth + 1);
      return item === undefined ? [] : [item];
    }
    if (type === 'object') return {};
    return typeof type === 'string' && Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type]?.(schema) : undefined;
  };

  const sampleObject = (at: Node, depth: number): unknown => {
    const fields: [string, unknown][] = [];
    for (const index of list(get(at.value, 'allOf')).keys()) {
      const part = sample(references.at(references.at(at, 'allOf'), String(index)), depth + 1);
      if (isData(part)) fields.push(...Object.entries(part));
    }
    const required = new Set(texts(get(at.value, 'required')));
    const properties = entries(get(at.value, 'properties'));
    // What has to be there comes first when there is no room for everything.
    const order = properties.length > 20 ? properties.filter(([name]) => required.has(name)) : properties;
    for (const [name, property] of order) {
      if (get(property, 'writeOnly') === true && get(property, 'readOnly') === true) continue;
      const value = sample(references.at(references.at(at, 'properties'), name), depth + 1);
      if (value !== undefined) fields.push([name, value]);
    }
    return Object.fromEntries(fields);
  };

  return sample(node, 0);
}
