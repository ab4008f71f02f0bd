// Micromark syntax of HTML elements that hold Markdown: `<div markdown>` and the lines up to its `</div>`. An extension out.
import { factorySpace } from 'micromark-factory-space';
import { asciiAlpha, asciiAlphanumeric, markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Extension, State } from 'micromark-util-types';
import { type BlockDepths, documentLines, mayNest } from './document-lines.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    markdownHtml: 'markdownHtml';
    markdownHtmlOpening: 'markdownHtmlOpening';
    markdownHtmlText: 'markdownHtmlText';
    markdownHtmlClosing: 'markdownHtmlClosing';
  }
}

const [LESS, GREATER, SLASH, DOUBLE_QUOTE, SINGLE_QUOTE] = [60, 62, 47, 34, 39];
const MARKDOWN = /\smarkdown(?=[\s>]|=["']?(?:1|block|span)["']?[\s>])/i;
/** Elements without content, which nothing closes, and those whose content is no Markdown. */
const NOT = new Set(
  'area base br col embed hr img input link meta source track wbr script style pre code textarea svg math template'.split(' '),
);
const INDENT = 4;

/** Makes the extension. */
export function markdownHtml(): Extension {
  return { flow: { [LESS]: element(new WeakMap()) } };
}

function element(depths: BlockDepths): Construct {
  return {
    name: 'markdownHtml',
    concrete: true,
    tokenize(effects, ok, nok) {
      const tail = this.events.at(-1);
      const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
      const sliceSerialize = this.sliceSerialize.bind(this);
      let name = '';
      let quote: Code = null;
      let depth = 0;
      const lines: State = (code) =>
        documentLines(this, effects, { closing: closing(() => (depth === 0 ? name : null)), wasLast, indent, depths }, end)(code);

      return (code) => {
        if (!mayNest(this, depths)) return nok(code);
        effects.enter('markdownHtml');
        effects.enter('markdownHtmlOpening');
        effects.consume(code);
        return nameStart;
      };

      function nameStart(code: Code): State | undefined {
        return asciiAlpha(code) ? inName(code) : nok(code);
      }

      function inName(code: Code): State | undefined {
        if (!asciiAlphanumeric(code)) return NOT.has(name) ? nok(code) : inTag(code);
        name += String.fromCharCode(code ?? 0).toLowerCase();
        effects.consume(code);
        return inName;
      }

      function inTag(code: Code): State | undefined {
        if (code === null || markdownLineEnding(code)) return nok(code);
        if (quote === null && code === GREATER) {
          effects.consume(code);
          return MARKDOWN.test(sliceSerialize(effects.exit('markdownHtmlOpening'))) ? afterTag : nok;
        }
        if (code === quote) quote = null;
        else if (quote === null && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) quote = code;
        effects.consume(code);
        return inTag;
      }

      function afterTag(code: Code): State | undefined {
        return effects.check(BLANK_REST, factorySpace(effects, lines, 'whitespace'), textStart)(code);
      }

      /** All in one line: `<p markdown>text</p>`. */
      function textStart(code: Code): State | undefined {
        effects.enter('markdownHtmlText');
        effects.enter('chunkText', { contentType: 'text' });
        return inText(code);
      }

      function inText(code: Code): State | undefined {
        if (code === null || markdownLineEnding(code)) return nok(code);
        return code === LESS
          ? effects.check(
              closing(() => name),
              endOfText,
              consumeInText,
            )(code)
          : consumeInText(code);
      }

      function consumeInText(code: Code): State | undefined {
        effects.consume(code);
        return inText;
      }

      function endOfText(code: Code): State | undefined {
        effects.exit('chunkText');
        effects.exit('markdownHtmlText');
        return effects.attempt(
          closing(() => name),
          end,
          nok,
        )(code);
      }

      /** Elements of the same name in the content have closing tags too; one that stands at the end of a line closes as well. */
      function wasLast(line: string): boolean {
        for (const [, slash, found = ''] of line.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
          if (found.toLowerCase() === name) depth += slash === '' ? 1 : -1;
        }
        return depth < 0;
      }

      function end(code: Code): State | undefined {
        effects.exit('markdownHtml');
        return ok(code);
      }
    },
  };
}

/** Matches the rest of a line that holds nothing. */
const BLANK_REST: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return factorySpace(effects, (code) => (code === null || markdownLineEnding(code) ? ok(code) : nok(code)), 'whitespace');
  },
};

/** Matches the closing tag of an element, at the end of its line. */
function closing(wanted: () => string | null): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const name = wanted();
      let index = 0;
      return name === null ? nok : factorySpace(effects, start, 'linePrefix', INDENT);

      function start(code: Code): State | undefined {
        if (code !== LESS) return nok(code);
        effects.enter('markdownHtmlClosing');
        effects.consume(code);
        return slash;
      }

      function slash(code: Code): State | undefined {
        if (code !== SLASH) return nok(code);
        effects.consume(code);
        return inName;
      }

      function inName(code: Code): State | undefined {
        if (name !== null && index < name.length) {
          if (code === null || code < 0 || String.fromCharCode(code).toLowerCase() !== name[index]) return nok(code);
          index++;
          effects.consume(code);
          return inName;
        }
        if (code !== GREATER) return nok(code);
        effects.consume(code);
        effects.exit('markdownHtmlClosing');
        return factorySpace(effects, (next) => (next === null || markdownLineEnding(next) ? ok(next) : nok(next)), 'whitespace');
      }
    },
  };
}
