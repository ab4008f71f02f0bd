// Definitions of the fixtures, read as a portal reads them, and what tests ask of their models.
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { createApiReader } from '../../src/apis/read-api.ts';
import type { ApiModel, ApiResult, Field, FieldGroup, Item, Piece } from '../../src/apis/types.ts';
import { memoryFiles } from '../../src/lib/files.ts';

const ROOT = 'tests/fixtures/apis';
const files = memoryFiles(Object.fromEntries(globSync('**/*', { cwd: ROOT }).map((path) => [path, readFileSync(`${ROOT}/${path}`)])));

/** Reads a definition, with other files to name beside it. */
export function readText(
  type: string | null,
  text: string,
  beside: Record<string, string> = {},
  path = 'api/definition',
): Promise<ApiResult> {
  const others = memoryFiles(beside);
  return createApiReader()({
    type,
    text,
    path,
    subject: 'api:default/tested',
    read: (file) => others.readText(file),
    place: (file, line, column) => ({ source: 'tested', path: file ?? path, line, column }),
  });
}

/** Reads a definition of the fixtures. */
export async function readFixture(type: string | null, path: string): Promise<{ model: ApiModel; rules: string[]; text: string }> {
  const text = readFileSync(`${ROOT}/${path}`, 'utf8');
  const { model, problems } = await createApiReader()({
    type,
    text,
    path,
    subject: 'api:default/tested',
    read: (file) => files.readText(file),
    place: (file, line, column) => ({ source: 'tested', path: file ?? path, line, column }),
  });
  if (model === null) throw new Error(`${path} gave no model: ${problems.map(({ message }) => message).join(' ')}`);
  return { model, rules: problems.map(({ rule, message }) => `${rule} ${message}`), text };
}

/** All items of a model. */
export function itemsOf(model: ApiModel): Item[] {
  return model.groups.flatMap(({ items }) => items);
}

/** The badge and title of everything that can be done. */
export function operationsOf(model: ApiModel): string[] {
  return itemsOf(model).flatMap(({ does, badge, title }) => (does ? [`${badge} ${title}`] : []));
}

/** Finds the item of a title; throws when there is none. */
export function itemOf(model: ApiModel, title: string): Item {
  const found = itemsOf(model).find((item) => item.title === title);
  if (found === undefined)
    throw new Error(
      `There is no ${title} among ${itemsOf(model)
        .map((item) => item.title)
        .join(', ')}`,
    );
  return found;
}

/** All fields of an item, those inside of others, too. */
export function fieldsOf({ parts }: Item): Field[] {
  return parts.flatMap((part) => {
    if (part.kind === 'code') return [];
    const contents = part.kind === 'body' ? part.contents.flatMap(({ shape }) => inGroups(shape?.groups ?? [])) : [];
    return [...within(part.fields), ...contents];
  });
}

function within(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [field, ...inGroups(field.groups)]);
}

function inGroups(groups: readonly FieldGroup[]): Field[] {
  return groups.flatMap(({ fields }) => within(fields));
}

/** The words of pieces. */
export function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

/** Every link inside of an API that a model has. */
export function linksOf(model: ApiModel): string[] {
  const found: string[] = [];
  JSON.stringify(model, (key, value: unknown) => {
    if (key === 'to' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}
