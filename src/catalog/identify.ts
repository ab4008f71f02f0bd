// Who a document is: its kind, namespace and name, or why it is no entity at all.
import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import type { Problem } from '../lib/problem.ts';
import type { FieldPath } from '../lib/yaml.ts';
import { type Draft, placeOf } from './draft.ts';
import { field, isObject, shorten, valueLabel } from './json.ts';
import { describeOther, skeletonField } from './lookalike.ts';
import { stringifyRef } from './ref.ts';
import { report } from './rules.ts';
import { SKELETON_HINT } from './syntax.ts';
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

/** Why a document has no identity. */
interface Refusal {
  readonly rule: Parameters<typeof report>[0];
  readonly path: FieldPath;
  readonly message: string;
  readonly hint?: string;
}

/** Returns the identity of a draft, or the problems for which it has none. */
export function identify(
  draft: Draft,
): { readonly identity: Identity } | { readonly identity: null; readonly problems: readonly Problem[] } {
  const { data } = draft;
  const refusals = isObject(data) ? refusalsOf(data) : [notAnObject(data)];
  if (!isObject(data) || refusals.length > 0) {
    const problems = refusals.map(({ rule, path, message, hint }) => report(rule, { message, hint, place: placeOf(draft, path) }));
    return { identity: null, problems };
  }
  const parts = partsOf(data);
  const kind = String(parts.kind);
  const name = String(parts.name);
  const { namespace } = parts;
  return { identity: { kind, namespace, name, ref: stringifyRef({ kind, namespace, name }), data: withoutEmptyAnnotations(data) } };
}

/** Returns the reference of a document that can have one, for problems that are found before it is checked. */
export function subjectOf(data: Json): string | undefined {
  if (!isObject(data) || refusalsOf(data).length > 0) return undefined;
  const { kind, namespace, name } = partsOf(data);
  return stringifyRef({ kind: String(kind), namespace, name: String(name) });
}

function partsOf(data: JsonObject) {
  const metadata = field(data, 'metadata');
  return {
    kind: field(data, 'kind') ?? '',
    name: nameText(field(metadata, 'name')),
    namespace: nameText(field(metadata, 'namespace')) ?? 'default',
  };
}

function notAnObject(data: Json): Refusal {
  return { rule: 'entity/not-an-object', path: [], message: `An entity is a set of fields, but the document is ${valueLabel(data)}.` };
}

function refusalsOf(data: JsonObject): Refusal[] {
  const other = describeOther(data);
  if (other !== null) {
    const hint = 'Rename the file, or leave it out of the "catalog" globs in portal.yaml.';
    return [{ rule: 'entity/not-an-entity', path: [], message: `The document is no entity: ${other}.`, hint }];
  }
  const skeleton = skeletonField(data);
  if (skeleton !== null) {
    const message = 'The document is the skeleton of a template and is left out.';
    return [{ rule: 'entity/template-skeleton', path: skeleton, message, hint: SKELETON_HINT }];
  }
  const { kind, name, namespace } = partsOf(data);
  return [...kindRefusals(kind), ...nameRefusals(name), ...namespaceRefusals(namespace)];
}

function* kindRefusals(kind: Json): Generator<Refusal> {
  const path = ['kind'];
  if (kind === '') {
    const hint = 'Add a line like "kind: Component".';
    yield { rule: 'entity/missing-kind', path, message: 'The entity has no kind and is left out.', hint };
  } else if (!KubernetesValidatorFunctions.isValidKind(kind)) {
    yield { rule: 'entity/invalid-kind', path, message: `A kind is 1 to 63 letters and digits, but here it is ${valueLabel(kind)}.` };
  }
}

function* nameRefusals(name: string | null): Generator<Refusal> {
  const path = ['metadata', 'name'];
  if (name === null) {
    yield { rule: 'entity/missing-name', path, message: 'The entity has no metadata.name and is left out.' };
  } else if (!isUsable(name)) {
    const message = `"${shorten(name)}" cannot be a name, not even for an address, so the entity is left out.`;
    const hint = 'Use letters, digits and -_. only; a title for people goes into metadata.title.';
    yield { rule: 'entity/invalid-name', path, message, hint };
  }
}

function* namespaceRefusals(namespace: string): Generator<Refusal> {
  if (isUsable(namespace)) return;
  const message = `"${shorten(namespace)}" cannot be a namespace, not even for an address, so the entity is left out.`;
  yield { rule: 'entity/invalid-namespace', path: ['metadata', 'namespace'], message };
}

/** Backstage fills annotations in before it checks, so that `annotations:` with nothing behind it is no fault; `labels:` is. */
function withoutEmptyAnnotations(data: JsonObject): JsonObject {
  const metadata = field(data, 'metadata');
  if (!isObject(metadata) || !Object.hasOwn(metadata, 'annotations') || metadata['annotations']) return data;
  const { annotations: _, ...rest } = metadata;
  return { ...data, metadata: rest };
}

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
