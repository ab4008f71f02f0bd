// The JSON Schema of portal.yaml, for editors: made from the definition that is checked on load.
import * as z from 'zod';
import { portalSchema } from './schema.ts';

/** Returns the schema as the text of a file. Draft 7, which editors for YAML know best. */
export function configSchemaText(): string {
  const schema = z.toJSONSchema(portalSchema, { target: 'draft-7', io: 'input' });
  // Short lists stand on one line, as the formatter would put them.
  const text = JSON.stringify(schema, null, 2).replace(
    /\[\n\s+("[^"\n]*"(?:,\n\s+"[^"\n]*")*)\n\s+\]/g,
    (_, items: string) => `[${items.replace(/,\n\s+/g, ', ')}]`,
  );
  return `${text}\n`;
}
