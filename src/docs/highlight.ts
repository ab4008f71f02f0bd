// Highlighted code: text and a language in, HTML with class names (see token-classes.ts) out. No styles, one markup for both colour schemes.
import { type HighlighterCore, createHighlighterCore } from 'shiki/core';
import { createOnigurumaEngine } from 'shiki/engine/oniguruma';
import { type BundledLanguage, bundledLanguages } from 'shiki/langs';
import { type HighlightLines, rememberingHighlighter } from './highlight-lines.ts';
import { grammarName } from './languages.ts';
import { TOKEN_CLASSES } from './token-classes.ts';

/** Code longer than this, and lines longer than this, stay plain: grammars can take very long on hostile text. */
const MAX_CODE = 200_000;
const MAX_LINE = 1_000;

export interface HighlightOptions {
  /** Lines, counted from 1, that get the class `highlighted`. */
  readonly highlighted?: ReadonlySet<number> | undefined;
  /** Number of the first line; each line then says its number in `data-line`. */
  readonly numbersFrom?: number | undefined;
  /** Gives each line an id, e.g. `L` for `L1`, `L2`, … counted from 1. */
  readonly lineIds?: string | undefined;
}

/** Highlights code in the languages that have been loaded. */
export interface Highlighter {
  /** Loads the grammars of languages; unknown names are passed over, loaded ones cost nothing. */
  load(languages: Iterable<string>): Promise<void>;
  /**
   * Returns safe HTML for the inside of `<code>`: one `<span class="line">` a line. The code stays plain text when it is too long or its
   * language is unknown or not loaded.
   */
  highlight(code: string, language: string | null, options?: HighlightOptions): string;
}

const FOREGROUND = '#000000';
const COLOURS = new Map(
  Object.keys(TOKEN_CLASSES).map((name, index) => [`#${(index + 1).toString(16).padStart(6, '0').toUpperCase()}`, name]),
);
/** A theme whose colours are only names: each stands for one class. */
const THEME = {
  name: 'classes',
  type: 'light' as const,
  colors: { 'editor.foreground': FOREGROUND, 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: FOREGROUND } },
    ...[...COLOURS].map(([foreground, name]) => ({ scope: [...(TOKEN_CLASSES[name] ?? [])], settings: { foreground } })),
  ],
};

/** Makes a highlighter. Shiki itself is loaded with the first language, so that sites without code never pay for it. */
export function createHighlighter(): Highlighter {
  let opening: Promise<HighlighterCore> | undefined;
  let highlightLines: HighlightLines | undefined;
  const loaded = new Set<string>();
  return {
    async load(languages) {
      const wanted = [...new Set([...languages].map(grammarName))].filter(
        (name) => name !== null && !loaded.has(name),
      ) as BundledLanguage[];
      if (wanted.length === 0) return;
      opening ??= createHighlighterCore({ themes: [THEME], langs: [], engine: createOnigurumaEngine(import('shiki/wasm')) });
      const core = await opening;
      await core.loadLanguage(...wanted.map((name) => bundledLanguages[name]));
      highlightLines ??= rememberingHighlighter(core, THEME.name, MAX_LINE, (colour) => COLOURS.get(colour.toUpperCase()) ?? '', drawLine);
      for (const name of wanted) loaded.add(name);
    },
    highlight(code, language, options = {}) {
      const grammar = language === null ? null : grammarName(language);
      const text = code.replace(/\r\n?/g, '\n');
      const ready = grammar !== null && loaded.has(grammar) && text.length <= MAX_CODE;
      return lines(ready && highlightLines !== undefined ? highlightLines(text, grammar) : text.split('\n').map(escapeHtml), options);
    },
  };
}

/** One line: a span for each run of tokens of one class. */
function drawLine(line: string, starts: readonly number[], classes: readonly string[]): string {
  let html = '';
  let open = '';
  for (const [index, start] of starts.entries()) {
    const content = line.slice(start, starts[index + 1] ?? line.length);
    const name = classes[index] ?? '';
    // White space has no colour: it continues whatever stands before it.
    if (name !== open && content.trim() !== '') {
      html += (open === '' ? '' : '</span>') + (name === '' ? '' : `<span class="${name}">`);
      open = name;
    }
    html += escapeHtml(content);
  }
  return open === '' ? html : `${html}</span>`;
}

function lines(html: readonly string[], options: HighlightOptions): string {
  return html
    .map((line, index) => {
      const number = index + 1;
      const id = options.lineIds === undefined ? '' : ` id="${options.lineIds}${number}"`;
      const shown = options.numbersFrom === undefined ? '' : ` data-line="${options.numbersFrom + index}"`;
      return `<span class="line${options.highlighted?.has(number) === true ? ' highlighted' : ''}"${id}${shown}>${line}</span>`;
    })
    .join('\n');
}

/** Escapes text for HTML, inside elements and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
