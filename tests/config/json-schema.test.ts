// The JSON Schema for editors.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configSchemaText } from '../../src/config/json-schema.ts';
import { writeJsonSchema } from '../../src/config/json-schema-fs.ts';
import { temporaryFolder } from '../support/git.ts';

const temporary = temporaryFolder();
afterAll(() => temporary.remove());

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly additionalProperties?: boolean;
}

describe('configSchemaText()', () => {
  test('is what the generated file says; `npm run schema` writes it', () => {
    expect(readFileSync(new URL('../../src/config/portal.schema.json', import.meta.url), 'utf8')).toBe(configSchemaText());
  });

  test('describes every key and allows no other', () => {
    const walk = (node: Node, name: string): string[] => {
      const found: string[] = [];
      if (node.properties !== undefined && node.additionalProperties !== false) found.push(`${name} is open`);
      for (const [key, child] of Object.entries(node.properties ?? {})) {
        if ((child.description ?? '') === '') found.push(`${name}.${key} has no description`);
        found.push(...walk(child, `${name}.${key}`));
      }
      if (node.items !== undefined) found.push(...walk(node.items, `${name}[]`));
      for (const form of node.anyOf ?? []) found.push(...walk(form, name));
      return found;
    };
    const root = JSON.parse(configSchemaText()) as Node;
    expect(walk(root, 'portal')).toEqual([]);
    expect(Object.keys(root.properties?.['sources']?.items?.properties ?? {})).toEqual([
      'path',
      'git',
      'github',
      'gitlab',
      'gitea',
      'bitbucket',
      'ref',
      'catalog',
      'id',
      'docs',
    ]);
  });
});

describe('writeJsonSchema(file)', () => {
  test('writes the text', async () => {
    const file = join(temporary.path, 'portal.schema.json');
    await writeJsonSchema(file);
    expect(readFileSync(file, 'utf8')).toBe(configSchemaText());
  });
});
