// Tells documents that are no entities, though they lie where entities are expected.
import type { FieldPath } from '../lib/yaml.ts';
import { field, shorten } from './json.ts';
import { findKind } from './kinds.ts';
import type { Json, JsonObject } from './types.ts';

/** Fields that tell what another kind of file is. */
const LOOKALIKES: readonly (readonly [fields: readonly string[], is: string])[] = [
  [['openapi'], 'it is an OpenAPI definition, which an API entity names with $text'],
  [['swagger'], 'it is a Swagger definition, which an API entity names with $text'],
  [['asyncapi'], 'it is an AsyncAPI definition, which an API entity names with $text'],
  [['site_name'], 'it is the configuration of a MkDocs site'],
  [['on', 'jobs'], 'it is a GitHub workflow'],
  [['app', 'backend'], 'it is the configuration of a Backstage app'],
  [['services', 'volumes'], 'it is a Docker Compose file'],
];

/** Core groups of Kubernetes, whose manifests have kinds and names too. */
const KUBERNETES = /^(?:v1|(?:apps|batch|autoscaling|policy|extensions)\/v\d\w*|(?:[\w.-]+\.)?k8s\.io\/v\d\w*)$/;

/** Says what a document is that is no entity; null if it may be one. */
export function describeOther(data: JsonObject): string | null {
  const keys = Object.keys(data);
  const apiVersion = field(data, 'apiVersion');
  const kind = field(data, 'kind');
  if (typeof apiVersion === 'string' && KUBERNETES.test(apiVersion) && (typeof kind !== 'string' || findKind(kind) === null)) {
    return 'it is a Kubernetes manifest';
  }
  if (['apiVersion', 'kind', 'metadata'].some((key) => Object.hasOwn(data, key))) return null;
  const known = LOOKALIKES.find(([fields]) => fields.every((name) => Object.hasOwn(data, name)));
  if (known !== undefined) return known[1];
  const shown = keys.slice(0, 3).map((key) => `"${shorten(key, 30)}"`);
  return keys.length === 0
    ? 'it has no fields'
    : `it has ${shown.join(', ')}${keys.length > 3 ? ' and others' : ''}, but no apiVersion, kind and metadata`;
}

/** Finds the first field of the envelope that a template engine has still to fill in; null if there is none. */
export function skeletonField(data: JsonObject): FieldPath | null {
  const paths: FieldPath[] = [['apiVersion'], ['kind'], ['metadata', 'name'], ['metadata', 'namespace']];
  const valueOf = (path: FieldPath) => path.reduce<Json | undefined>((value, key) => field(value, String(key)), data);
  const isTemplate = (value: Json | undefined) => typeof value === 'string' && /\{\{|\{%|<%/.test(value);
  return paths.find((path) => isTemplate(valueOf(path))) ?? null;
}
