// Checks how names, keys, tags and links are written: Backstage's FieldFormatEntityPolicy, but all faults instead of the first.
import { CommonValidatorFunctions, makeValidator } from '@backstage/catalog-model';
import type { FieldPath } from '../lib/yaml.ts';
import type { Fault } from './fault.ts';
import { field, isObject, shorten } from './json.ts';
import type { Json, JsonObject } from './types.ts';

/** A fault of form, with what Backstage says to it. */
export interface FormatFault extends Fault {
  readonly backstage: string;
}

interface Row {
  readonly rule: Fault['rule'];
  readonly isValid: (value: unknown) => boolean;
  /** What Backstage says it expects. */
  readonly expected: string;
  /** Completes `"x" is not a valid …`. */
  readonly noun: string;
  /** Says what is allowed. */
  readonly allowed: string;
  /** Makes a valid text of an invalid one, to suggest. */
  readonly mend?: (text: string) => string;
}

const validators = makeValidator();
const OBJECT_NAME = 'a string that is sequences of [a-zA-Z0-9] separated by any of [-_.], at most 63 characters in total';
const DNS_LABEL = 'a string that is sequences of [a-z0-9] separated by [-], at most 63 characters in total';
const KEY_PARTS = 'a valid prefix and/or suffix';
const NAME_ALLOWED = '1 to 63 letters, digits and -_. with a letter or digit at both ends';
const KEY_ALLOWED = `an optional lower-case domain and a slash, then ${NAME_ALLOWED}`;

/** Makes words out of a text: what is not allowed becomes one separator, and none is left at the ends. */
const join = (text: string, not: RegExp) => text.replace(not, '-').replace(/^[-_.]+|[-_.]+$/g, '');
const mendTag = (text: string) => join(text.toLowerCase(), /[^a-z0-9:+#]+/g);
const mendName = (text: string) => join(text.normalize('NFKD').replace(/\p{M}/gu, ''), /[^A-Za-z0-9_.]+/g);

const ROWS = {
  apiVersion: {
    rule: 'entity/wrong-api-version',
    isValid: validators.isValidApiVersion,
    expected: KEY_PARTS,
    noun: 'apiVersion',
    allowed: 'a domain, a slash and letters or digits, e.g. backstage.io/v1alpha1',
  },
  name: {
    rule: 'entity/invalid-name',
    isValid: validators.isValidEntityName,
    expected: OBJECT_NAME,
    noun: 'name',
    allowed: NAME_ALLOWED,
    mend: mendName,
  },
  namespace: {
    rule: 'entity/invalid-namespace',
    isValid: validators.isValidNamespace,
    expected: DNS_LABEL,
    noun: 'namespace',
    allowed: '1 to 63 lower-case letters and digits, separated by -',
    mend: (text: string) => join(text.toLowerCase(), /[^a-z0-9]+/g),
  },
  labelKey: {
    rule: 'entity/invalid-label',
    isValid: validators.isValidLabelKey,
    expected: KEY_PARTS,
    noun: 'label key',
    allowed: KEY_ALLOWED,
  },
  labelValue: {
    rule: 'entity/invalid-label',
    isValid: validators.isValidLabelValue,
    expected: OBJECT_NAME,
    noun: 'label value',
    allowed: `nothing, or ${NAME_ALLOWED}`,
    mend: mendName,
  },
  annotationKey: {
    rule: 'entity/invalid-annotation',
    isValid: validators.isValidAnnotationKey,
    expected: KEY_PARTS,
    noun: 'annotation key',
    allowed: KEY_ALLOWED,
  },
  annotationValue: {
    rule: 'entity/invalid-annotation',
    isValid: validators.isValidAnnotationValue,
    expected: 'a string',
    noun: 'annotation value',
    allowed: 'text',
  },
  tag: {
    rule: 'entity/invalid-tag',
    isValid: validators.isValidTag,
    expected: 'a string that is sequences of [a-z0-9+#] separated by [-], at most 63 characters in total',
    noun: 'tag',
    allowed: '1 to 63 of a-z, 0-9, :, + and #, separated by single dashes',
    mend: mendTag,
  },
  linkUrl: {
    rule: 'entity/invalid-link',
    isValid: CommonValidatorFunctions.isValidUrl,
    expected: 'a string that is a valid url',
    noun: 'link address',
    allowed: 'a full address that starts with https:// or another scheme',
  },
  linkText: {
    rule: 'entity/invalid-link',
    isValid: CommonValidatorFunctions.isNonEmptyString,
    expected: 'a non empty string',
    noun: 'link text',
    allowed: 'text that is not blank',
  },
} satisfies Record<string, Row>;

/** Lists all faults of form, in the order in which Backstage looks for them. */
export function* formatFaults(data: JsonObject): Generator<FormatFault> {
  const metadata = field(data, 'metadata');
  yield* check(ROWS.apiVersion, ['apiVersion'], 'apiVersion', field(data, 'apiVersion'));
  yield* check(ROWS.name, ['metadata', 'name'], 'metadata.name', field(metadata, 'name'));
  const namespace = field(metadata, 'namespace');
  if (namespace !== undefined) yield* check(ROWS.namespace, ['metadata', 'namespace'], 'metadata.namespace', namespace);
  yield* checkPairs('labels', field(metadata, 'labels'), ROWS.labelKey, ROWS.labelValue);
  yield* checkPairs('annotations', field(metadata, 'annotations'), ROWS.annotationKey, ROWS.annotationValue);
  for (const [index, tag] of listOf(field(metadata, 'tags'))) yield* check(ROWS.tag, ['metadata', 'tags', index], `tags.${index}`, tag);
  for (const [index, link] of listOf(field(metadata, 'links'))) {
    const path = ['metadata', 'links', index];
    yield* check(ROWS.linkUrl, [...path, 'url'], `links.${index}.url`, field(link, 'url'));
    for (const key of ['title', 'icon']) {
      const value = field(link, key);
      if (value !== undefined) yield* check(ROWS.linkText, [...path, key], `links.${index}.${key}`, value);
    }
  }
}

function listOf(value: Json | undefined): Iterable<[number, Json]> {
  return Array.isArray(value) ? value.entries() : [];
}

function* checkPairs(name: 'labels' | 'annotations', pairs: Json | undefined, keyRow: Row, valueRow: Row): Generator<FormatFault> {
  if (!isObject(pairs)) return;
  for (const [key, value] of Object.entries(pairs)) {
    const path = ['metadata', name, key];
    yield* check(keyRow, path, `${name}.${key}`, key, 'key');
    yield* check(valueRow, path, `${name}.${key}`, value);
  }
}

function* check(
  row: Row,
  path: FieldPath,
  label: string,
  value: Json | undefined,
  what: 'key' | 'value' = 'value',
): Generator<FormatFault> {
  if (row.isValid(value)) return;
  const shown = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  const mended = typeof value === 'string' && value.length <= 200 ? row.mend?.(value).slice(0, 63) : undefined;
  yield {
    rule: row.rule,
    path,
    what,
    message: `"${shorten(shown)}" is not a valid ${row.noun}: it must be ${row.allowed}.`,
    hint: mended !== undefined && mended !== value && row.isValid(mended) ? `Write "${mended}".` : undefined,
    backstage:
      value === undefined || value === null
        ? `${label} must have a value`
        : `"${label}" is not valid; expected ${row.expected} but found "${shorten(String(value))}".`,
  };
}
