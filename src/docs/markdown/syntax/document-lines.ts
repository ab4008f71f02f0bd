// Lines of a block that are Markdown of their own, up to a line that closes it: the part that `///` blocks and `<div markdown>` share.
import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Effects, ParseContext, State, Token, TokenizeContext } from 'micromark-util-types';

/** How deeply such blocks may be nested: the lines of each are parsed once more for every block around them. */
const MAX_DEPTH = 10;

/** Depth of the lines of each parser's text, one-based, for lines that stand in a block. */
export type BlockDepths = WeakMap<ParseContext, number[]>;

/** What is special about one sort of block. */
export interface DocumentLines {
  /** Matches the start of a line that closes the block. */
  readonly closing: Construct;
  /** Is told each line; says whether it was the last. */
  readonly wasLast?: (line: string) => boolean;
  /** White space that may stand before each line, as many as before the first. */
  readonly indent: number;
  readonly depths: BlockDepths;
}

/** Says whether one more block may start on this line. */
export function mayNest(self: TokenizeContext, depths: BlockDepths): boolean {
  return (depths.get(self.parser)?.[self.now().line] ?? 0) < MAX_DEPTH;
}

/**
 * Reads the lines of a block, from the end of its first line on. A block that is not closed goes to the end of what it stands in. The
 * construct that uses this must be `concrete`, so that no list or quote starts in its lines.
 */
export function documentLines(self: TokenizeContext, effects: Effects, lines: DocumentLines, after: State): State {
  const first = self.now().line;
  let previous: Token | undefined;

  return (code) => (code === null ? done(code) : effects.attempt(NON_LAZY_LINE, lineStart, done)(code));

  function lineStart(code: Code): State | undefined {
    return effects.attempt(
      lines.closing,
      done,
      lines.indent > 0 ? factorySpace(effects, chunkStart, 'linePrefix', lines.indent + 1) : chunkStart,
    )(code);
  }

  function chunkStart(code: Code): State | undefined {
    if (code === null) return done(code);
    if (markdownLineEnding(code)) return effects.check(NON_LAZY_LINE, chunk, done)(code);
    return chunk(code);
  }

  function chunk(code: Code): State | undefined {
    const token = effects.enter('chunkDocument', { contentType: 'document', previous });
    if (previous !== undefined) previous.next = token;
    previous = token;
    return inChunk(code);
  }

  function inChunk(code: Code): State | undefined {
    if (code === null) return endOfText(code);
    if (markdownLineEnding(code)) return effects.check(NON_LAZY_LINE, endOfLine, endOfText)(code);
    effects.consume(code);
    return inChunk;
  }

  function endOfLine(code: Code): State | undefined {
    effects.consume(code);
    return leave() ? done : lineStart;
  }

  function endOfText(code: Code): State | undefined {
    leave();
    return done(code);
  }

  /** Leaves a line, and says whether it was the last. */
  function leave(): boolean {
    const token = effects.exit('chunkDocument');
    self.parser.lazy[token.start.line] = false;
    return lines.wasLast?.(self.sliceSerialize(token)) === true;
  }

  function done(code: Code): State | undefined {
    const depths = lines.depths.get(self.parser) ?? [];
    lines.depths.set(self.parser, depths);
    const depth = (depths[first] ?? 0) + 1;
    for (let line = first; line <= self.now().line; line++) depths[line] = depth;
    return after(code);
  }
}

/** Matches a line end behind which the text goes on in the same container. */
export const NON_LAZY_LINE: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (!markdownLineEnding(code)) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (this.parser.lazy[this.now().line] === true ? nok(next) : ok(next));
    };
  },
};
