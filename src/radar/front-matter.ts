// A Markdown file in, its front matter with places and its body out.
import type { Place } from '../lib/problem.ts';
import { parseYaml } from '../lib/yaml.ts';
import { type Field, documentField, isMapping, valueField } from './field.ts';
import type { Report } from './rules.ts';

export interface MarkdownFile {
  /** The front matter; an empty mapping when there is none. */
  readonly front: Field;
  readonly hasFront: boolean;
  /** Markdown after the front matter, without blank lines around it. */
  readonly body: string;
}

/**
 * Splits a Markdown file at the `---` lines of its front matter (the first must be line 1) and parses the YAML between them. Returns null,
 * with a problem, when the front matter is not closed, cannot be parsed or is no mapping.
 */
export function readFrontMatter(text: string, source: string, path: string, report: Report): MarkdownFile | null {
  const lines = text.split(/\r\n?|\n/);
  const start: Place = { source, path, line: 1 };
  if (!/^---\s*$/.test(lines[0] ?? '')) return { front: valueField({}, start), hasFront: false, body: lines.join('\n').trim() };
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end < 0) {
    report('radar/bad-front-matter', {
      message: 'The front matter is not closed.',
      hint: 'End it with a line of three hyphens.',
      place: start,
    });
    return null;
  }
  // The first line stays in, so that the places are those of the file.
  const { documents, errors } = parseYaml(lines.slice(0, end).join('\n'));
  const [error] = errors;
  if (error !== undefined) {
    const place = { source, path, line: error.line, column: error.column };
    report('radar/bad-front-matter', { message: `The front matter cannot be parsed: ${error.reason}.`, place });
    return null;
  }
  const [document] = documents;
  const empty = document === undefined || document.value === null;
  if (!empty && !isMapping(document.value)) {
    report('radar/bad-front-matter', {
      message: 'The front matter is no mapping of fields.',
      hint: 'Write it as "title: Kotlin".',
      place: start,
    });
    return null;
  }
  const front = empty ? valueField({}, start) : documentField(document, source, path);
  return {
    front,
    hasFront: true,
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  };
}
