// Formulas: TeX in dollars, brackets or a block of code named `math` becomes MathML, which browsers draw without styles or scripts.
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Literal } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Handler } from 'mdast-util-to-hast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { pageOf, spotOf } from './page-state.ts';
import { isClosed, math } from './syntax/math.ts';
import { renderTex } from './tex.ts';
import { eachElement } from './walk.ts';

/** A formula. */
export interface Formula extends Literal {
  type: 'formula';
  /** In a text, set apart in a text, or in lines of its own. */
  display: 'inline' | 'display' | 'block';
  /** False for lines that began like a formula and are text. */
  closed: boolean;
}

declare module 'mdast' {
  interface RootContentMap {
    formula: Formula;
  }
  interface PhrasingContentMap {
    formula: Formula;
  }
}

/** Adds formulas to a parser: only for sites that ask for them, since others have dollars in their texts. */
export function remarkMath(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(math());
  (data.fromMarkdownExtensions ??= []).push(FROM_MARKDOWN);
}

const FROM_MARKDOWN: FromMarkdown = {
  enter: {
    mathText(token) {
      const source = this.sliceSerialize(token);
      this.enter(
        { type: 'formula', display: /^(?:\$\$|\\\[)/.test(source) ? 'display' : 'inline', closed: true, value: withoutMarks(source) },
        token,
      );
    },
    mathFlow(token) {
      const source = this.sliceSerialize(token);
      const closed = isClosed(source);
      this.enter({ type: 'formula', display: 'block', closed, value: closed ? withoutMarks(source) : source }, token);
    },
  },
  exit: {
    mathText(token) {
      this.exit(token);
    },
    mathFlow(token) {
      this.exit(token);
    },
  },
};

/** `\begin{…}` and `\end{…}` are part of the formula. */
function withoutMarks(source: string): string {
  const text = source.trim();
  return (/^\$\$([^]*)\$\$$/.exec(text) ?? /^\$([^]*)\$$/.exec(text) ?? /^\\[([]([^]*)\\[)\]]$/.exec(text))?.[1]?.trim() ?? text;
}

/** Turns the nodes into HTML; passed to remark-rehype. Behind the sanitiser, formulas are drawn. */
export const mathHandlers: Readonly<Record<string, Handler>> = {
  formula(state, node: Formula) {
    if (!node.closed) return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: node.value }] };
    const code: Element = {
      type: 'element',
      tagName: 'code',
      properties: { dataMath: node.display },
      children: [{ type: 'text', value: node.value }],
    };
    state.patch(node, code);
    return code;
  },
};

/** Draws the formulas of a page. One that is not valid TeX stays as code, and is told. */
export function rehypeMath(): (tree: HtmlRoot, file: VFile) => void {
  return (tree, file) => {
    const page = pageOf(file);
    eachElement(tree, (element, index, parent) => {
      const formula = formulaOf(element, page.codes);
      if (formula === null) return undefined;
      delete formula.code.properties['dataMath'];
      const drawn = renderTex(formula.tex, formula.display !== 'inline');
      if ('html' in drawn) {
        const children: ElementContent[] = [{ type: 'raw', value: drawn.html }];
        parent.children[index] =
          formula.display === 'block'
            ? { type: 'element', tagName: 'div', properties: { className: ['formula'], tabIndex: 0 }, children }
            : { type: 'element', tagName: 'span', properties: { className: ['formula'] }, children };
      } else {
        page.findings.push({
          rule: 'docs/bad-formula',
          message: `The formula cannot be drawn: ${drawn.error}.`,
          spot: spotOf(formula.code),
        });
      }
      return 'skip';
    });
  };
}

/** Finds the TeX of `<code data-math>` and of a block of code whose language is `math`. */
function formulaOf(element: Element, codes: Codes): { readonly code: Element; readonly tex: string; readonly display: unknown } | null {
  const { dataMath } = element.properties;
  if (element.tagName === 'code' && dataMath !== undefined) {
    const [text] = element.children;
    return { code: element, tex: text?.type === 'text' ? text.value : '', display: dataMath };
  }
  const [code] = element.tagName === 'pre' ? element.children : [];
  const known = code?.type === 'element' ? codes[Number(code.properties['dataCode'] ?? Number.NaN)] : undefined;
  if (code?.type !== 'element' || known?.node.type !== 'code' || known.options.language !== 'math') return null;
  return { code: { ...code, position: known.node.position }, tex: known.node.value, display: 'block' };
}

type Codes = ReturnType<typeof pageOf>['codes'];
