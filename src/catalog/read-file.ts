// One entity file in; a draft for each of its documents out, and a problem for each that cannot be read.
import type { Unreadable } from '../lib/files.ts';
import type { Parsed, Problem } from '../lib/problem.ts';
import { parseYaml } from '../lib/yaml.ts';
import { type Draft, type EntityFile, placeOf } from './draft.ts';
import { subjectOf } from './identify.ts';
import { field, toJson } from './json.ts';
import { type Filler, maxText } from './placeholder-value.ts';
import { fillPlaceholders } from './placeholders.ts';
import { report } from './rules.ts';
import { syntaxProblem } from './syntax.ts';
import type { Json } from './types.ts';

/** What a file holds: its drafts, and the number of documents that are not empty, parsed or not. */
export interface FileContent {
  readonly drafts: readonly Draft[];
  readonly documents: number;
  /** Whether Backstage would reject a Location that leads here: a document is not even the outline of an entity. */
  readonly isBroken: boolean;
}

/** Documents that one file may hold. */
const MAX_DOCUMENTS = 10_000;
/** Problems of one file that are told; more help nobody. */
const MAX_PROBLEMS = 1_000;

/** Reads an entity file. Documents that hold nothing are passed over; one that cannot be parsed leaves the others as they are. */
export function readEntityFile(file: EntityFile, filler: Filler): Parsed<FileContent> {
  const content = file.source.files.readText(file.path);
  if ('unreadable' in content) return { value: NOTHING, problems: [unreadable(file, content.unreadable)] };
  if (countMarkers(content.text) > MAX_DOCUMENTS) return { value: NOTHING, problems: [tooManyDocuments(file)] };
  const { documents, errors } = parseYaml(content.text);
  const lines = errors.length === 0 ? [] : content.text.split(/\r\n?|\n/);
  const problems: Problem[] = errors.map((error) => syntaxProblem(error, lines, file));
  const drafts: Draft[] = [];
  for (const document of documents) {
    if (document.value === null) continue;
    const data = toJson(document.value, maxText(document.text));
    if (data === undefined) {
      const message = 'The document holds too many values, or too much text once its aliases are filled in.';
      problems.push(report('yaml/too-large', { message, place: placeOf({ file, document }, []) }));
      continue;
    }
    const filled = fillPlaceholders(data, file, document, filler);
    const subject = filled.problems.length === 0 ? undefined : subjectOf(filled.data);
    for (const problem of filled.problems) problems.push({ ...problem, subject });
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

const NOTHING: FileContent = { drafts: [], documents: 0, isBroken: true };

function unreadable(file: EntityFile, why: Unreadable): Problem {
  const place = { source: file.source.id, path: file.path };
  if (why === 'too-large') return report('yaml/too-large', { message: 'The file is larger than 5 MB.', place });
  return report('yaml/not-text', { message: 'The file is no text in UTF-8 or UTF-16.', hint: 'Save it as UTF-8.', place });
}

function countMarkers(text: string): number {
  return text.match(/^(?:---|\.\.\.)/gm)?.length ?? 0;
}

function tooManyDocuments(file: EntityFile): Problem {
  const place = { source: file.source.id, path: file.path };
  return report('yaml/too-large', { message: `The file holds more than ${MAX_DOCUMENTS} documents.`, place });
}
