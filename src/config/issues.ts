// What zod found wrong with portal.yaml, said in our words: issues in, problems with their exact place out.
import type * as z from 'zod';
import { didYouMean } from '../lib/nearest.ts';
import type { Place, Problem } from '../lib/problem.ts';
import type { YamlDocument } from '../lib/yaml.ts';
import { DISCOVERY_SCHEMAS } from './discovery.ts';
import { type Fault, reportConfig } from './rules.ts';
import { DOCS_SCHEMA } from './docs.ts';
import { READING_SCHEMA, portalSchema } from './schema.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** How each type is called in a sentence, and how a value of it is written. */
const TYPES: Readonly<Record<string, readonly [name: string, hint: string]>> = {
  string: ['text', 'Write text; put it in quotes if it looks like a number or a date.'],
  array: ['a list', 'Write it as a list: [first, second], or one "- " line for each.'],
  object: ['keys and values', 'Write one "key: value" line for each.'],
  boolean: ['true or false', 'Write true or false, without quotes.'],
};

/** Makes problems of issues; `place` says where a key or value of the document stands. */
export function problemsOf(
  issues: readonly Issue[],
  document: YamlDocument,
  place: (path: Path, what?: 'key' | 'value') => Place,
): Problem[] {
  return issues.flatMap(chosen).flatMap((issue): Problem[] => {
    const path = pathOf(issue);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, place([...path, key], 'key')));
    if (issue.code === 'custom' && isFault(issue.params)) {
      return [reportConfig(issue.params.rule, { message: issue.params.message, hint: issue.params.hint, place: place(path) })];
    }
    if (issue.code === 'too_small' || issue.code === 'too_big') {
      const message = `${nameOf(path)} has ${issue.code === 'too_small' ? 'no entry' : `more than ${issue.maximum} entries`}.`;
      return [reportConfig('config/wrong-type', { message, place: place(path) })];
    }
    return [valueAt(document.value, path) === undefined ? missingKey(path, place(path)) : wrongType(issue, path, place(path))];
  });
}

function pathOf(issue: Issue): Path {
  return issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
}

/** Of a value that may be text or keys and values, only what is wrong with the form it was given counts. */
function chosen(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const form = issue.errors.find((errors) => errors.every(({ code, path }) => code !== 'invalid_type' || path.length > 0));
  if (form !== undefined) return form.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
  return [{ code: 'invalid_type', expected: 'string', path: issue.path, message: issue.message }];
}

function isFault(params: unknown): params is Fault {
  return typeof params === 'object' && params !== null && 'rule' in params && 'message' in params;
}

function unknownKey(key: string, parent: Path, place: Place): Problem {
  const known = keysAt(parent);
  const owner = parent[0] === 'sources' || parent.length === 0 ? OWNERS[parent.length] : undefined;
  const message = `${owner ?? `The entry of "${String(parent.findLast((part) => typeof part === 'string'))}"`} has no key "${key}".`;
  return reportConfig('config/unknown-key', { message, hint: didYouMean(key, known) ?? `Known are ${known.join(', ')}.`, place });
}

/** What has keys, by the length of its path: the document, and an entry below `sources`. */
const OWNERS: Readonly<Record<number, string>> = { 0: 'A portal', 2: 'A source' };

function keysAt(parent: Path): string[] {
  if (parent.length === 0) return Object.keys(portalSchema.shape);
  if (parent[0] === 'reading') return Object.keys(parent.length === 1 ? READING_SCHEMA.shape : READING_SCHEMA.shape.allow.element.shape);
  if (parent[0] === 'docs') return Object.keys(parent.length === 1 ? DOCS_SCHEMA.shape : DOCS_SCHEMA.shape.diagrams.unwrap().shape);
  const found = Object.entries(DISCOVERY_SCHEMAS).find(([key]) => key === parent[2]);
  return Object.keys(found === undefined ? portalSchema.shape.sources.element.shape : found[1].shape);
}

function missingKey(path: Path, place: Place): Problem {
  const hints: Readonly<Record<string, string>> = {
    title: 'Add "title: " and the name of the portal.',
    sources: 'Add "sources:" and below it "  - path: org" for a folder beside this file.',
  };
  const key = String(path.at(-1) ?? '');
  return reportConfig('config/missing-key', { message: `The key "${key}" is missing.`, hint: hints[key], place });
}

function wrongType(issue: Issue, path: Path, place: Place): Problem {
  const expected = 'expected' in issue ? String(issue.expected) : '';
  const [name, hint] = TYPES[expected] ?? ['another type', undefined];
  return reportConfig('config/wrong-type', { message: `${nameOf(path)} must be ${name}.`, hint, place });
}

/** Names a value as a person would: `title`, `sources[2].catalog`. */
function nameOf(path: Path): string {
  return path.length === 0
    ? 'The configuration'
    : path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Record<string | number, unknown>)[part] : undefined,
    value,
  );
}
