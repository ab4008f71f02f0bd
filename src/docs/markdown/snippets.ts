// Snippets: `--8<-- "file.md"` is replaced by the nodes of that file, in a block of code by its text. What is missing is said and left as written.
import type { Literal, Nodes, Parent, Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { parseText } from './parse-text.ts';
import { type PageState, type Spot, pageOf, spotOf } from './page-state.ts';
import { type SnippetReader, createSnippetReader } from './snippet-reader.ts';
import { knownDefinitions } from './syntax/known-definitions.ts';
import { snippets } from './syntax/snippet.ts';
import { eachNode } from './walk.ts';

/** Names of files whose content stands here. */
export interface Snippet extends Literal {
  type: 'snippet';
  names: string[];
}

declare module 'mdast' {
  interface RootContentMap {
    snippet: Snippet;
  }
}

/** What every page with snippets has in its source. */
const SCISSORS = '8<-';
/** A line in a block of code that is one, and one that only shows how it is written. */
const CODE_LINE = /^([ \t]*)(;?)(-+8<-+[ \t]+(?:"([^"\n]+)"|'([^'\n]+)')[ \t]*)$/gm;

/** Adds snippets to a parser, and puts files in their places. */
export function remarkSnippets(this: Processor): (tree: Root, file: VFile) => Root | undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(snippets());
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
  return (tree, file) => {
    const text = String(file.value);
    if (!text.includes(SCISSORS)) return undefined;
    const page = pageOf(file);
    const parse = (source: string, defined: readonly string[]) =>
      parseText(source, data, defined.length > 0 ? [knownDefinitions(defined)] : []);
    const own = definitionsOf(tree);
    expand(
      tree,
      createSnippetReader(page.context, () => {}),
      (source) => parse(source, own),
    );
    // Links may be defined in a file that is brought in: then the page is read once more, now that it is known which.
    const defined = definitionsOf(tree);
    const whole = defined.length > own.length ? parse(text, defined) : parse(text, []);
    expand(whole, createSnippetReader(page.context, tell(page)), (source) => parse(source, defined));
    return whole;
  };
}

const FROM_MARKDOWN: FromMarkdown = {
  enter: {
    snippet(token) {
      this.enter({ type: 'snippet', names: [], value: this.sliceSerialize(token) }, token);
    },
    snippetEscape(token) {
      this.enter({ type: 'paragraph', children: [plain(this.sliceSerialize(token))] }, token);
    },
  },
  exit: {
    snippetName(token) {
      const node = this.stack.at(-1);
      if (node?.type === 'snippet') node.names.push(this.sliceSerialize(token).trim());
    },
    snippetEscape(token) {
      this.exit(token);
    },
    snippet(token) {
      this.exit(token);
    },
  },
};

/** A text in which nothing is replaced. */
function plain(value: string): Nodes & { type: 'text' } {
  return { type: 'text', value, data: { escaped: [...value].map((_, index) => index) } };
}

function tell({ findings }: PageState): (message: string, spot: Spot | undefined) => void {
  return (message, spot) => findings.push({ rule: 'docs/missing-snippet', message, spot });
}

function definitionsOf(tree: Root): string[] {
  const identifiers: string[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'definition') identifiers.push(normalizeIdentifier(node.label ?? node.identifier));
  });
  return identifiers;
}

function expand(parent: Parent, reader: SnippetReader, parse: (text: string) => Root): void {
  parent.children = parent.children.flatMap((child): Parent['children'] => {
    if (child.type === 'code') child.value = expandCode(child.value, reader, spotOf(child));
    if (child.type === 'snippet') return child.names.flatMap((name) => nodesOf(name, child, reader, parse));
    if ('children' in child) expand(child, reader, parse);
    return [child];
  });
}

function nodesOf(name: string, { value, position }: Snippet, reader: SnippetReader, parse: (text: string) => Root): Parent['children'] {
  // Names behind a semicolon are taken out for the time being.
  if (name.startsWith(';')) return [];
  const inside = reader.open(name, spotOf({ position }));
  if (inside === null) return [{ type: 'paragraph', children: [plain(value)], position }];
  const tree = parse(inside.text);
  // Problems in the file are told where it is brought in: nothing else is known of this page.
  eachNode(tree, (node) => {
    node.position = position;
  });
  expand(tree, inside.reader, parse);
  return tree.children;
}

function expandCode(code: string, reader: SnippetReader, spot: Spot | undefined): string {
  if (!code.includes(SCISSORS)) return code;
  return code.replace(CODE_LINE, (line: string, indent: string, escape: string, marker: string, double?: string, single?: string) => {
    if (escape !== '') return indent + marker;
    const inside = reader.open(double ?? single ?? '', spot);
    return inside === null ? line : expandCode(inside.text, inside.reader, spot).replace(/^(?=.)/gm, indent);
  });
}
