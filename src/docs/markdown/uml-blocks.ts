// PlantUML's own blocks: their syntax becomes what a block of code between fences becomes, so that both are drawn the same way.
import type { Code } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { umlBlocks } from './syntax/uml-block.ts';

/** Adds the blocks to a parser. */
export function remarkUmlBlocks(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(umlBlocks());
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
}

const FROM_MARKDOWN: FromMarkdown = {
  enter: {
    umlBlock(token) {
      this.enter({ type: 'code', lang: 'plantuml', meta: null, value: '' }, token);
    },
  },
  exit: {
    umlBlockInfo(token) {
      const block = blockOf(this.stack);
      if (block !== null) block.meta = this.sliceSerialize(token);
    },
    umlBlockLine(token) {
      const block = blockOf(this.stack);
      if (block === null) return;
      // Empty lines are not told of.
      const before = token.start.line - (block.position?.start.line ?? 0) - block.value.split('\n').length;
      block.value += `${'\n'.repeat(Math.max(0, before))}${this.sliceSerialize(token, true)}\n`;
    },
    umlBlock(token) {
      const block = blockOf(this.stack);
      if (block !== null) block.value = withoutIndent(block.value.replace(/(?:^|\n)[^\S\n]*::end-uml::[^\S\n]*\n$/, '').trimEnd());
      this.exit(token);
    },
  },
};

function blockOf(stack: readonly { readonly type: string }[]): Code | null {
  const node = stack.at(-1);
  return node?.type === 'code' ? (node as Code) : null;
}

/** What all lines have in front is the layout of the page. */
function withoutIndent(text: string): string {
  const lines = text.split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = indents.reduce((least, one) => Math.min(least, one), indents[0] ?? 0);
  return lines.map((line) => line.slice(indent)).join('\n');
}
