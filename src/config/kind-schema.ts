// The schema of a kind of a company's own: the text of its file in; the schema, or why it is none, out.
import { Ajv } from 'ajv';

/** Reads a JSON Schema and makes sure that it can be used: what it refers to must be inside it. */
export function parseKindSchema(text: string): { readonly schema: object } | { readonly reason: string } {
  try {
    const schema: unknown = JSON.parse(text);
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return { reason: 'it is no object' };
    new Ajv({ strict: false, validateFormats: false, logger: false }).compile(schema);
    return { schema };
  } catch (error) {
    return { reason: oneLine(error instanceof Error ? error.message : String(error)) };
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200);
}
