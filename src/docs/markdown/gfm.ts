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
  const lines: KnownLines = { delimiters: new Set(), links: new Set() };
  (data.onText ??= []).push((text) => look(text, lines));
  data.micromarkExtensions = data.micromarkExtensions?.map((extension) => sparing(extension, lines)) ?? [];
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(sparingSteps) ?? [];
}

/** Numbers of lines of the text that is being parsed, one-based. */
interface KnownLines {
  delimiters: ReadonlySet<number>;
  links: ReadonlySet<number>;
}

function look(text: string, known: KnownLines): void {
  const lines = text.split(/\r\n|\r|\n/);
  const near = (pattern: RegExp) => new Set(lines.flatMap((line, index) => (pattern.test(line) ? [index + 1] : [])));
  known.delimiters = near(DELIMITER_ROW);
  known.links = near(BARE_LINK);
}

function sparing({ text = {}, flow = {}, ...extension }: Extension, lines: KnownLines): Extension {
  return {
    ...extension,
    flow: changed(flow, (construct) => (construct.name === 'table' ? tableBefore(construct, lines) : construct)),
    text: changed(text, (construct) => {
      if (construct.name === 'emailAutolink') return null;
      return construct.name === 'wwwAutolink' || construct.name === 'protocolAutolink' ? linkOn(construct, lines) : construct;
    }),
  };
}

/** The row below the head of a table, with the marks of lists and quotes before it: at least all lines that can be one. */
const DELIMITER_ROW = /^(?=[^-]*-)[\s>*+\d.)|:-]*$/;
const BARE_LINK = /https?:\/\/|www\./i;

function changed(record: ConstructRecord, change: (construct: Construct) => Construct | null): ConstructRecord {
  const all = Object.entries(record) as [string, Construct | Construct[] | undefined][];
  const kept = all.map(([code, some]) => [code, [some ?? []].flat().flatMap((construct) => change(construct) ?? [])] as const);
  return Object.fromEntries(kept.filter(([, constructs]) => constructs.length > 0));
}

/** A table is looked for above a delimiter row, and below its own head. */
function tableBefore(construct: Construct, lines: KnownLines): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const start = construct.tokenize.call(this, effects, ok, nok);
    return (code) => (lines.delimiters.has(this.now().line + 1) || isInTable(this) ? start(code) : nok(code));
  };
  return { ...construct, tokenize };
}

function isInTable({ events }: TokenizeContext): boolean {
  const last: string | undefined = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix')?.[1].type;
  return last === 'tableHead' || last === 'tableRow';
}

function linkOn(construct: Construct, lines: KnownLines): Construct {
  const previous: Previous = function (code) {
    return construct.previous?.call(this, code) !== false && lines.links.has(this.now().line);
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
