// Micromark syntax of snippets: `--8<-- "file.md"` on a line, or names of files between two lines `--8<--`. An extension out.
import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Extension, State } from 'micromark-util-types';
import { NON_LAZY_LINE } from './document-lines.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    snippet: 'snippet';
    snippetMarker: 'snippetMarker';
    snippetName: 'snippetName';
    snippetEscape: 'snippetEscape';
  }
}

const [DASH, EIGHT, LESS, SEMICOLON, DOUBLE_QUOTE, SINGLE_QUOTE] = [45, 56, 60, 59, 34, 39];

const MIN_DASHES = 1;

/** Makes the extension. A semicolon in front takes the meaning away. */
export function snippets(): Extension {
  return { flow: { [DASH]: SNIPPET, [SEMICOLON]: ESCAPED } };
}

/** Matches the scissors: `-8<-`, with as many dashes as one likes. */
const MARKER: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let dashes = 0;
    return (code) => {
      effects.enter('snippetMarker');
      return before(code);
    };

    function before(code: Code): State | undefined {
      if (code === DASH) {
        dashes++;
        effects.consume(code);
        return before;
      }
      if (code !== EIGHT || dashes < MIN_DASHES) return nok(code);
      effects.consume(code);
      return less;
    }

    function less(code: Code): State | undefined {
      if (code !== LESS) return nok(code);
      dashes = 0;
      effects.consume(code);
      return behind;
    }

    function behind(code: Code): State | undefined {
      if (code === DASH) {
        dashes++;
        effects.consume(code);
        return behind;
      }
      if (dashes < MIN_DASHES) return nok(code);
      effects.exit('snippetMarker');
      return ok(code);
    }
  },
};

const SNIPPET: Construct = {
  name: 'snippet',
  tokenize(effects, ok, nok) {
    let quote: Code = null;

    return (code) => {
      effects.enter('snippet');
      return effects.attempt(MARKER, factorySpace(effects, afterMarker, 'whitespace'), nok)(code);
    };

    function afterMarker(code: Code): State | undefined {
      if (markdownLineEnding(code)) return effects.attempt(NON_LAZY_LINE, lineStart, nok)(code);
      if (code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE) return nok(code);
      quote = code;
      effects.enter('snippetMarker');
      effects.consume(code);
      effects.exit('snippetMarker');
      return nameStart;
    }

    function nameStart(code: Code): State | undefined {
      if (code === null || code === quote || markdownLineEnding(code)) return nok(code);
      effects.enter('snippetName');
      return inName(code);
    }

    function inName(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code);
      if (code !== quote) {
        effects.consume(code);
        return inName;
      }
      effects.exit('snippetName');
      effects.enter('snippetMarker');
      effects.consume(code);
      effects.exit('snippetMarker');
      return factorySpace(effects, end, 'whitespace');
    }

    /** One line of the block form: the closing marker, a name, or nothing. */
    function lineStart(code: Code): State | undefined {
      return effects.attempt(MARKER, factorySpace(effects, end, 'whitespace'), factorySpace(effects, lineName, 'whitespace'))(code);
    }

    function lineName(code: Code): State | undefined {
      if (code === null) return nok(code);
      if (markdownLineEnding(code)) return effects.attempt(NON_LAZY_LINE, lineStart, nok)(code);
      effects.enter('snippetName');
      return inLine(code);
    }

    function inLine(code: Code): State | undefined {
      if (code !== null && !markdownLineEnding(code)) {
        effects.consume(code);
        return inLine;
      }
      effects.exit('snippetName');
      return code === null ? nok(code) : effects.attempt(NON_LAZY_LINE, lineStart, nok)(code);
    }

    function end(code: Code): State | undefined {
      if (code !== null && !markdownLineEnding(code)) return nok(code);
      effects.exit('snippet');
      return ok(code);
    }
  },
};

const ESCAPED: Construct = {
  name: 'snippetEscape',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('snippetMarker');
      effects.consume(code);
      effects.exit('snippetMarker');
      return start;
    };

    function start(code: Code): State | undefined {
      return effects.check(MARKER, text, nok)(code);
    }

    function text(code: Code): State | undefined {
      effects.enter('snippetEscape');
      return inText(code);
    }

    function inText(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('snippetEscape');
        return ok(code);
      }
      effects.consume(code);
      return inText;
    }
  },
};
