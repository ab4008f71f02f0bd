// Micromark syntax of blocks whose content is indented by four: `!!! note "Title"`, `??? tip`, `=== "Tab"`. Rules in, an extension out.
import { blankLine } from 'micromark-core-commonmark';
import { factorySpace } from 'micromark-factory-space';
import { asciiAlphanumeric, markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, ContainerState, Effects, Extension, ParseContext, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    indentedBlock: 'indentedBlock';
    indentedBlockIndent: 'indentedBlockIndent';
    indentedBlockMarker: 'indentedBlockMarker';
    indentedBlockWords: 'indentedBlockWords';
    indentedBlockQuote: 'indentedBlockQuote';
    indentedBlockTitle: 'indentedBlockTitle';
  }
}

/** How the first line of one sort of block is written: marker, modifiers, words, title in double quotes. */
export interface IndentedBlockSyntax {
  /** Character that stands three times, e.g. `!`. */
  readonly marker: string;
  /** Characters that may follow the marker directly. */
  readonly modifiers: string;
  /** Whether words (`note inline end`) may stand before the title. */
  readonly words: boolean;
  /** Whether a title must be there; if not, words or a title must be. */
  readonly titleRequired: boolean;
}

const INDENT = 4;
const QUOTE = 34;
const DASH = 45;
const UNDERSCORE = 95;

/**
 * Makes the extension for several sorts of blocks. They are containers like block quotes and lists, so everything can stand in them and
 * they can stand in everything; a line that is not indented ends them even after a paragraph, as in Python-Markdown.
 */
export function indentedBlocks(syntaxes: readonly IndentedBlockSyntax[]): Extension {
  const ended: Ended = new WeakMap();
  return {
    document: Object.fromEntries(syntaxes.map((syntax) => [syntax.marker.charCodeAt(0), block(syntax, ended)])),
    flow: { null: endOfLaziness(ended) },
  };
}

/** Lines that ended a block, by parser: CommonMark would let such a line continue the paragraph above it. */
type Ended = WeakMap<ParseContext, Set<number>>;

interface BlockState extends ContainerState {
  indent?: number;
}

function block(syntax: IndentedBlockSyntax, ended: Ended): Construct {
  return {
    name: 'indentedBlock',
    tokenize(effects, ok, nok) {
      return firstLine(this, syntax, effects, ok, nok);
    },
    continuation: {
      tokenize(effects, ok, nok) {
        const state: BlockState = this.containerState ?? {};
        const most = INDENT + (state.indent ?? 0) + 1;
        const lineEnds = (code: Code): State | undefined => {
          const lines = ended.get(this.parser) ?? new Set();
          ended.set(this.parser, lines.add(this.now().line));
          return nok(code);
        };
        const indented: Construct = {
          partial: true,
          tokenize(inner, good, bad) {
            // What a block around this one has taken is no indent of its own.
            const before = this.events.length;
            return factorySpace(
              inner,
              (code) => (this.events.length > before && spaceBefore(this, 'indentedBlockIndent') >= INDENT ? good(code) : bad(code)),
              'indentedBlockIndent',
              most,
            );
          },
        };
        return effects.check(blankLine, factorySpace(effects, ok, 'indentedBlockIndent', most), effects.attempt(indented, ok, lineEnds));
      },
    },
    exit(effects) {
      effects.exit('indentedBlock');
    },
  };
}

function firstLine(self: TokenizeContext, syntax: IndentedBlockSyntax, effects: Effects, ok: State, nok: State): State {
  const marker = syntax.marker.charCodeAt(0);
  let size = 0;
  let words = false;

  return (code) => {
    (self.containerState as BlockState).indent = spaceBefore(self, 'linePrefix');
    // `_container` is how micromark's own containers mark themselves.
    effects.enter('indentedBlock', { _container: true });
    effects.enter('indentedBlockMarker');
    return inMarker(code);
  };

  function inMarker(code: Code): State | undefined {
    if (size < 3) {
      if (code !== marker) return nok(code);
      size++;
      effects.consume(code);
      return inMarker;
    }
    if (code !== null && code > 0 && syntax.modifiers.includes(String.fromCharCode(code))) {
      effects.consume(code);
      return inMarker;
    }
    effects.exit('indentedBlockMarker');
    // More of the marker is something else: a setext underline, say.
    if (code === marker) return nok(code);
    return factorySpace(effects, beforeWords, 'whitespace')(code);
  }

  function beforeWords(code: Code): State | undefined {
    if (!syntax.words || !isWord(code)) return beforeTitle(code);
    words = true;
    effects.enter('indentedBlockWords');
    return inWords(code);
  }

  function inWords(code: Code): State | undefined {
    if (isWord(code)) {
      effects.consume(code);
      return inWords;
    }
    effects.exit('indentedBlockWords');
    return markdownSpace(code) ? factorySpace(effects, beforeWords, 'whitespace')(code) : beforeTitle(code);
  }

  function beforeTitle(code: Code): State | undefined {
    if (code !== QUOTE) return words && !syntax.titleRequired ? end(code) : nok(code);
    effects.enter('indentedBlockQuote');
    effects.consume(code);
    effects.exit('indentedBlockQuote');
    return effects.attempt(CLOSING_QUOTE, end, titleStart);
  }

  function titleStart(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code);
    effects.enter('indentedBlockTitle');
    effects.enter('chunkText', { contentType: 'text' });
    effects.consume(code);
    return inTitle;
  }

  function inTitle(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code);
    if (code === QUOTE) return effects.check(CLOSING_QUOTE, closeTitle, consumeInTitle)(code);
    return consumeInTitle(code);
  }

  function consumeInTitle(code: Code): State | undefined {
    effects.consume(code);
    return inTitle;
  }

  function closeTitle(code: Code): State | undefined {
    effects.exit('chunkText');
    effects.exit('indentedBlockTitle');
    return effects.attempt(CLOSING_QUOTE, end, nok)(code);
  }

  function end(code: Code): State | undefined {
    return code === null || markdownLineEnding(code) ? ok(code) : nok(code);
  }
}

/** Matches a quote that closes the title: nothing but white space may follow it on its line. */
const CLOSING_QUOTE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code !== QUOTE) return nok(code);
      effects.enter('indentedBlockQuote');
      effects.consume(code);
      effects.exit('indentedBlockQuote');
      return factorySpace(effects, (next) => (next === null || markdownLineEnding(next) ? ok(next) : nok(next)), 'whitespace');
    };
  },
};

/** Stops a paragraph inside a block at a line that ended the block. It matches nothing and so only ever interrupts. */
function endOfLaziness(ended: Ended): Construct {
  return {
    tokenize(_effects, ok, nok) {
      return (code) => {
        const { line } = this.now();
        return this.interrupt === true && this.parser.lazy[line] === true && ended.get(this.parser)?.has(line) === true
          ? ok(code)
          : nok(code);
      };
    },
  };
}

function isWord(code: Code): boolean {
  return asciiAlphanumeric(code) || code === DASH || code === UNDERSCORE;
}

function spaceBefore(self: TokenizeContext, type: 'indentedBlockIndent' | 'linePrefix'): number {
  const tail = self.events.at(-1);
  return tail?.[1].type === type ? tail[2].sliceSerialize(tail[1], true).length : 0;
}
