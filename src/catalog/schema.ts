// The few JSON Schema forms that entities are described with.

/** A JSON Schema, as far as the tables here use it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

/** Text of at least one character. */
export const text: Schema = { type: 'string', minLength: 1 };

/** Text that may be empty. */
export const anyText: Schema = { type: 'string' };

/** A list of texts. */
export const texts: Schema = { type: 'array', items: text };

/** Makes the schema of a list. */
export function lists(items: Schema): Schema {
  return { type: 'array', items };
}

/** Makes the schema of an object; fields that are not named may be anything. */
export function object(required: readonly string[], properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', required, properties };
}

/** The metadata of every entity, as in Backstage's `EntityMeta`. */
export const METADATA: Schema = object(['name'], {
  uid: text,
  etag: text,
  name: text,
  namespace: text,
  title: text,
  description: anyText,
  labels: { type: 'object', patternProperties: { '^.+$': anyText } },
  annotations: { type: 'object', patternProperties: { '^.+$': anyText } },
  tags: texts,
  links: lists(object(['url'], { url: text, title: text, icon: text, type: text })),
});
