// Micromark syntax of formulas, as arithmatex has it: `$x$`, `\(x\)`, `$$x$$`, `\[x\]`, `\begin{align}…\end{align}`. An extension out.
import { factorySpace } from 'micromark-factory-space';
import { asciiDigit, markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, Point, State, TokenizeContext } from 'micromark-util-types';
import { NON_LAZY_LINE } from './document-lines.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText';
    mathFlow: 'mathFlow';
    mathData: 'mathData';
  }
}

const [DOLLAR, BACKSLASH, GRAVE, OPENING_PARENTHESIS, OPENING_BRACKET] = [36, 92, 96, 40, 91];
/** What closes `\(` and `\[`: the character behind the backslash. */
const CLOSING = new Map<Code, Code>([
  [OPENING_PARENTHESIS, 41],
  [OPENING_BRACKET, 93],
]);

/** Makes the extension. Dollars in prose stay: inside of the first and the last stands no space, and behind the last no digit. */
export function math(): Extension {
  const brackets = inBrackets(new WeakMap());
  return { text: { [DOLLAR]: IN_DOLLARS, [BACKSLASH]: brackets }, flow: { [DOLLAR]: LINES, [BACKSLASH]: LINES } };
}

/** Makes a state that reads a line end in a token of its own, as the parser wants it, and goes on with the data behind it. */
function lineEnd(effects: Effects, next: State): State {
  return (code) => {
    effects.exit('mathData');
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return (after) => {
      effects.enter('mathData');
      return next(after);
    };
  };
}

const IN_DOLLARS: Construct = {
  name: 'mathText',
  previous: (code) => code !== DOLLAR && code !== BACKSLASH,
  tokenize(effects, ok, nok) {
    let double = false;
    let empty = true;
    let before: Code = null;

    return (code) => {
      effects.enter('mathText');
      effects.enter('mathData');
      effects.consume(code);
      return opening;
    };

    function opening(code: Code): State | undefined {
      if (code !== DOLLAR) return code === null || markdownLineEndingOrSpace(code) ? nok(code) : inside(code);
      double = true;
      effects.consume(code);
      return (next) => (next === DOLLAR ? nok(next) : inside(next));
    }

    function inside(code: Code): State | undefined {
      // Code in a line comes before formulas.
      if (code === null || (code === GRAVE && !double)) return nok(code);
      if (code === DOLLAR && before !== BACKSLASH) return closing(code);
      empty = false;
      before = before === BACKSLASH ? null : code;
      if (markdownLineEnding(code)) return lineEnd(effects, inside)(code);
      effects.consume(code);
      return inside;
    }

    function closing(code: Code): State | undefined {
      if (!double && (empty || markdownLineEndingOrSpace(before))) return nok(code);
      effects.consume(code);
      return double ? second : (next) => (asciiDigit(next) ? nok(next) : end(next));
    }

    function second(code: Code): State | undefined {
      if (code !== DOLLAR) return nok(code);
      effects.consume(code);
      return end;
    }

    function end(code: Code): State | undefined {
      effects.exit('mathData');
      effects.exit('mathText');
      return ok(code);
    }
  },
};

/** Brackets that were looked for and do not close any more, by text. */
type Unclosed = WeakMap<TokenizeContext, Set<Code>>;

function inBrackets(unclosed: Unclosed): Construct {
  return {
    name: 'mathText',
    tokenize(effects, ok, nok) {
      const never = unclosed.get(this) ?? new Set();
      unclosed.set(this, never);
      let opened: Code = null;

      return (code) => {
        effects.enter('mathText');
        effects.enter('mathData');
        effects.consume(code);
        return opening;
      };

      function opening(code: Code): State | undefined {
        if (!CLOSING.has(code) || never.has(code)) return nok(code);
        opened = code;
        effects.consume(code);
        return inside;
      }

      function inside(code: Code): State | undefined {
        if (code === null) never.add(opened);
        if (code === null) return nok(code);
        if (markdownLineEnding(code)) return lineEnd(effects, inside)(code);
        effects.consume(code);
        return code === BACKSLASH ? behindBackslash : inside;
      }

      function behindBackslash(code: Code): State | undefined {
        if (code !== CLOSING.get(opened)) return inside(code);
        effects.consume(code);
        effects.exit('mathData');
        effects.exit('mathText');
        return ok;
      }
    },
  };
}

const OPENING_LINE = /^(?:\$\$(?!\$)|\\\[|\\begin\{([a-z]+\*?)\})/;

/**
 * Formulas in lines of their own, up to a line that ends with what closes them. Lines cannot be given back once they are read, so a formula
 * that an empty line breaks off is matched too: `isClosed` tells.
 */
const LINES: Construct = {
  name: 'mathFlow',
  concrete: true,
  tokenize(effects, ok, nok) {
    const now = this.now.bind(this);
    const sliceSerialize = this.sliceSerialize.bind(this);
    let from: Point = now();
    let closing = '';

    return (code) => {
      effects.enter('mathFlow');
      effects.enter('mathData');
      return inLine(code);
    };

    function inLine(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return endOfLine(code);
      effects.consume(code);
      return inLine;
    }

    function endOfLine(code: Code): State | undefined {
      const line = sliceSerialize({ start: from, end: now() }).trimEnd();
      if (closing === '') {
        const opening = OPENING_LINE.exec(line);
        if (opening === null) return nok(code);
        closing = closingOf(opening);
        const at = line.indexOf(closing, opening[0].length);
        if (at >= 0) return at + closing.length === line.length ? end(code) : nok(code);
      } else if (line.endsWith(closing)) return end(code);
      return effects.check(FILLED_LINE, nextLine, end)(code);
    }

    function nextLine(code: Code): State | undefined {
      return lineEnd(effects, (next) => {
        from = now();
        return inLine(next);
      })(code);
    }

    function end(code: Code): State | undefined {
      effects.exit('mathData');
      effects.exit('mathFlow');
      return ok(code);
    }
  },
};

function closingOf([opening, environment]: RegExpExecArray): string {
  if (environment !== undefined) return `\\end{${environment}}`;
  return opening === '$$' ? '$$' : '\\]';
}

/** Says whether lines that were read as a formula are one. */
export function isClosed(source: string): boolean {
  const opening = OPENING_LINE.exec(source);
  return opening !== null && source.trimEnd().slice(opening[0].length).endsWith(closingOf(opening));
}

/** Matches a line end behind which the text goes on in the same container with a line that holds something. */
const FILLED_LINE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return effects.attempt(
      NON_LAZY_LINE,
      factorySpace(effects, (code) => (code === null || markdownLineEnding(code) ? nok(code) : ok(code)), 'whitespace'),
      nok,
    );
  },
};
