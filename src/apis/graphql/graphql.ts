// GraphQL: a schema (SDL, or the JSON of an introspection) in; its model out. Rules: https://spec.graphql.org/
import { type DocumentNode, GraphQLError, type IntrospectionQuery, buildClientSchema, parse, printSchema } from 'graphql';
import { data, get, isData } from '../data.ts';
import type { Workspace } from '../document.ts';
import { createIds } from '../ids.ts';
import type { ApiModel, Group, Item } from '../types.ts';
import { type GraphqlType, readDocument } from './definitions.ts';
import { readDirectives, readOperation, readType } from './types.ts';

/** Tokens of one schema: far more than any has, too few to fill the memory. */
const MAX_TOKENS = 2_000_000;

/** The groups of types, in the order in which they are told. */
const GROUPS: readonly (readonly [kind: GraphqlType['kind'], title: string])[] = [
  ['object', 'Types'],
  ['interface', 'Interfaces'],
  ['union', 'Unions'],
  ['input', 'Inputs'],
  ['enum', 'Enums'],
  ['scalar', 'Scalars'],
];
const ROOTS: readonly (readonly [operation: string, title: string])[] = [
  ['query', 'Queries'],
  ['mutation', 'Mutations'],
  ['subscription', 'Subscriptions'],
];

/** Reads a schema; null when it cannot be parsed. */
export function readGraphql(workspace: Workspace): ApiModel | null {
  const document = parseSchema(workspace);
  if (document === null) return null;
  const { roots, types, directives, description } = readDocument(document);
  for (const { name, place } of types.unknown) {
    workspace.tell('api/unknown-ref', `The type "${name}" is named but not defined.`, { file: null, ...place });
  }
  const makeId = createIds();
  const ids = new Map<string, string>([...types.byName.keys()].map((name) => [name, makeId('type', name)]));
  const rootNames = new Set(roots.values());
  const rootIds = new Map(ROOTS.map(([operation, title]) => [operation, makeId('part', title)] as const));
  // A root type has no section but that of its fields.
  for (const [operation, name] of roots) if (ids.has(name)) ids.set(name, rootIds.get(operation) ?? '');
  const operations = ROOTS.flatMap(([operation, title]): Group[] => {
    const root = types.byName.get(roots.get(operation) ?? '');
    const items = (root?.fields ?? []).map((field) => readOperation(operation, field, ids, makeId));
    return items.length === 0 ? [] : [{ id: rootIds.get(operation) ?? '', title, description: root?.description ?? '', items }];
  });
  const byKind = Map.groupBy(
    [...types.byName.values()].filter(({ name }) => !rootNames.has(name)),
    ({ kind }) => kind,
  );
  const named = GROUPS.flatMap(([kind, title]) =>
    toGroup(
      title,
      (byKind.get(kind) ?? []).map((type) => readType(type, types, ids)),
    ),
  );
  return {
    format: 'graphql',
    formatName: 'GraphQL',
    title: null,
    version: null,
    description,
    facts: [],
    parts: [],
    groups: [...operations, ...named, ...toGroup('Directives', readDirectives(directives, ids, makeId))],
  };

  function toGroup(title: string, items: readonly Item[]): Group[] {
    return items.length === 0 ? [] : [{ id: makeId('part', title), title, description: '', items }];
  }
}

function parseSchema(workspace: Workspace): DocumentNode | null {
  const { text } = workspace.input;
  try {
    return parse(text.trimStart().startsWith('{') ? fromIntrospection(text) : text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    const at = error instanceof GraphQLError ? error.locations?.[0] : undefined;
    const reason = error instanceof Error ? error.message.replace(/^Syntax Error: /, '').replace(/\.$/, '') : 'it cannot be parsed';
    workspace.tell('api/bad-syntax', `The schema is not valid GraphQL: ${reason}.`, {
      file: null,
      ...(at !== undefined && { line: at.line, column: at.column }),
    });
    return null;
  }
}

/** Turns the answer of an introspection into the language of schemas. */
function fromIntrospection(text: string): string {
  const parsed: unknown = JSON.parse(text);
  const answer = isData(get(parsed, 'data')) ? data(get(parsed, 'data')) : data(parsed);
  return printSchema(buildClientSchema(answer as unknown as IntrospectionQuery, { assumeValid: true }));
}
