// Abbreviations: `*[HTML]: Hyper Text Markup Language` anywhere on a page says what HTML means wherever it stands in a text.
import type { Literal, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { htmlNode } from './html-node.ts';
import { abbreviations } from './syntax/abbreviation.ts';
import { eachNode } from './walk.ts';

/** What an abbreviation means. */
export interface Abbreviation extends Literal {
  type: 'abbreviation';
  label: string;
}

declare module 'mdast' {
  interface RootContentMap {
    abbreviation: Abbreviation;
  }
}

/** More on one page are not looked for. */
const MAX_ABBREVIATIONS = 500;

/** Adds definitions of abbreviations to a parser, and explains abbreviations where they stand. */
export function remarkAbbreviations(this: Processor): (tree: Root) => void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(abbreviations());
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
  return (tree) => {
    const titles = takeDefinitions(tree);
    if (titles.size > 0) explain(tree, titles, anyOf([...titles.keys()]));
  };
}

const FROM_MARKDOWN: FromMarkdown = {
  enter: {
    abbreviation(token) {
      this.enter({ type: 'abbreviation', label: '', value: '' }, token);
    },
  },
  exit: {
    abbreviationLabel(token) {
      const node = this.stack.at(-1);
      if (node?.type === 'abbreviation') node.label = this.sliceSerialize(token).trim();
    },
    abbreviationTitle(token) {
      const node = this.stack.at(-1);
      if (node?.type === 'abbreviation') node.value = this.sliceSerialize(token).trim();
    },
    abbreviation(token) {
      this.exit(token);
    },
  },
};

function takeDefinitions(tree: Root): Map<string, string> {
  const titles = new Map<string, string>();
  eachNode(tree, (node, index, parent) => {
    if (node.type !== 'abbreviation') return undefined;
    if (titles.size < MAX_ABBREVIATIONS) titles.set(node.label, node.value);
    parent.children.splice(index, 1);
    return 'removed';
  });
  return titles;
}

/** The longest comes first, where one starts with another. */
function anyOf(labels: readonly string[]): RegExp {
  const sorted = labels.toSorted((a, b) => b.length - a.length).map((label) => RegExp.escape(label));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sorted.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}

function explain(parent: Parent, titles: ReadonlyMap<string, string>, pattern: RegExp): void {
  parent.children = parent.children.flatMap((child): Parent['children'] => {
    if (child.type === 'text') return split(child, titles, pattern);
    if ('children' in child) explain(child, titles, pattern);
    return [child];
  });
}

function split(text: Text, titles: ReadonlyMap<string, string>, pattern: RegExp): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let done = 0;
  for (const { 0: label, index } of text.value.matchAll(pattern)) {
    if (index > done) parts.push({ type: 'text', value: text.value.slice(done, index) });
    parts.push(htmlNode('abbr', { title: titles.get(label) ?? '' }, [{ type: 'text', value: label }]));
    done = index + label.length;
  }
  if (done === 0) return [text];
  if (done < text.value.length) parts.push({ type: 'text', value: text.value.slice(done) });
  return parts;
}
