// JSON Schema: a schema in; its model, with everything that it defines or names, out. Rules: https://json-schema.org/
import { data, get, words } from '../data.ts';
import type { Workspace } from '../document.ts';
import { createIds } from '../ids.ts';
import { groupOf } from '../info.ts';
import { type Node, createReferences } from '../references.ts';
import type { ApiModel } from '../types.ts';
import { createSchemas } from './schemas.ts';

const DEFINITIONS = ['$defs', 'definitions'];

/** Reads a schema; null when it cannot be parsed. */
export function readJsonSchema(workspace: Workspace): ApiModel | null {
  const document = workspace.readData(null);
  if (document === null) return null;
  const root: Node = { file: null, path: [], value: document.value };
  const references = createReferences(workspace);
  const makeId = createIds();
  const schemas = createSchemas(workspace, references, makeId);
  schemas.name(root, words(get(root.value, 'title')) ?? 'Root');
  for (const key of DEFINITIONS) {
    const definitions = references.at(root, key);
    for (const name of Object.keys(data(definitions.value))) schemas.name(references.at(definitions, name), name);
  }
  const dialect = words(get(root.value, '$schema'))?.match(/draft[/-]?([\w-]+)/)?.[1];
  return {
    format: 'json-schema',
    formatName: dialect === undefined ? 'JSON Schema' : `JSON Schema ${dialect}`,
    title: words(get(root.value, 'title')),
    version: null,
    description: '',
    facts: [],
    parts: [],
    groups: groupOf('Schemas', '', schemas.items(), makeId),
  };
}
