// Admonitions, collapsible blocks and content tabs: their syntax becomes nodes, their nodes become HTML.
import type { ElementContent } from 'hast';
import type { BlockContent, DefinitionContent, Parent, PhrasingContent, Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Handler, State } from 'mdast-util-to-hast';
import type { Processor } from 'unified';
import { admonitionKind, admonitionTitle } from './admonition-kinds.ts';
import { type IndentedBlockSyntax, indentedBlocks } from './syntax/indented-block.ts';

/** The title of a block: its first child. Empty for `""`, which asks for none. */
export interface IndentedBlockTitle extends Parent {
  type: 'indentedBlockTitle';
  children: PhrasingContent[];
}

/** A block that starts with a marker and whose content is indented. */
export interface IndentedBlock extends Parent {
  type: 'indentedBlock';
  /** The marker with its modifiers, e.g. `???+`. */
  marker: string;
  /** Words between marker and title, e.g. `note`, `inline`, `end`. */
  words: string[];
  children: (IndentedBlockTitle | BlockContent | DefinitionContent)[];
}

declare module 'mdast' {
  interface RootContentMap {
    indentedBlock: IndentedBlock;
    indentedBlockTitle: IndentedBlockTitle;
  }
  interface BlockContentMap {
    indentedBlock: IndentedBlock;
  }
}

interface BlockKind extends IndentedBlockSyntax {
  toHtml(state: State, block: IndentedBlock): ElementContent;
}

/** One row for each sort of block. */
const KINDS: readonly BlockKind[] = [
  { marker: '!', modifiers: '', words: true, titleRequired: false, toHtml: admonition },
  { marker: '?', modifiers: '+', words: true, titleRequired: false, toHtml: collapsible },
  { marker: '=', modifiers: '+!', words: false, titleRequired: true, toHtml: tab },
];

/** Adds the syntax of all rows to a parser. */
export function remarkIndentedBlocks(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(indentedBlocks(KINDS));
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
}

const FROM_MARKDOWN: FromMarkdown = {
  enter: {
    indentedBlock(token) {
      this.enter({ type: 'indentedBlock', marker: '', words: [], children: [] }, token);
    },
    indentedBlockTitle(token) {
      const block = this.stack.at(-1);
      // The title that its quote announced is filled instead of entering another.
      if (block?.type === 'indentedBlock') block.children.pop();
      this.enter({ type: 'indentedBlockTitle', children: [] }, token);
    },
  },
  exit: {
    indentedBlockMarker(token) {
      const block = this.stack.at(-1);
      if (block?.type === 'indentedBlock') block.marker = this.sliceSerialize(token);
    },
    indentedBlockWords(token) {
      const block = this.stack.at(-1);
      if (block?.type === 'indentedBlock') block.words.push(this.sliceSerialize(token));
    },
    indentedBlockQuote() {
      const block = this.stack.at(-1);
      if (block?.type === 'indentedBlock' && block.children.length === 0) block.children.push({ type: 'indentedBlockTitle', children: [] });
    },
    indentedBlockTitle(token) {
      this.exit(token);
    },
    indentedBlock(token) {
      this.exit(token);
    },
  },
};

/** Turns the nodes into HTML; passed to remark-rehype. */
export const indentedBlockHandlers: Readonly<Record<string, Handler>> = {
  indentedBlock(state, block: IndentedBlock) {
    const kind = KINDS.find(({ marker }) => block.marker.startsWith(marker));
    const element = kind?.toHtml(state, block);
    if (element !== undefined) state.patch(block, element);
    return element;
  },
};

function admonition(state: State, block: IndentedBlock): ElementContent {
  const title = titleOf(state, block);
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: classes(block) },
    children: [...(title === null ? [] : [element('p', 'admonition-title', title)]), ...contentOf(state, block)],
  };
}

function collapsible(state: State, block: IndentedBlock): ElementContent {
  const title = titleOf(state, block) ?? [{ type: 'text', value: admonitionTitle(block.words[0] ?? 'note') }];
  return {
    type: 'element',
    tagName: 'details',
    properties: { className: classes(block), ...(block.marker.endsWith('+') && { open: true }) },
    children: [element('summary', 'admonition-title', title), ...contentOf(state, block)],
  };
}

function tab(state: State, block: IndentedBlock): ElementContent {
  return {
    type: 'element',
    tagName: 'section',
    properties: { className: ['tab'] },
    children: [element('p', 'tab-title', titleOf(state, block) ?? []), ...contentOf(state, block)],
  };
}

/** Puts tabs that follow each other into one group; `===!` starts another. Runs over the tree before it becomes HTML. */
export function remarkTabGroups(): (tree: Root) => void {
  return group;
}

function group(parent: Parent): void {
  const children: Parent['children'] = [];
  for (const child of parent.children) {
    if ('children' in child) group(child);
    const last = children.at(-1);
    if (child.type !== 'indentedBlock' || !child.marker.startsWith('=')) children.push(child);
    else if (last?.type === 'tabs' && !child.marker.includes('!')) last.children.push(child);
    else children.push({ type: 'tabs', children: [child], data: { hName: 'div', hProperties: { className: ['tabs'] } } });
  }
  parent.children = children;
}

/** A group of tabs. */
export interface Tabs extends Parent {
  type: 'tabs';
  children: IndentedBlock[];
}

declare module 'mdast' {
  interface RootContentMap {
    tabs: Tabs;
  }
}

function classes(block: IndentedBlock): string[] {
  return ['admonition', admonitionKind(block.words[0] ?? 'note')];
}

/** The title as written; the first word when none is; null when `""` asks for none. */
function titleOf(state: State, block: IndentedBlock): ElementContent[] | null {
  const [title] = block.children;
  if (title?.type !== 'indentedBlockTitle') return [{ type: 'text', value: admonitionTitle(block.words[0] ?? 'note') }];
  return title.children.length === 0 ? null : state.all(title);
}

function contentOf(state: State, block: IndentedBlock): ElementContent[] {
  const content = block.children.filter((child) => child.type !== 'indentedBlockTitle');
  return state.wrap(state.all({ type: 'blockquote', children: content }), false) as ElementContent[];
}

function element(tagName: string, className: string, children: ElementContent[]): ElementContent {
  return { type: 'element', tagName, properties: { className: [className] }, children };
}
