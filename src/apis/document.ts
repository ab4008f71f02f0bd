// The files of one definition: a path in; its data with the place of every field out. Bounded in number and size.
import { fileName } from '../lib/paths.ts';
import type { Problem } from '../lib/problem.ts';
import { type FieldPath, type Position, type YamlDocument, parseYaml } from '../lib/yaml.ts';
import { type ApiRule, report } from './rules.ts';
import type { ApiInput } from './types.ts';

/** Files that one definition may take in, and the characters of all of them. */
const MAX_FILES = 200;
const MAX_TEXT = 20_000_000;
/** Problems that one definition tells of. */
const MAX_PROBLEMS = 50;

/** A file of data. The definition itself is the file `null`. */
export interface DataFile {
  readonly file: string | null;
  readonly value: unknown;
  readonly locate: (path: FieldPath) => Position | null;
}

/** Tells of a fault at a place of the definition. */
export type Tell = (rule: ApiRule, message: string, at?: { file: string | null } & Partial<Position>, hint?: string) => void;

/** What reading one definition has at hand. */
export interface Workspace {
  readonly input: ApiInput;
  readonly tell: Tell;
  readonly problems: readonly Problem[];
  /** Reads another file as text; null when there is none, or no more may be read. */
  readText(path: string): string | null;
  /** Reads a file as data; null when it cannot be. Its faults are told of once. */
  readData(file: string | null): DataFile | null;
}

/** Opens the files of a definition. */
export function openWorkspace(input: ApiInput): Workspace {
  const problems: Problem[] = [];
  const told = new Set<string>();
  const texts = new Map<string, string | null>();
  const files = new Map<string | null, DataFile | null>();
  let room = MAX_TEXT;

  const tell: Tell = (rule, message, at, hint) => {
    if (told.has(message) || problems.length >= MAX_PROBLEMS) return;
    told.add(message);
    const place = input.place(at?.file ?? null, at?.line, at?.column);
    problems.push(report(rule, { message, hint, place, subject: input.subject }));
  };

  const workspace: Workspace = {
    input,
    tell,
    problems,
    readText(path) {
      const known = texts.get(path);
      if (known !== undefined) return known;
      const content = texts.size >= MAX_FILES || room <= 0 ? null : input.read(path);
      if (content === null) tell('api/too-large', `The definition takes in more than ${MAX_FILES} files or 20 MB; the rest is left out.`);
      const text = content !== null && 'text' in content ? content.text : null;
      room -= text?.length ?? 0;
      texts.set(path, text);
      return text;
    },
    readData(file) {
      const known = files.get(file);
      if (known !== undefined) return known;
      const text = file === null ? input.text : workspace.readText(file);
      const found = text === null ? null : parseData(text, file, tell);
      files.set(file, found);
      return found;
    },
  };
  return workspace;
}

/** Parses JSON or YAML; of several documents the first that holds something. */
function parseData(text: string, file: string | null, tell: Tell): DataFile | null {
  const fast = parseJson(text);
  if (fast !== undefined) {
    let document: YamlDocument | undefined;
    return { file, value: fast, locate: (path) => (document ??= parseYaml(text).documents[0])?.locate(path) ?? null };
  }
  const { documents, errors } = parseYaml(text);
  const [error] = errors;
  if (error !== undefined) {
    const where = file === null ? 'The definition' : `The file ${fileName(file)}`;
    tell('api/bad-syntax', `${where} is not valid YAML or JSON: ${error.reason}.`, { file, line: error.line, column: error.column });
    return null;
  }
  const document = documents.find(({ value }) => value !== null);
  return document === undefined
    ? { file, value: null, locate: () => null }
    : { file, value: document.value, locate: (path) => document.locate(path) };
}

function parseJson(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
