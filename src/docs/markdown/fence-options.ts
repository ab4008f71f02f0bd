// The line behind ``` in, what it asks for out: language, title, highlighted lines, line numbers. Both ways of writing are read:
// `py title="x" hl_lines="2-3"` and `{.py title=x}`.

/** What a code block asks for. */
export interface FenceOptions {
  /** As written, without its dot; null if none. */
  readonly language: string | null;
  readonly title: string | null;
  /** What a diagram shows, for those who do not see it; null if none. */
  readonly alt: string | null;
  /** Id by which links can reach the block; null if none. */
  readonly id: string | null;
  /** Lines to highlight, counted from 1. */
  readonly highlighted: ReadonlySet<number>;
  /** Number of the first line; null when lines are not numbered. */
  readonly numbersFrom: number | null;
}

/** Limits: what stands beyond them is not read. */
const MAX_INFO = 2_000;
const MAX_LINES = 10_000;

const OPTION = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/g;

/** Reads the info string of a fenced block. What it does not know is passed over. */
export function parseFence(info: string): FenceOptions {
  const text = info.slice(0, MAX_INFO).trim();
  const options = new Map<string, string>();
  for (const [, key = '', double, single, bare] of text.matchAll(OPTION)) options.set(key.toLowerCase(), double ?? single ?? bare ?? '');
  const [first = ''] = text.split(/[\s{]/, 1);
  const language = text.startsWith('{')
    ? /[\s{]\.([\w+#-]+)/.exec(text)?.[1]
    : /^[^\s="'`]+$/.test(first)
      ? first.replace(/^\./, '')
      : undefined;
  // `{2,4-5}` is how Docusaurus and others highlight.
  const braces = /\{([\d\s,-]+)\}/.exec(text)?.[1];
  return {
    // `kroki-` stands before diagrams in the Kroki plugin of MkDocs.
    language: language === undefined || language === '' ? null : language.replace(/^kroki-(?=.)/i, ''),
    title: options.get('title') ?? null,
    alt: options.get('alt') ?? null,
    id: (text.startsWith('{') ? /\s#([^\s}"'=<>]+)/.exec(text)?.[1] : undefined) ?? null,
    highlighted: parseLines(options.get('hl_lines') ?? braces ?? ''),
    numbersFrom: firstNumber(options.get('linenums')),
  };
}

/** Reads `2-3 5` or `2-3,5` as a set of line numbers. */
function parseLines(text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const [, from = '', to = from] of text.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) {
    for (let line = Number(from); line <= Math.min(Number(to), MAX_LINES); line++) lines.add(line);
  }
  return lines;
}

function firstNumber(text: string | undefined): number | null {
  const found = /^\s*(\d{1,7})/.exec(text ?? '')?.[1];
  return found === undefined ? null : Number(found);
}
