// TeX in, MathML without styles, links and scripts out.
import { createRequire } from 'node:module';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type katexOf from 'katex';
import { wordList } from '../word-list.ts';

/** Elements and attributes of MathML that draw; everything else goes. */
const SCHEMA: Schema = {
  tagNames: wordList(
    'math semantics mrow mi mn mo ms mtext mspace mstyle mpadded mphantom menclose merror annotation',
    'mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts none',
    'mtable mtr mtd mlabeledtr mglyph',
  ),
  attributes: {
    '*': wordList(
      'xmlns display displaystyle scriptlevel mathvariant mathcolor mathbackground mathsize encoding',
      'width height depth lspace rspace voffset stretchy fence separator symmetric minsize maxsize largeop movablelimits accent accentunder',
      'linethickness notation rowspacing columnspacing columnalign rowalign columnlines rowlines side rowspan columnspan',
    ),
  },
  strip: ['script', 'style'],
  protocols: {},
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
};

const MAX_TEX = 10_000;

/** Draws a formula, or says why it cannot be drawn. KaTeX is loaded with the first one; its macros are bounded. */
export function renderTex(tex: string, display: boolean): { readonly html: string } | { readonly error: string } {
  if (tex.length > MAX_TEX) return { error: 'it is too long' };
  const katex = createRequire(import.meta.url)('katex') as typeof katexOf;
  try {
    const html = katex.renderToString(tex, {
      output: 'mathml',
      displayMode: display,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 1_000,
    });
    return { html: toHtml(sanitize(fromHtml(html, { fragment: true }), SCHEMA)) };
  } catch (error) {
    return { error: error instanceof Error && error.name === 'ParseError' ? reasonOf(error.message) : 'it is nested too deeply' };
  }
}

/** KaTeX repeats the formula and marks the place in it with signs that combine with letters. */
function reasonOf(message: string): string {
  const reason = /^KaTeX parse error: (.*?)(?: at position \d+: [^]*| at end of input: [^]*)?$/s.exec(message)?.[1] ?? message;
  return reason.replace(/[\s.]+$/, '').slice(0, 200);
}
