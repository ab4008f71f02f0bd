// Examples of bodies: those of the definition, else one made up from the schema.
import { entries, get, isData } from '../data.ts';
import type { Node, References } from '../references.ts';
import type { Example } from '../types.ts';
import type { Schemas } from './schemas.ts';

const MAX_EXAMPLES = 20;
const MAX_TEXT = 20_000;

/** Lists the examples of a media type or message: `example`, `examples`, those of its schema, or a made-up one. */
export function examplesOf(node: Node, schema: Node | null, type: string, schemas: Schemas, references: References): Example[] {
  const single = get(node.value, 'example');
  const own = single === undefined ? [] : [toExample('', single, type)];
  const named = entries(get(node.value, 'examples')).flatMap(([name]) => {
    const found = references.follow(references.at(references.at(node, 'examples'), name));
    if (found === null) return [];
    const value = get(found.value, 'value') ?? get(found.value, 'dataValue') ?? get(found.value, 'serializedValue');
    const title = get(found.value, 'summary');
    return value === undefined ? [] : [toExample(typeof title === 'string' ? title : name, value, type)];
  });
  const given = [...own, ...named].slice(0, MAX_EXAMPLES);
  if (given.length > 0 || schema === null) return given;
  const made = isJson(type) ? schemas.sample(schema) : undefined;
  const says = isData(made) ? Object.keys(made).length > 0 : Array.isArray(made) && made.length > 0;
  return says ? [{ ...toExample('', made, type), generated: true }] : [];
}

/** Writes an example as people read it. */
export function toExample(title: string, value: unknown, type: string): Example {
  const isText = typeof value === 'string';
  const written = isText ? value : JSON.stringify(value, null, 2);
  const language = !isText || isJson(type) ? 'json' : type.includes('yaml') ? 'yaml' : 'text';
  return { title, language, text: cut(written.trimEnd()), generated: false };
}

function isJson(type: string): boolean {
  return type === '' || /[/+]json\b|^\*\/\*$/i.test(type);
}

function cut(written: string): string {
  return written.length > MAX_TEXT ? `${written.slice(0, MAX_TEXT)}\n…` : written;
}
