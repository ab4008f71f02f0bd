// Says before a page is parsed whether parsing it would take very long: the parser's time grows with the square of a few things. All
// limits are more than ten times what the largest real pages have.

const LIMITS = {
  /** Characters of a page. */
  page: 500_000,
  /** Block quotes in block quotes, and steps of indentation. */
  depth: 100,
  /** Quotes, underlined headings and definitions, multiplied by the lines of the page. */
  blocks: 5_000_000,
  /** List items, multiplied by the lines of the page. */
  items: 400_000_000,
  /** Emphasis marks, and characters, of a paragraph. */
  marks: 2_000,
  paragraph: 150_000,
} as const;

/** Returns why a page is not to be parsed, or null if it is. */
export function tooCostly(text: string): string | null {
  if (text.length > LIMITS.page) return 'it is too long';
  const lines = text.split('\n');
  let blocks = 0;
  let items = 0;
  let marks = 0;
  let length = 0;
  let fence = '';
  for (const line of lines) {
    if (depthOf(line) > LIMITS.depth) return 'it is nested too deeply';
    const start = line.trimStart();
    if (/^(?:>|:|=+\s*$|-+\s*$)/.test(start)) blocks++;
    const mark = /^(?:`{3,}|~{3,})/.exec(start)?.[0] ?? '';
    if (mark !== '' && (fence === '' || start.startsWith(fence))) fence = fence === '' ? mark : '';
    // List items and headings start a paragraph of their own.
    const item = /^(?:[-*+]|\d{1,9}[.)]|#{1,6})\s/.test(start);
    if (item) items++;
    if (start === '' || mark !== '' || fence !== '' || item) {
      marks = 0;
      length = 0;
      continue;
    }
    // Cells of tables are paragraphs of their own.
    if (start.startsWith('|')) continue;
    marks += countMarks(line);
    length += line.length;
    if (marks > LIMITS.marks || length > LIMITS.paragraph) return 'one of its paragraphs is too long';
  }
  if (items * lines.length > LIMITS.items) return 'it has too many list items';
  return blocks * lines.length > LIMITS.blocks ? 'it has too many quotes and definitions' : null;
}

/** Markers of block quotes and steps of indentation at the start of a line. */
function depthOf(line: string): number {
  let depth = 0;
  let spaces = 0;
  for (const character of line) {
    if (character === '>') depth++;
    else if (character === '\t') depth++;
    else if (character === ' ') spaces++;
    else break;
  }
  return depth + Math.floor(spaces / 4);
}

function countMarks(line: string): number {
  let count = 0;
  for (const character of line) if (character === '*' || character === '_' || character === '~') count++;
  return count;
}
