// PyMdown's blocks (`/// note | Title` … `///`): their syntax becomes nodes, their nodes what the other ways of writing them become.
import type { Properties } from 'hast';
import type { Nodes, Parent, PhrasingContent, Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { parseYaml } from '../../lib/yaml.ts';
import { SLASH_BLOCK_TYPES, isAttributeName, makeSlashBlock, wrapCaptions } from './slash-block-kinds.ts';
import { slashBlocks } from './syntax/slash-block.ts';

/** What stands behind `|`. */
export interface SlashBlockArgument extends Parent {
  type: 'slashBlockArgument';
  children: PhrasingContent[];
}

/** A block between slashes. */
export interface SlashBlock extends Parent {
  type: 'slashBlock';
  kind: string;
  /** Lines of YAML. */
  options: string[];
}

declare module 'mdast' {
  interface RootContentMap {
    slashBlock: SlashBlock;
    slashBlockArgument: SlashBlockArgument;
  }
}

/** Adds the blocks to a parser. */
export function remarkSlashBlocks(this: Processor): (tree: Root) => void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(slashBlocks(SLASH_BLOCK_TYPES));
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
  return replace;
}

const FROM_MARKDOWN: FromMarkdown = {
  enter: {
    slashBlock(token) {
      this.enter({ type: 'slashBlock', kind: '', options: [], children: [] }, token);
    },
    slashBlockArgument(token) {
      this.enter({ type: 'slashBlockArgument', children: [] }, token);
    },
  },
  exit: {
    slashBlockType(token) {
      const block = this.stack.at(-1);
      if (block?.type === 'slashBlock') block.kind = this.sliceSerialize(token);
    },
    slashBlockOption(token) {
      const block = this.stack.at(-1);
      if (block?.type === 'slashBlock') block.options.push(this.sliceSerialize(token));
    },
    slashBlockArgument(token) {
      this.exit(token);
    },
    slashBlock(token) {
      this.exit(token);
    },
  },
};

function replace(parent: Parent): void {
  let found = false;
  for (const [index, child] of parent.children.entries()) {
    if ('children' in child) replace(child);
    if (child.type !== 'slashBlock') continue;
    found = true;
    parent.children[index] = { ...make(child), position: child.position } as Parent['children'][number];
  }
  if (found) wrapCaptions(parent);
}

function make({ kind, options, children }: SlashBlock): Nodes {
  const [first] = children;
  const argument = first?.type === 'slashBlockArgument' ? first.children : [];
  const known = parseOptions(options);
  return makeSlashBlock({ type: kind, argument, ...known, content: children.filter((child) => child !== first || argument.length === 0) });
}

function parseOptions(lines: readonly string[]): { options: ReadonlyMap<string, string>; attributes: Properties } {
  const value = lines.length === 0 ? null : (parseYaml(lines.join('\n'), { anyTag: true }).documents[0]?.value ?? null);
  const entries = isRecord(value) ? Object.entries(value) : [];
  const attributes = entries.find(([key]) => key === 'attrs')?.[1];
  return {
    options: new Map(entries.map(([key, option]) => [key, String(option)])),
    attributes: isRecord(attributes) ? toProperties(attributes) : {},
  };
}

function toProperties(attributes: Readonly<Record<string, unknown>>): Properties {
  const properties: Properties = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') properties['className'] = String(value).split(/\s+/);
    else if (isAttributeName(key)) properties[key] = String(value);
  }
  return properties;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
