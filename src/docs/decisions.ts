// Architecture decisions: the Markdown file of one in; its number, title, status and date out, however it writes them.
import { fileName } from '../lib/paths.ts';
import { pageName } from './addresses.ts';
import { splitFrontMatter } from './markdown/front-matter.ts';
import { toWords } from './titles.ts';

/** One decision, as its file tells of it. */
export interface Decision {
  readonly number: number | null;
  readonly title: string;
  /** As written, e.g. `Superseded by ADR-0005`; empty if it says none. */
  readonly status: string;
  /** `2024-01-31`; empty if it says none. */
  readonly date: string;
}

/** `0001-use-x.md`, `adr-12.md`. */
const NUMBERED = /^(?:adr[-_ ]?)?(\d{1,5})(?=[-_. ]|$)/i;
/** `20240131-use-x.md`, `2024-01-31-use-x.md`. */
const DATED = /^(\d{4})-?(\d\d)-?(\d\d)(?=[-_. ]|$)/;
const DATE = /\b\d{4}-\d\d-\d\d\b/;
/** Lines of a page in which its status and date are looked for. */
const MAX_LINES = 80;
const MAX_LINE = 300;
const MAX_LENGTH = 80;

/** Reads a decision; null for a file whose name has neither a number nor a date, and for templates. */
export function parseDecision(path: string, text: string): Decision | null {
  const name = pageName(fileName(path));
  const dated = DATED.exec(name);
  const numbered = dated === null ? NUMBERED.exec(name) : null;
  if ((dated === null && numbered === null) || /template/i.test(name)) return null;
  const { body, matter, fields } = splitFrontMatter(text);
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  const top = lines.slice(0, MAX_LINES).map((line) => line.slice(0, MAX_LINE));
  const heading = top.find((line) => /^#\s/.test(line))?.replace(/^#\s+|\s+#*\s*$/g, '');
  const words = toWords(
    name
      .replace(DATED, '')
      .replace(NUMBERED, '')
      .replace(/^[-_. ]+/, ''),
  );
  const title = (matter.title ?? heading ?? words).replace(/^(?:ADR[- ]?)?\d{1,5}\s*[:.–—-]\s+/i, '');
  return {
    number: numbered?.[1] === undefined ? null : Number(numbered[1]),
    title: plain(title) || name,
    status: capital(plain(fieldOf(fields, 'status') ?? lineOf(top, 'status') ?? sectionOf(top, 'status') ?? '')),
    date: DATE.exec(fieldOf(fields, 'date') ?? lineOf(top, 'date') ?? sectionOf(top, 'date') ?? '')?.[0] ?? dated?.slice(1).join('-') ?? '',
  };
}

function fieldOf(fields: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** `* Status: accepted`, `**Date**: 2024-01-31`. */
function lineOf(lines: readonly string[], key: string): string | undefined {
  const pattern = new RegExp(`^(?:[-*+] )?\\**${key}(?:\\**:|:\\**)\\**(.*)$`, 'i');
  return lines.map((line) => pattern.exec(line.trim())?.[1]?.trim()).find((found) => found !== undefined && found !== '');
}

/** The first line below `## Status`. */
function sectionOf(lines: readonly string[], key: string): string | undefined {
  const start = lines.findIndex((line) => new RegExp(`^##+ ${key}\\s*$`, 'i').test(line.trim()));
  const next = start < 0 ? undefined : lines[start + 1];
  return next === undefined || next.startsWith('#') ? undefined : next.replace(/^[-*+] /, '');
}

/** Text without links, marks and comments; what is left of a template (`{proposed | accepted}`) is nothing. */
function plain(text: string): string {
  const words = text
    .slice(0, MAX_LINE)
    .replace(/<!--.*?-->/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1');
  return words.trim().startsWith('{')
    ? ''
    : words
        .replace(/[*_`]+/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, MAX_LENGTH);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
