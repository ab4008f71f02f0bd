// Micromark syntax of CriticMarkup: `{++added++}`, `{--deleted--}`, `{~~old~>new~~}`, `{==marked==}`, `{>>comment<<}`. An extension out.
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, Token, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    critic: 'critic';
    criticMarker: 'criticMarker';
    criticText: 'criticText';
  }
}

/** Signs that open a mark behind its brace, and those that close it. */
const CLOSING: Readonly<Record<string, string>> = { '+': '++}', '-': '--}', '=': '==}', '~': '~~}', '>': '<<}' };
/** What stands between the old and the new text of a replacement. */
const BETWEEN = '~>';
const OPENING_BRACE = 123;

/** Makes the extension. Other inline syntax can stand in the marks. */
export function critic(): Extension {
  return { text: { [OPENING_BRACE]: markup(new WeakMap()) } };
}

/** Marks that were looked for and do not close any more, by text: nobody looks twice. */
type Unclosed = WeakMap<TokenizeContext, Set<string>>;

function markup(unclosed: Unclosed): Construct {
  return {
    name: 'critic',
    tokenize(effects, ok, nok) {
      const never = unclosed.get(this) ?? new Set();
      unclosed.set(this, never);
      let sign = '';
      let size = 0;
      let between = false;
      let previous: Token | undefined;

      return (code) => {
        effects.enter('critic');
        effects.enter('criticMarker');
        effects.consume(code);
        return opening;
      };

      function opening(code: Code): State | undefined {
        const found = code === null || code < 0 ? '' : String.fromCharCode(code);
        if (size === 0) sign = found;
        if (found !== sign || !Object.hasOwn(CLOSING, sign) || never.has(sign)) return nok(code);
        effects.consume(code);
        if (++size < 2) return opening;
        effects.exit('criticMarker');
        return start;
      }

      function start(code: Code): State | undefined {
        const closing: State = effects.attempt(marker(CLOSING[sign] ?? ''), done, separator);
        return closing(code);
      }

      function separator(code: Code): State | undefined {
        return sign === '~' && !between ? effects.attempt(marker(BETWEEN), half, text)(code) : text(code);
      }

      function half(code: Code): State | undefined {
        between = true;
        return start(code);
      }

      function text(code: Code): State | undefined {
        previous = undefined;
        effects.enter('criticText');
        return line(code);
      }

      /** Each line is a token of its own, linked to the one above. */
      function line(code: Code): State | undefined {
        const token = effects.enter('chunkText', { contentType: 'text', previous });
        if (previous !== undefined) previous.next = token;
        previous = token;
        return inLine(code);
      }

      function inLine(code: Code): State | undefined {
        if (code === null) return unfinished(code);
        if (code === CLOSING[sign]?.charCodeAt(0)) return isEnd(endOfLine, consume)(code);
        if (!markdownLineEnding(code)) return consume(code);
        effects.consume(code);
        effects.exit('chunkText');
        return (next) => (next === null ? unfinished(next) : isEnd(endOfText, line)(next));
      }

      function consume(code: Code): State | undefined {
        effects.consume(code);
        return inLine;
      }

      /** Looks for what ends the text. */
      function isEnd(ends: State, goesOn: State): State {
        return effects.check(
          marker(CLOSING[sign] ?? ''),
          ends,
          sign === '~' && !between ? effects.check(marker(BETWEEN), ends, goesOn) : goesOn,
        );
      }

      function unfinished(code: Code): State | undefined {
        never.add(sign);
        return nok(code);
      }

      function endOfLine(code: Code): State | undefined {
        effects.exit('chunkText');
        return endOfText(code);
      }

      function endOfText(code: Code): State | undefined {
        effects.exit('criticText');
        return start(code);
      }

      function done(code: Code): State | undefined {
        effects.exit('critic');
        return sign === '~' && !between ? nok(code) : ok(code);
      }
    },
  };
}

/** Matches a fixed text. */
function marker(text: string): Construct {
  return {
    partial: true,
    tokenize(effects: Effects, ok: State, nok: State) {
      let index = 0;
      return (code) => {
        effects.enter('criticMarker');
        return next(code);
      };
      function next(code: Code): State | undefined {
        if (code !== text.charCodeAt(index)) return nok(code);
        effects.consume(code);
        if (++index < text.length) return next;
        effects.exit('criticMarker');
        return ok;
      }
    },
  };
}
