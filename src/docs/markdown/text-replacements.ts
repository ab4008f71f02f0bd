// What is written with plain characters in the texts of a page: keys, symbols, emoji, icons. One walk over the tree, one row for each.
import type { Parent, PhrasingContent, Root, Text } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { emoji } from './text/emoji.ts';
import { icons } from './text/icons.ts';
import { keys } from './text/keys.ts';
import type { TextReplacement } from './text/replacement.ts';
import { ordinals, smartSymbols } from './text/smart-symbols.ts';

/** Rows in the order in which they are looked for. */
const REPLACEMENTS: readonly TextReplacement[] = [keys, icons, emoji, smartSymbols, ordinals];

declare module 'mdast' {
  interface TextData {
    /** Places of characters that were written with a backslash. */
    escaped?: number[];
  }
}

/** Replaces in all texts of a page, and remembers which characters a backslash takes out. */
export function remarkTextReplacements(this: Processor): (tree: Root) => void {
  (this.data().fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
  return replaceIn;
}

function replaceIn(parent: Parent): void {
  let changed = false;
  const children = parent.children.flatMap((child): Parent['children'] => {
    if ('children' in child) replaceIn(child);
    const instead = child.type === 'text' && !isAddress(child, parent) ? replaceAll(child) : null;
    changed ||= instead !== null;
    return instead ?? [child];
  });
  if (changed) parent.children = children;
}

const FROM_MARKDOWN: FromMarkdown = {
  exit: {
    characterEscape() {
      const parent = this.stack.at(-1);
      const text = parent !== undefined && 'children' in parent ? parent.children.at(-1) : undefined;
      if (text?.type === 'text') ((text.data ??= {}).escaped ??= []).push(text.value.length - 1);
    },
  },
};

/** Says whether a text is the address that its link leads to. */
function isAddress({ value }: Text, parent: Parent): boolean {
  return 'url' in parent && typeof parent.url === 'string' && value !== '' && parent.url.endsWith(value);
}

/** A piece of a text, and where in the text it starts. */
type Piece = { readonly value: string; readonly from: number } | PhrasingContent;

function replaceAll({ value, data }: Text): PhrasingContent[] | null {
  let pieces: Piece[] = [{ value, from: 0 }];
  for (const replacement of REPLACEMENTS) {
    if (!holds(value, replacement.hint)) continue;
    pieces = pieces.flatMap((piece) => ('from' in piece ? split(piece, replacement, data?.escaped ?? []) : piece));
  }
  if (pieces.length === 1 && pieces[0] !== undefined && 'from' in pieces[0]) return null;
  return pieces.map((piece) => ('from' in piece ? { type: 'text', value: piece.value } : piece));
}

function holds(text: string, hint: string | RegExp): boolean {
  return typeof hint === 'string' ? text.includes(hint) : hint.test(text);
}

function split(piece: { value: string; from: number }, { pattern, replace }: TextReplacement, escaped: readonly number[]): Piece[] {
  const { value, from } = piece;
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of value.matchAll(pattern)) {
    const end = found.index + found[0].length;
    if (escaped.some((at) => at >= from + found.index && at < from + end)) continue;
    const instead = replace(found);
    if (instead === null) continue;
    if (found.index > done) pieces.push({ value: value.slice(done, found.index), from: from + done });
    pieces.push(...instead);
    done = end;
  }
  if (done === 0) return [piece];
  if (done < value.length) pieces.push({ value: value.slice(done), from: from + done });
  return pieces;
}
