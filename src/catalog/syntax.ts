// Turns a syntax error into a problem that says what was mostly meant.
import type { Problem } from '../lib/problem.ts';
import type { YamlError } from '../lib/yaml.ts';
import type { EntityFile } from './draft.ts';
import { report } from './rules.ts';

/** What people mostly did when the parser says so. */
const SYNTAX_HINTS: readonly (readonly [reason: RegExp, line: RegExp, hint: string])[] = [
  [/^duplicated mapping key/, /^["']?(?:apiVersion|kind|metadata|spec)\b/, 'Put a line "---" between two entities of one file.'],
  [/^duplicated mapping key/, /(?:)/, 'Keep one of the two lines.'],
  [/tab characters/, /(?:)/, 'Indent with spaces.'],
  [/bad indentation of a mapping entry/, /:\s+[^"'\s#|>].*:\s/, 'Put a text that holds ": " in quotes.'],
  [/bad indentation of a mapping entry/, /:\s+[@`%]/, 'Put a text that starts with @, ` or % in quotes.'],
];

/** Makes the problem of a document that cannot be parsed; `lines` are those of its file. */
export function syntaxProblem(error: YamlError, lines: readonly string[], file: EntityFile): Problem {
  const place = { source: file.source.id, path: file.path, line: error.line, column: error.column };
  const skeleton = skeletonLine(error, lines);
  if (skeleton !== null) {
    const message = 'The document is the skeleton of a template: it cannot be parsed before it is filled in.';
    return report('entity/template-skeleton', { message, hint: SKELETON_HINT, place: { ...place, line: skeleton, column: 1 } });
  }
  const line = (lines[error.line - 1] ?? '').slice(0, 1_000);
  const hint = SYNTAX_HINTS.find(([reason, context]) => reason.test(error.reason) && context.test(line))?.[2];
  return report('yaml/syntax', { message: `The document cannot be parsed: ${error.reason}.`, hint, place });
}

/** Finds the template tag that the parser stumbled over: on its line, or further down where it took `{{ x }}` for a key. */
function skeletonLine(error: YamlError, lines: readonly string[]): number | null {
  const isTag = (line: string) => /\{\{|\{%/.test(line);
  if (isTag(lines[error.line - 1] ?? '')) return error.line;
  if (!error.reason.includes('complex keys')) return null;
  for (let index = error.line; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.startsWith('---')) return null;
    if (isTag(line)) return index + 1;
  }
  return null;
}

/** Says how skeletons are kept out of the catalog. */
export const SKELETON_HINT = 'Leave the folders of skeletons out of the "catalog" globs in portal.yaml.';
