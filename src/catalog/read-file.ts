// One entity file in; a draft for each of its documents out, and a problem for each that cannot be read.
import type { Unreadable } from '../lib/files.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import { type YamlError, parseYaml } from '../lib/yaml.ts';
import { type Draft, type EntityFile, placeOf } from './draft.ts';
import { field, toJson } from './json.ts';
import { type Filler, budget } from './placeholder-value.ts';
import { fillPlaceholders } from './placeholders.ts';
import { report } from './rules.ts';
import type { Json } from './types.ts';

/** What a file holds: its drafts, and the number of documents that are not empty, parsed or not. */
export interface FileContent {
  readonly drafts: readonly Draft[];
  readonly documents: number;
  /** Whether Backstage would reject a Location that leads here: a document is not even the outline of an entity. */
  readonly isBroken: boolean;
}

/** Problems of one file that are told; more help nobody. */
const MAX_PROBLEMS = 1_000;

/** Reads an entity file. Documents that hold nothing are passed over; one that cannot be parsed leaves the others as they are. */
export function readEntityFile(file: EntityFile, filler: Filler): Parsed<FileContent> {
  const content = file.source.files.readText(file.path);
  if ('unreadable' in content) return { value: { drafts: [], documents: 0, isBroken: true }, problems: unreadable(file, content.unreadable) };
  const { documents, errors } = parseYaml(content.text);
  const lines = errors.length === 0 ? [] : content.text.split(/\r\n?|\n/);
  const problems: Problem[] = errors.map((error) => syntaxProblem(error, lines, file));
  const drafts: Draft[] = [];
  for (const document of documents) {
    if (document.value === null) continue;
    const data = toJson(document.value, budget(document.text));
    if (data === undefined) {
      const message = 'The document becomes too large when its aliases are filled in.';
      problems.push(report('yaml/too-large', { message, place: placeOf({ file, document }, []) }));
      continue;
    }
    const filled = fillPlaceholders(data, file, document, filler);
    for (const problem of filled.problems) problems.push(problem);
    drafts.push({ file, document, data: filled.data, unfilled: filled.unfilled });
  }
  const isBroken = errors.length > 0 || drafts.some(({ data }) => !hasOutline(data));
  return { value: { drafts, documents: drafts.length + errors.length, isBroken }, problems: problems.slice(0, MAX_PROBLEMS) };
}

/** The least that Backstage wants to see before it looks closer: its `EntityEnvelope`. */
function hasOutline(data: Json): boolean {
  const metadata = field(data, 'metadata');
  const namespace = field(metadata, 'namespace');
  const isText = (value: Json | undefined) => typeof value === 'string' && value !== '';
  const needed = [field(data, 'apiVersion'), field(data, 'kind'), field(metadata, 'name')];
  return needed.every(isText) && (namespace === undefined || isText(namespace));
}

function unreadable(file: EntityFile, why: Unreadable): Problem[] {
  const place = { source: file.source.id, path: file.path };
  if (why === 'too-large') return [report('yaml/too-large', { message: 'The file is larger than 5 MB.', place })];
  const hint = 'Save it as UTF-8.';
  return [report('yaml/not-text', { message: 'The file is no text in UTF-8 or UTF-16.', hint, place })];
}

/** What people mostly did when the parser says so. */
const SYNTAX_HINTS: readonly (readonly [reason: RegExp, line: RegExp, hint: string])[] = [
  [/^duplicated mapping key/, /^["']?(?:apiVersion|kind|metadata|spec)\b/, 'Put a line "---" between two entities of one file.'],
  [/^duplicated mapping key/, /(?:)/, 'Keep one of the two lines.'],
  [/tab characters/, /(?:)/, 'Indent with spaces.'],
  [/bad indentation of a mapping entry/, /:\s+[^"'\s#|>].*:\s/, 'Put a text that holds ": " in quotes.'],
  [/bad indentation of a mapping entry/, /:\s+[@`%]/, 'Put a text that starts with @, ` or % in quotes.'],
];

function syntaxProblem(error: YamlError, lines: readonly string[], file: EntityFile): Problem {
  const place = { source: file.source.id, path: file.path, line: error.line, column: error.column };
  const skeleton = skeletonLine(error, lines);
  if (skeleton !== null) {
    const message = 'The document is the skeleton of a template: it cannot be parsed before it is filled in.';
    return report('entity/template-skeleton', { message, hint: SKELETON_HINT, place: { ...place, line: skeleton, column: 1 } });
  }
  const line = lines[error.line - 1] ?? '';
  const hint = SYNTAX_HINTS.find(([reason, context]) => reason.test(error.reason) && context.test(line))?.[2];
  return report('yaml/syntax', { message: `The document cannot be parsed: ${error.reason}.`, hint, place });
}

/** Finds the template tag that the parser stumbled over: on its line, or further down where it took `{{ x }}` for a key. */
function skeletonLine(error: YamlError, lines: readonly string[]): number | null {
  const isTag = (line: string) => /\{\{|\{%/.test(line);
  if (isTag(lines[error.line - 1] ?? '')) return error.line;
  if (!error.reason.includes('complex keys')) return null;
  for (let index = error.line; index < lines.length && !/^---/.test(lines[index] ?? ''); index++) if (isTag(lines[index] ?? '')) return index + 1;
  return null;
}

/** Says how skeletons are kept out of the catalog. */
export const SKELETON_HINT = 'Leave the folders of skeletons out of the "catalog" globs in portal.yaml.';
