// Writes the JSON Schema of portal.yaml to disk.
import writeFileAtomic from 'write-file-atomic';
import { configSchemaText } from './json-schema.ts';

/** Writes the schema to a file, in one step. */
export async function writeJsonSchema(file: string): Promise<void> {
  await writeFileAtomic(file, configSchemaText());
}
