// Marked words as PyMdown's caret, tilde and mark have them: `^^inserted^^`, `x^2^`, `H~2~O`, `==marked==`. `~~deleted~~` is GitHub's.
import type { Parent, PhrasingContent } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { type InlineMarkSyntax, inlineMarks } from './syntax/inline-mark.ts';

/** Words between marks. */
export interface InlineMark extends Parent {
  type: 'inlineMark';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineMark: InlineMark;
  }
  interface RootContentMap {
    inlineMark: InlineMark;
  }
}

/** One row for each sort of mark, and the element it becomes. */
const KINDS: readonly (InlineMarkSyntax & { readonly element: string })[] = [
  { marker: '^', size: 2, element: 'ins' },
  { marker: '^', size: 1, element: 'sup' },
  { marker: '~', size: 1, element: 'sub' },
  { marker: '=', size: 2, element: 'mark' },
];

const ELEMENTS = new Map(KINDS.map(({ marker, size, element }) => [marker.repeat(size), element]));

/** Adds the syntax of all rows to a parser. */
export function remarkInlineMarks(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(inlineMarks(KINDS));
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
}

const FROM_MARKDOWN: FromMarkdown = {
  canContainEols: ['inlineMark'],
  enter: {
    inlineMark(token) {
      this.enter({ type: 'inlineMark', children: [] }, token);
    },
  },
  exit: {
    inlineMarkSequence(token) {
      const mark = this.stack.at(-1);
      if (mark?.type === 'inlineMark') mark.data = { hName: ELEMENTS.get(this.sliceSerialize(token)) ?? 'span' };
    },
    inlineMark(token) {
      this.exit(token);
    },
  },
};
