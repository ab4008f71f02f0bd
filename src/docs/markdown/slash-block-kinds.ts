// The types of PyMdown's blocks: one row each, which makes of a block the nodes that stand in its place.
import type { Properties } from 'hast';
import type { Nodes, Parent, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { ADMONITION_WORDS } from './admonition-kinds.ts';
import { htmlNode } from './html-node.ts';
import type { IndentedBlock } from './indented-blocks.ts';

/** A block as parsed: type, argument, options and content. */
export interface SlashBlockParts {
  readonly type: string;
  readonly argument: readonly PhrasingContent[];
  readonly options: ReadonlyMap<string, string>;
  /** Attributes of the option `attrs`. */
  readonly attributes: Properties;
  readonly content: readonly Nodes[];
}

type Make = (block: SlashBlockParts) => Nodes;

/** Types that stand for themselves; all words for admonitions are types too. */
const KINDS: Readonly<Record<string, Make>> = {
  admonition: (block) => titled('!!!', block),
  new: (block) => titled('!!!', block),
  settings: (block) => titled('!!!', block),
  details: (block) => titled(isTrue(block.options.get('open')) ? '???+' : '???', block),
  tab: (block) => titled(isTrue(block.options.get('new')) ? '===!' : '===', block),
  html: element,
  define: definitions,
  definition: definitions,
  caption,
  'figure-caption': caption,
  'table-caption': caption,
};

const BY_TYPE = new Map<string, Make>([
  ...ADMONITION_WORDS.map((word) => [word, KINDS['admonition'] ?? element] as const),
  ...Object.entries(KINDS),
]);

/** Names of all types. */
export const SLASH_BLOCK_TYPES: ReadonlySet<string> = new Set(BY_TYPE.keys());

/** Makes the node that stands for a block. */
export function makeSlashBlock(block: SlashBlockParts): Nodes {
  return (BY_TYPE.get(block.type) ?? element)(block);
}

function isTrue(value: string | undefined): boolean {
  return /^(?:true|yes|on)$/i.test(value ?? '');
}

function titled(marker: string, { type, argument, options, content }: SlashBlockParts): IndentedBlock {
  const word = options.get('type') ?? (type === 'details' || type === 'tab' || type === 'admonition' ? 'note' : type);
  const title = argument.length > 0 || marker.startsWith('=') ? [{ type: 'indentedBlockTitle' as const, children: [...argument] }] : [];
  return { type: 'indentedBlock', marker, words: [word], children: [...title, ...content] as IndentedBlock['children'] };
}

/** The argument of `html`: a name, and behind it classes, an id and attributes as in CSS. */
const SELECTOR_PART = /^(?:#([^\s.#[\]]+)|\.([^\s.#[\]]+)|\[([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+)))?\])/;

function element({ argument, content, attributes }: SlashBlockParts): Nodes {
  const selector = textOf({ type: 'paragraph', children: [...argument] }).trim();
  const tagName = /^[a-z][a-z\d]*/i.exec(selector)?.[0] ?? 'div';
  const properties: Properties = {};
  const className: string[] = [];
  let rest = selector.slice(tagName.length);
  for (let found = SELECTOR_PART.exec(rest); found !== null; found = SELECTOR_PART.exec(rest)) {
    const [whole, id, name, key, double, single, bare] = found;
    if (id !== undefined) properties['id'] = id;
    if (name !== undefined) className.push(name);
    if (key !== undefined && isAttributeName(key)) properties[key] = double ?? single ?? bare ?? '';
    rest = rest.slice(whole.length);
  }
  const inner = INLINE.has(tagName) ? content.flatMap((child) => (child.type === 'paragraph' ? child.children : child)) : content;
  return htmlNode(tagName.toLowerCase(), { ...properties, ...(className.length > 0 && { className }), ...attributes }, inner);
}

/** Says whether an attribute may be called so: names that every object has confuse the libraries behind. */
export function isAttributeName(name: string): boolean {
  return /^[a-z][\w-]*$/i.test(name) && !(name.toLowerCase() in {});
}

/** Elements that hold text and no blocks. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr b cite code del em figcaption h1 h2 h3 h4 h5 h6 i ins kbd mark p s small span strong sub summary sup'.split(' '),
);

/** Paragraphs are terms, the items of lists are what they mean. */
function definitions({ content, attributes }: SlashBlockParts): Nodes {
  const parts = content.flatMap((child) => {
    if (child.type === 'paragraph') return htmlNode('dt', {}, child.children);
    if (child.type !== 'list') return htmlNode('dd', {}, [child]);
    return child.children.map(({ children, spread }) =>
      htmlNode('dd', {}, children.length === 1 && spread !== true && children[0]?.type === 'paragraph' ? children[0].children : children),
    );
  });
  return htmlNode('dl', attributes, parts);
}

function caption({ content, attributes }: SlashBlockParts): Nodes {
  return { ...htmlNode('figcaption', {}, content), captionOf: attributes };
}

/** Puts captions below what they stand behind, into a figure around both. */
export function wrapCaptions(parent: Parent): void {
  const children: Nodes[] = [];
  for (const child of parent.children) {
    const attributes = child.type === 'htmlNode' ? child.captionOf : undefined;
    const last = children.at(-1);
    if (attributes === undefined || last === undefined) children.push(child);
    else {
      const figure = last.type === 'htmlNode' && last.data?.hName === 'figure' && !hasCaption(last) ? last : htmlNode('figure', {}, [last]);
      figure.data = { ...figure.data, hProperties: { ...figure.data?.hProperties, ...attributes } };
      figure.children.push(child as Parent['children'][number]);
      children[children.length - 1] = figure;
    }
  }
  parent.children = children as Parent['children'];
}

function hasCaption({ children }: Parent): boolean {
  return children.some((child) => child.type === 'htmlNode' && child.data?.hName === 'figcaption');
}
