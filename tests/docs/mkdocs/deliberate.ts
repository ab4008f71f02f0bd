// Where Callboard shows more than MkDocs on purpose: one row each, as explained to users in content/docs/mkdocs.md. A row takes its
// difference out of both texts, so that what is left would be a mistake.
import { FORBIDDEN, TRANSPARENT } from '../../../src/docs/markdown/html-elements.ts';
import { SANITIZE_SCHEMA } from '../../../src/docs/markdown/sanitize-schema.ts';

/** One deliberate difference between the texts of a page. */
export interface Deliberate {
  readonly name: string;
  /** Changes the HTML that MkDocs makes. */
  readonly html?: (html: string) => string;
  /** Changes the visible text of MkDocs and of Callboard. */
  readonly text?: (text: string) => string;
}

const HTML = new Set([...(SANITIZE_SCHEMA.tagNames ?? []), ...FORBIDDEN, ...TRANSPARENT]);

export const DELIBERATE: readonly Deliberate[] = [
  {
    // Material puts the numbers in by script.
    name: 'annotations of code',
    text: (text) =>
      text.replace(/(?:#|\/\/|\/\*|<!--|--|;|%)\s?\((\d+)\)!(?:\s(?:\*\/|-->))?/g, '$1').replace(/(?<=^|\s)\((\d+)\)(?=\s|$)/g, '$1'),
  },
  {
    // Versions of pymdownx before 9.6 know no semicolon that keeps a line from being a snippet.
    name: 'snippets that are shown',
    text: (text) => text.replaceAll(';--8<--', '--8<--'),
  },
  {
    // GitHub's tables drop the backslash that keeps a bar from ending a cell, in code too.
    name: 'bars in tables',
    text: (text) => text.replaceAll('\\|', '|'),
  },
  {
    // Without an empty line above, MkDocs shows the marks of a list, a table or a quote as text.
    name: 'blocks directly below a paragraph',
    text: (text) =>
      text
        .split(' ')
        .filter((word) => !/^(?:[-*+>]|\d{1,3}[.)]|[|:-]*\|[|:-]*)$/.test(word))
        .join(' '),
  },
  {
    // Browsers see no `<your-name>`.
    name: 'placeholders that look like HTML',
    html: (html) => html.replace(/<([a-z][\w-]*)>/gi, (tag, name: string) => (HTML.has(name.toLowerCase()) ? tag : `&lt;${name}&gt;`)),
  },
  {
    // The MkDocs at hand may be older than an emoji or an icon, and shows its name. Between two parts of a path, a picture leaves no space.
    name: 'emoji and icons',
    text: (text) =>
      text
        .replace(/(?<=\S):[a-z0-9][\w+-]*:(?=\/)/g, '')
        .replace(/:[a-z0-9][\w+-]*:(?:\{[^}]*\})?/g, ' ')
        .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+/gu, ' ')
        .replace(/ +/g, ' ')
        .replace(/ (?=[.,;:!?)])/g, ''),
  },
  {
    // Critic works on the whole file before code is known.
    name: 'marks of editors in code',
    text: (text) => text.replace(/\{(?:\+\+|--|==|~~|>>)\s*(.*?)\s*(?:\+\+|--|==|~~|<<)\}/g, '$1').replaceAll('~>', ''),
  },
  {
    // The MkDocs at hand leaves the source as it is.
    name: 'notes of diagrams without a server',
    text: (text) => text.replace(/Not drawn: docs\.diagrams in portal\.yaml names no server for [\w. -]+\. The source: ?/g, ''),
  },
  {
    name: 'fractions in longer words',
    text: (text) => text.normalize('NFKC').replaceAll('\u2044', '/'),
  },
  {
    name: 'braces that hold no attributes',
    text: (text) => text.replace(/ ?\{%[^%]*%\}/g, ''),
  },
  {
    // Callboard reports it; MkDocs shows it as a paragraph that starts with a field.
    name: 'front matter that is not valid',
    html: (html) => html.replace(/^<hr ?\/?>\s*<p>title: .*?<hr ?\/?>/s, ''),
  },
];

/** Lines of the nav that MkDocs has and Callboard has not: entries that lead nowhere, which Callboard reports instead. */
export const DEAD_ENTRY = / (?:[\w./-]+\.ya?ml|ftp:\/\/\S+)$/;
