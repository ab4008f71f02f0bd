// The part of a file that a snippet names: `file.md`, `file.md:section`, `file.md:4:6`, several ranges with commas. Text and name in, text out.

/** What a snippet names. */
export interface SnippetName {
  readonly path: string;
  readonly section: string | null;
  /** Ranges of lines, counted from 1; negative ones count from the end. Empty for all lines. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const SECTION = /^(.+?):([a-z][\w-]*)$/i;
const LINES = /^(.+?)((?::-?\d{0,7}){1,2}(?:,-?\d{0,7}(?::-?\d{0,7})?)*)$/;
/** A line that starts or ends a section; such lines are never shown. */
const MARK = /-+8<-+[ \t]*\[[ \t]*(start|end)[ \t]*:[ \t]*([a-z][\w-]*)[ \t]*\]/i;
const MAX_RANGES = 100;

/** Reads what stands between the quotes of a snippet. */
export function parseSnippetName(text: string): SnippetName {
  const name = text.trim();
  const lines = LINES.exec(name);
  if (lines?.[1] !== undefined && lines[2] !== undefined) {
    return { path: lines[1], section: null, ranges: lines[2].slice(1).split(',', MAX_RANGES).map(parseRange) };
  }
  const section = SECTION.exec(name);
  return { path: section?.[1] ?? name, section: section?.[2] ?? null, ranges: [] };
}

function parseRange(text: string): readonly [number, number] {
  const [first = '', last = ''] = text.split(':');
  return [first === '' ? 1 : Number(first), last === '' ? Infinity : Number(last)];
}

/** Cuts the named part out of a file; null if it has no such section. */
export function cutSnippet(text: string, { section, ranges }: SnippetName): string | null {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (section !== null) {
    const first = lines.findIndex((line) => marks(line, 'start', section));
    const last = lines.findIndex((line, index) => index > first && marks(line, 'end', section));
    return first < 0 ? null : shown(lines.slice(first + 1, last < 0 ? undefined : last));
  }
  if (ranges.length === 0) return shown(lines);
  const place = (line: number) => (line < 0 ? lines.length + line + 1 : line);
  return shown(ranges.flatMap(([first, last]) => lines.slice(Math.max(0, place(first) - 1), place(last))));
}

function marks(line: string, what: 'start' | 'end', section: string): boolean {
  const found = MARK.exec(line);
  return found?.[1]?.toLowerCase() === what && found[2]?.toLowerCase() === section.toLowerCase();
}

function shown(lines: readonly string[]): string {
  return lines.filter((line) => !MARK.test(line)).join('\n');
}
