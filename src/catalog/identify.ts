// Who a document is: its kind, namespace and name, or why it is no entity at all.
import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import type { Problem } from '../lib/problem.ts';
import type { FieldPath } from '../lib/yaml.ts';
import { type Draft, placeOf } from './draft.ts';
import { field, isObject, shorten, valueLabel } from './json.ts';
import { findKind } from './kinds.ts';
import { SKELETON_HINT } from './read-file.ts';
import { stringifyRef } from './ref.ts';
import { report } from './rules.ts';
import type { Json, JsonObject } from './types.ts';

/** What an entity is known by; good enough for an address, not necessarily valid. */
export interface Identity {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Full reference in lower case. */
  readonly ref: string;
  readonly data: JsonObject;
}

/** Returns the identity of a draft, or the problems for which it has none. */
export function identify(draft: Draft): { readonly identity: Identity } | { readonly identity: null; readonly problems: readonly Problem[] } {
  const { data } = draft;
  const fail = (rule: Parameters<typeof report>[0], path: FieldPath, message: string, hint?: string): Problem =>
    report(rule, { message, hint, place: placeOf(draft, path) });
  const refuse = (...problems: Problem[]) => ({ identity: null, problems });

  if (!isObject(data)) {
    return refuse(fail('entity/not-an-object', [], `An entity is a set of fields, but the document is ${valueLabel(data)}.`));
  }
  const lookalike = describeOther(data);
  if (lookalike !== null) {
    const hint = 'Rename the file, or leave it out of the "catalog" globs in portal.yaml.';
    return refuse(fail('entity/not-an-entity', [], `The document is no entity: ${lookalike}.`, hint));
  }
  const skeleton = skeletonField(data);
  if (skeleton !== null) {
    return refuse(fail('entity/template-skeleton', skeleton, 'The document is the skeleton of a template and is left out.', SKELETON_HINT));
  }

  const problems: Problem[] = [];
  const kind = field(data, 'kind');
  const name = nameText(field(field(data, 'metadata'), 'name'));
  const namespace = nameText(field(field(data, 'metadata'), 'namespace')) ?? 'default';
  if (kind === undefined || kind === null || kind === '') {
    problems.push(fail('entity/missing-kind', ['kind'], 'The entity has no kind and is left out.', 'Add a line like "kind: Component".'));
  } else if (!KubernetesValidatorFunctions.isValidKind(kind)) {
    problems.push(fail('entity/invalid-kind', ['kind'], `A kind is 1 to 63 letters and digits, but here it is ${valueLabel(kind)}.`));
  }
  if (name === null) {
    problems.push(fail('entity/missing-name', ['metadata', 'name'], 'The entity has no metadata.name and is left out.'));
  } else if (!isUsable(name)) {
    const message = `"${shorten(name)}" cannot be a name, not even for an address, so the entity is left out.`;
    problems.push(fail('entity/invalid-name', ['metadata', 'name'], message, NAME_HINT));
  }
  if (!isUsable(namespace)) {
    const message = `"${shorten(namespace)}" cannot be a namespace, not even for an address, so the entity is left out.`;
    problems.push(fail('entity/invalid-namespace', ['metadata', 'namespace'], message));
  }
  if (problems.length > 0 || typeof kind !== 'string' || name === null) return refuse(...problems);
  return { identity: { kind, namespace, name, ref: stringifyRef({ kind, namespace, name }), data: withoutEmptyAnnotations(data) } };
}

/** Backstage fills annotations in before it checks, so that `annotations:` with nothing behind it is no fault; `labels:` is. */
function withoutEmptyAnnotations(data: JsonObject): JsonObject {
  const metadata = field(data, 'metadata');
  if (!isObject(metadata) || !Object.hasOwn(metadata, 'annotations') || metadata['annotations']) return data;
  const { annotations: _, ...rest } = metadata;
  return { ...data, metadata: rest };
}

const NAME_HINT = 'Use letters, digits and -_. only; a title for people goes into metadata.title.';

/** Numbers and booleans without quotes are taken as the text they look like. */
function nameText(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Says whether a name can stand in an address and in a file name: many that Backstage rejects can, so that the entity is still shown. */
function isUsable(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not pass
  return name.length <= 200 && name.trim() === name && !/^\.{1,2}$/.test(name) && !/[\u0000-\u001f\u007f/\\:?#%*"<>|]/.test(name);
}

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

function describeOther(data: JsonObject): string | null {
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
  return keys.length === 0 ? 'it has no fields' : `it has ${shown.join(', ')}${keys.length > 3 ? ' and others' : ''}, but no apiVersion, kind and metadata`;
}

/** Finds the first field of the envelope that a template engine has still to fill in. */
function skeletonField(data: JsonObject): FieldPath | null {
  const paths: FieldPath[] = [['apiVersion'], ['kind'], ['metadata', 'name'], ['metadata', 'namespace']];
  const valueOf = (path: FieldPath) => path.reduce<Json | undefined>((value, key) => field(value, String(key)), data);
  return paths.find((path) => /\{\{|\{%|<%/.test(String(valueOf(path) ?? ''))) ?? null;
}
