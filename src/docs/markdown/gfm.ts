// GitHub's Markdown: a parser in; with tables, task lists, footnotes, strikethrough and bare links added to it.
import type { Construct, ConstructRecord, Extension, Previous, TokenizeContext, Tokenizer } from 'micromark-util-types';
import type { Nodes, Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';

/**
 * Adds GitHub's syntax. Addresses of e-mails are not looked for by the parser, which would try at the start of each word: the step that
 * comes with the syntax finds them in the tree. Tables and bare links are looked for only on lines that can begin one. This halves the time
 * of parsing.
 */
export function remarkGitHub(this: Processor): void {
  remarkGfm.call(this as never, { singleTilde: false });
  const data = this.data();
  data.extensionsOfText ??= new Map();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(sparingSteps) ?? [];
  for (const extension of data.micromarkExtensions ?? []) data.extensionsOfText.set(extension, (text) => sparing(extension, text));
}

function sparing({ text: inText = {}, flow = {}, ...extension }: Extension, text: string): Extension {
  const lines = text.split(/\r\n|\r|\n/);
  const near = (lines_: readonly string[], pattern: RegExp) => {
    const found = new Set(lines_.flatMap((line, index) => (pattern.test(line) ? [index + 1] : [])));
    return (line: number) => found.has(line);
  };
  const isDelimiter = near(lines, DELIMITER_ROW);
  const hasLink = near(lines, BARE_LINK);
  return {
    ...extension,
    flow: changed(flow, (construct) => (construct.name === 'table' ? tableBefore(construct, isDelimiter) : construct)),
    text: changed(inText, (construct) => {
      if (construct.name === 'emailAutolink') return null;
      return construct.name === 'wwwAutolink' || construct.name === 'protocolAutolink' ? linkOn(construct, hasLink) : construct;
    }),
  };
}

/** The row below the head of a table, with the marks of lists and quotes before it: at least all lines that can be one. */
const DELIMITER_ROW = /^(?=[^-]*-)[\s>*+\d.)|:-]*$/;
const BARE_LINK = /https?:\/\/|www\./i;

function changed(record: ConstructRecord, change: (construct: Construct) => Construct | null): ConstructRecord {
  const all = Object.entries(record) as [string, Construct | Construct[] | undefined][];
  return Object.fromEntries(all.map(([code, some]) => [code, [some ?? []].flat().flatMap((construct) => change(construct) ?? [])]));
}

/** A table is looked for above a delimiter row, and below its own head. */
function tableBefore(construct: Construct, isDelimiter: (line: number) => boolean): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const start = construct.tokenize.call(this, effects, ok, nok);
    return (code) => (isDelimiter(this.now().line + 1) || isInTable(this) ? start(code) : nok(code));
  };
  return { ...construct, tokenize };
}

function isInTable({ events }: TokenizeContext): boolean {
  const last: string | undefined = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix')?.[1].type;
  return last === 'tableHead' || last === 'tableRow';
}

function linkOn(construct: Construct, hasLink: (line: number) => boolean): Construct {
  const previous: Previous = function (code) {
    return construct.previous?.call(this, code) !== false && hasLink(this.now().line);
  };
  return { ...construct, previous };
}

/** The step that finds addresses in texts looks only at nodes that have one; it costs as much as a third of parsing. */
function sparingSteps({ transforms, ...extension }: FromMarkdown): FromMarkdown {
  if (!transforms) return extension;
  const steps = transforms.map((step) => (tree: Root) => {
    for (const parent of parentsOf(tree, HAS_ADDRESS)) step(parent as Root);
    return undefined;
  });
  return { ...extension, transforms: steps };
}

const HAS_ADDRESS = /@|https?:\/\/|www\./i;

/** Lists the nodes, outside of links, with a text that matches. */
function parentsOf(tree: Root, pattern: RegExp): Nodes[] {
  const found: Nodes[] = [];
  const walk = (node: Nodes): void => {
    if (!('children' in node) || node.type === 'link' || node.type === 'linkReference') return;
    if (node.children.some((child) => child.type === 'text' && pattern.test(child.value))) found.push(node);
    for (const child of node.children) walk(child);
  };
  walk(tree);
  return found;
}
