// One operation of an OpenAPI definition: its node in; its item and those of its callbacks out.
import { data, entries, get, list, text, words } from '../data.ts';
import { documentFacts } from '../info.ts';
import { fact } from '../pieces.ts';
import type { Node } from '../references.ts';
import type { Fact, Item } from '../types.ts';
import { parameterParts, parametersOf, requestParts, responseParts } from './body.ts';
import type { OpenApiContext } from './context.ts';
import { curlPart } from './request.ts';

/** The methods of a path, in the order in which they are told. */
export const METHODS: readonly string[] = ['get', 'post', 'put', 'patch', 'delete', 'query', 'head', 'options', 'trace'];
/** Callbacks may have callbacks. */
const MAX_CALLBACKS = 3;

/** Where an operation stands and how it is called there. */
export interface Place {
  /** Path or name of the webhook. */
  readonly path: string;
  readonly sort: 'operation' | 'webhook' | 'callback';
}

/** An item with the tag it is listed under; null for none. */
export interface Tagged {
  readonly tag: string | null;
  readonly item: Item;
}

/** Reads all operations of a path, each followed by its callbacks. */
export function readPath(pathNode: Node, place: Place, context: OpenApiContext, depth = 0): Tagged[] {
  const { references } = context;
  const path = references.follow(pathNode);
  if (path === null) return [];
  const more = references.at(path, 'additionalOperations');
  const operations = [
    ...METHODS.filter((method) => get(path.value, method) !== undefined).map((method) => [method, references.at(path, method)] as const),
    ...Object.keys(data(more.value)).map((method) => [method, references.at(more, method)] as const),
  ];
  return operations.flatMap(([method, operation]) => readOperation(method.toUpperCase(), path, operation, place, context, depth));
}

function readOperation(method: string, path: Node, operation: Node, place: Place, context: OpenApiContext, depth: number): Tagged[] {
  const { value } = operation;
  const operationId = words(get(value, 'operationId'));
  const parameters = parametersOf(path, operation, context);
  const request = requestParts(operation, parameters, context);
  const tag = words(list(get(value, 'tags'))[0]);
  const summary = words(get(value, 'summary')) ?? words(get(path.value, 'summary'));
  const item: Item = {
    id: operationId === null ? context.makeId(method.toLowerCase(), place.path) : context.makeId(operationId),
    badge: method,
    does: true,
    title: place.path,
    summary: summary ?? '',
    description: words(get(value, 'description')) ?? text(get(path.value, 'description')),
    deprecated: get(value, 'deprecated') === true ? '' : null,
    facts: [
      ...(place.sort === 'callback' ? fact('Called back', 'by the service, at the address it was given') : []),
      ...fact('Operation', operationId),
      // It stands under the first of them.
      ...(list(get(value, 'tags')).length > 1 ? fact('Tags', list(get(value, 'tags')).map(text).join(', ')) : []),
      ...serverFacts(operation, path),
      ...context.securityFacts(get(value, 'security') ?? (place.sort === 'operation' ? get(context.root.value, 'security') : undefined)),
      ...documentFacts(value),
    ],
    parts: [
      ...parameterParts(parameters, context),
      ...request,
      ...responseParts(operation, context),
      ...(place.sort === 'operation' ? [curlPart(context.server, method, place.path, parameters, request)] : []),
    ],
    words: [operationId ?? '', ...list(get(value, 'tags')).map(text)].filter((word) => word !== ''),
  };
  const callbacks = depth >= MAX_CALLBACKS ? [] : readCallbacks(operation, context, depth);
  return [{ tag, item }, ...callbacks.map((callback) => ({ tag, item: callback.item }))];
}

function readCallbacks(operation: Node, context: OpenApiContext, depth: number): Tagged[] {
  const callbacks = context.references.at(operation, 'callbacks');
  return Object.keys(data(callbacks.value)).flatMap((name) => {
    const callback = context.references.follow(context.references.at(callbacks, name));
    if (callback === null) return [];
    return entries(callback.value).flatMap(([expression]) =>
      readPath(context.references.at(callback, expression), { path: expression, sort: 'callback' }, context, depth + 1).map(
        ({ tag, item }) => ({
          tag,
          item: { ...item, summary: item.summary === '' ? name : item.summary, words: [...item.words, name] },
        }),
      ),
    );
  });
}

function serverFacts(operation: Node, path: Node): Fact[] {
  const servers = list(get(operation.value, 'servers') ?? get(path.value, 'servers'));
  return fact('Server', ...servers.map((server) => text(get(server, 'url'))));
}
