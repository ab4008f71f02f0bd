// The YAML between --- lines at the start of a page: text in; title, description, tags and the rest of the text out.
import { parseYaml } from '../../lib/yaml.ts';
import type { PageFinding } from './page-state.ts';

/** What a page says about itself. */
export interface FrontMatter {
  readonly title: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
}

const NONE: FrontMatter = { title: null, description: null, tags: [] };
const MAX_TAGS = 50;

/**
 * Splits a page. The body keeps its line numbers: the front matter is replaced by empty lines. As in MkDocs, a block between --- lines
 * that is valid YAML but no mapping is ordinary content; one that is not valid YAML is reported and left out.
 */
export function splitFrontMatter(text: string): {
  readonly body: string;
  readonly matter: FrontMatter;
  /** All fields, as written. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly findings: readonly PageFinding[];
} {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  const closing = opening === null ? null : /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(opening[0].length - 1));
  if (opening === null || closing === null) return { body: text, matter: NONE, fields: {}, findings: [] };
  const start = opening[0].length;
  const yaml = text.slice(start, Math.max(start, start - 1 + closing.index));
  const end = start - 1 + closing.index + closing[0].length;
  const { documents, errors } = parseYaml(yaml, { anyTag: true });
  const [error] = errors;
  const value = documents[0]?.value ?? null;
  if (error === undefined && value !== null && !isRecord(value)) return { body: text, matter: NONE, fields: {}, findings: [] };
  const body = text.slice(0, end).replace(/[^\n]/g, '') + text.slice(end);
  if (error !== undefined) {
    const message = `The front matter is not valid YAML: ${error.reason}.`;
    const hint = 'Put values that hold ": " or start with a special character into quotes.';
    return {
      body,
      matter: NONE,
      fields: {},
      findings: [{ rule: 'docs/bad-front-matter', message, hint, spot: { line: error.line + 1, column: error.column } }],
    };
  }
  const fields = isRecord(value) ? value : {};
  return {
    body,
    fields,
    matter: { title: textOf(fields, 'title'), description: textOf(fields, 'description'), tags: tagsOf(fields['tags']) },
    findings: [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(fields: Record<string, unknown>, key: string): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : null;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
  return text === '' ? null : text;
}

function tagsOf(value: unknown): readonly string[] {
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const tags = list.filter((tag) => typeof tag === 'string' || typeof tag === 'number').map((tag) => String(tag).trim());
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MAX_TAGS);
}
