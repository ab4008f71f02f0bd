// CriticMarkup: what was added, deleted, replaced, marked and remarked in a text becomes `<ins>`, `<del>`, `<mark>` and a quiet comment.
import type { Parent, PhrasingContent } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Handler } from 'mdast-util-to-hast';
import type { Processor } from 'unified';
import { critic } from './syntax/critic.ts';

/** One mark of an editor. */
export interface Critic extends Parent {
  type: 'critic';
  /** The sign behind the brace. */
  sign: string;
  children: CriticText[];
}

/** What stands in a mark; a replacement has the old and the new text. */
export interface CriticText extends Parent {
  type: 'criticText';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    critic: Critic;
  }
  interface RootContentMap {
    critic: Critic;
    criticText: CriticText;
  }
}

/** The elements of each sign, one for each text in it. */
const ELEMENTS: Readonly<Record<string, readonly { readonly tagName: string; readonly className: string[] }[]>> = {
  '+': [{ tagName: 'ins', className: ['critic'] }],
  '-': [{ tagName: 'del', className: ['critic'] }],
  '=': [{ tagName: 'mark', className: ['critic'] }],
  '>': [{ tagName: 'span', className: ['critic', 'comment'] }],
  '~': [
    { tagName: 'del', className: ['critic'] },
    { tagName: 'ins', className: ['critic'] },
  ],
};

/** Adds CriticMarkup to a parser. */
export function remarkCritic(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(critic());
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
}

const FROM_MARKDOWN: FromMarkdown = {
  canContainEols: ['criticText'],
  enter: {
    critic(token) {
      this.enter({ type: 'critic', sign: this.sliceSerialize(token).charAt(1), children: [] }, token);
    },
    criticText(token) {
      this.enter({ type: 'criticText', children: [] }, token);
    },
  },
  exit: {
    criticText(token) {
      this.exit(token);
    },
    critic(token) {
      this.exit(token);
    },
  },
};

/** Turns the nodes into HTML; passed to remark-rehype. */
export const criticHandlers: Readonly<Record<string, Handler>> = {
  critic(state, { sign, children }: Critic) {
    const elements = ELEMENTS[sign] ?? [];
    return children.flatMap((text, index) => {
      const { tagName, className } = elements[Math.min(index, elements.length - 1)] ?? { tagName: 'span', className: [] };
      return { type: 'element' as const, tagName, properties: { className: [...className] }, children: state.all(text) };
    });
  },
};
