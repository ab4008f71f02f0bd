// Makes an entity of a checked draft: defaults are set, and what pages show is read once, with whatever can be used of it.
import { compareText } from '../lib/problem.ts';
import type { Checked } from './check-draft.ts';
import { placeOf } from './draft.ts';
import { field, isObject } from './json.ts';
import { linksOf } from './links.ts';
import type { Model } from './model.ts';
import type { Entity, EntityData, Json, JsonObject, Relation } from './types.ts';

/** Makes the entity. Annotations given are those set by default: what the author wrote stays. */
export function toEntity(
  { draft, identity, rejected }: Checked,
  relations: readonly Relation[],
  annotations: JsonObject,
  model: Model,
): Entity {
  const { ref, kind, namespace, name } = identity;
  const data = toData(identity.data, { kind, namespace, name }, relations, annotations, model);
  const { metadata, spec } = data;
  return {
    ref,
    kind,
    namespace,
    name,
    title: words(metadata['title']) ?? words(field(field(spec, 'profile'), 'displayName')) ?? name,
    description: scalar(metadata['description']) ?? '',
    tags: [metadata['tags'] ?? []].flat().flatMap((tag) => words(tag) ?? []),
    labels: texts(metadata['labels']),
    annotations: texts(metadata['annotations']),
    links: linksOf(data as unknown as JsonObject),
    type: words(field(spec, 'type')),
    lifecycle: words(field(spec, 'lifecycle')),
    data,
    source: { text: draft.document.text, startLine: draft.document.startLine },
    place: placeOf(draft, []),
    rejected,
  };
}

/** Fields that are no part of an entity stay away from the API; the rest is as written. */
function toData(
  written: JsonObject,
  { kind, namespace, name }: { kind: string; namespace: string; name: string },
  relations: readonly Relation[],
  annotations: JsonObject,
  model: Model,
): EntityData {
  const metadata = isObject(written['metadata']) ? written['metadata'] : {};
  const own = metadata['annotations'];
  const merged = own === undefined ? annotations : isObject(own) ? { ...annotations, ...own } : null;
  const spec = written['spec'];
  return {
    apiVersion: scalar(written['apiVersion']) ?? '',
    kind,
    metadata: {
      ...metadata,
      namespace,
      name,
      ...(merged !== null && (own !== undefined || Object.keys(merged).length > 0) && { annotations: merged }),
    },
    ...(isObject(spec) && { spec: withSortedReferences(spec, kind, model) }),
    relations,
  };
}

/** References have no order, and Backstage's catalog sorts them. */
function withSortedReferences(spec: JsonObject, kind: string, model: Model): JsonObject {
  const sorted: JsonObject = {};
  for (const { field: name } of model.findKind(kind) === null ? [] : model.relationRows(kind, spec['type'])) {
    const value = field(spec, name);
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) sorted[name] = value.toSorted(compareText);
  }
  return { ...spec, ...sorted };
}

/** Returns a text, or a number or a truth value as text; null for anything else. */
function scalar(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Returns a text that is not blank. */
function words(value: Json | undefined): string | null {
  const text = scalar(value);
  return text === null || text.trim() === '' ? null : text;
}

/** Returns a record of texts; lists and objects are written as JSON, and what is empty is left out. */
function texts(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [key, scalar(item) ?? JSON.stringify(item)]));
}
