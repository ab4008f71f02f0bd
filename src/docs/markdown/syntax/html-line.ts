// Micromark syntax of raw HTML that Python-Markdown takes for part of the text, where CommonMark would leave everything as it is down to the
// next empty line: comments, inline elements at the start of a line, and rules. Nothing in, an extension out.
import { content } from 'micromark-core-commonmark';
import { factorySpace } from 'micromark-factory-space';
import { asciiAlphanumeric, markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { wordList } from '../../word-list.ts';

/** Elements that can start a paragraph. */
const INLINE = new Set(
  wordList('a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'),
);
const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const DASH = 45;

/** Makes the extension. */
export function htmlLines(): Extension {
  return { flow: { [LESS_THAN]: [COMMENT_LINE, RULE_LINE, INLINE_START] } };
}

/** A comment that is alone on its line is a paragraph of one line, so that it can be the term of a definition list. */
const COMMENT_LINE: Construct = {
  name: 'commentLine',
  tokenize(effects, ok, nok) {
    return effects.check(wholeLine(comment), oneLine(effects, 'paragraph', ok), nok);
  },
};

/** A rule ends where its tag does. */
const RULE_LINE: Construct = {
  name: 'ruleLine',
  concrete: true,
  tokenize(effects, ok, nok) {
    return effects.check(wholeLine(rule), oneLine(effects, 'htmlFlow', ok), nok);
  },
};

/** Text that starts with a comment or an inline element is a paragraph like any other. */
const INLINE_START: Construct = {
  name: 'inlineStart',
  ...(content.resolve !== undefined && { resolve: content.resolve }),
  tokenize(effects, ok, nok) {
    const start = content.tokenize.call(this, effects, ok, nok);
    const withoutTag = effects.check({ partial: true, tokenize: comment }, start, nok);
    // A paragraph goes on with such a line anyway.
    return effects.check({ partial: true, tokenize: inlineTag }, this.interrupt === true ? nok : start, withoutTag);
  },
};

function wholeLine(start: Construct['tokenize']): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const end = factorySpace(effects, (code) => (isEnd(code) ? ok(code) : nok(code)), 'whitespace');
      return effects.attempt({ partial: true, tokenize: start }, end, nok);
    },
  };
}

function oneLine(effects: Effects, type: 'paragraph' | 'htmlFlow', ok: State): State {
  const inner = type === 'paragraph' ? 'chunkText' : 'htmlFlowData';
  return (code) => {
    effects.enter(type);
    effects.enter(inner, type === 'paragraph' ? { contentType: 'text' } : undefined);
    return inside(code);
  };
  function inside(code: Code): State | undefined {
    if (isEnd(code)) {
      effects.exit(inner);
      effects.exit(type);
      return ok(code);
    }
    effects.consume(code);
    return inside;
  }
}

/** `<!-- … -->` on one line. */
function comment(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let seen = '';
  return (code) => {
    effects.enter('htmlFlowData');
    return inside(code);
  };
  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code);
    effects.consume(code);
    // Only how it starts and how it ends matters.
    const character = code < 0 ? ' ' : String.fromCharCode(code);
    seen = seen.length < 4 ? seen + character : `<!--${seen.slice(4).slice(-2)}${character}`;
    if (!'<!--'.startsWith(seen.slice(0, 4))) return nok;
    if (seen !== '<!---->') return inside;
    effects.exit('htmlFlowData');
    return ok;
  }
}

/** `<hr>`, perhaps with attributes. */
function rule(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return tag(effects, (name) => name === 'hr', skipToEnd, nok);
  function skipToEnd(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code);
    effects.consume(code);
    if (code !== GREATER_THAN) return skipToEnd;
    effects.exit('htmlFlowData');
    return ok;
  }
}

/** The start of the tag of an inline element. */
function inlineTag(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return tag(effects, (name) => INLINE.has(name), done, nok);
  function done(code: Code): State | undefined {
    effects.exit('htmlFlowData');
    return ok(code);
  }
}

function tag(effects: Effects, wanted: (name: string) => boolean, found: State, nok: State): State {
  let name = '';
  return (code) => {
    effects.enter('htmlFlowData');
    effects.consume(code);
    return afterStart;
  };
  function afterStart(code: Code): State | undefined {
    if (code !== SLASH) return inName(code);
    effects.consume(code);
    return inName;
  }
  function inName(code: Code): State | undefined {
    if (asciiAlphanumeric(code) || code === DASH) {
      name += String.fromCharCode(code ?? 0);
      effects.consume(code);
      return name.length > 10 ? nok : inName;
    }
    return wanted(name.toLowerCase()) ? found(code) : nok(code);
  }
}

function isEnd(code: Code): boolean {
  return code === null || markdownLineEnding(code);
}
