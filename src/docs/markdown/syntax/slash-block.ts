// Micromark syntax of PyMdown's blocks: `/// type | argument`, indented options below it, Markdown, `///`. Names of types in, an extension out.
import { factorySpace } from 'micromark-factory-space';
import { asciiAlpha, asciiAlphanumeric, markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Extension, State } from 'micromark-util-types';
import { type BlockDepths, NON_LAZY_LINE, documentLines, mayNest } from './document-lines.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    slashBlock: 'slashBlock';
    slashBlockFence: 'slashBlockFence';
    slashBlockType: 'slashBlockType';
    slashBlockArgument: 'slashBlockArgument';
    slashBlockOption: 'slashBlockOption';
  }
}

const [SLASH, PIPE, DASH] = [47, 124, 45];
const OPTION_INDENT = 4;

/** Makes the extension for the types of blocks that are known; anything else behind `///` is text. */
export function slashBlocks(types: ReadonlySet<string>): Extension {
  return { flow: { [SLASH]: block(types, new WeakMap()) } };
}

function block(types: ReadonlySet<string>, depths: BlockDepths): Construct {
  return {
    name: 'slashBlock',
    concrete: true,
    tokenize(effects, ok, nok) {
      const tail = this.events.at(-1);
      const indent = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
      const sliceSerialize = this.sliceSerialize.bind(this);
      let size = 0;
      const content: State = (code) => documentLines(this, effects, { closing: closing(size), indent, depths }, end)(code);

      return (code) => {
        if (!mayNest(this, depths)) return nok(code);
        effects.enter('slashBlock');
        effects.enter('slashBlockFence');
        return inFence(code);
      };

      function inFence(code: Code): State | undefined {
        if (code === SLASH) {
          size++;
          effects.consume(code);
          return inFence;
        }
        effects.exit('slashBlockFence');
        return size < 3 ? nok(code) : factorySpace(effects, typeStart, 'whitespace')(code);
      }

      function typeStart(code: Code): State | undefined {
        if (!asciiAlpha(code)) return nok(code);
        effects.enter('slashBlockType');
        return inType(code);
      }

      function inType(code: Code): State | undefined {
        if (asciiAlphanumeric(code) || code === DASH) {
          effects.consume(code);
          return inType;
        }
        const type = effects.exit('slashBlockType');
        return types.has(sliceSerialize(type)) ? factorySpace(effects, afterType, 'whitespace')(code) : nok(code);
      }

      function afterType(code: Code): State | undefined {
        if (code !== PIPE) return endOfFirstLine(code);
        effects.enter('slashBlockFence');
        effects.consume(code);
        effects.exit('slashBlockFence');
        return factorySpace(effects, argumentStart, 'whitespace');
      }

      function argumentStart(code: Code): State | undefined {
        if (code === null || markdownLineEnding(code)) return endOfFirstLine(code);
        effects.enter('slashBlockArgument');
        effects.enter('chunkText', { contentType: 'text' });
        return inArgument(code);
      }

      function inArgument(code: Code): State | undefined {
        if (code === null || markdownLineEnding(code)) {
          effects.exit('chunkText');
          effects.exit('slashBlockArgument');
          return endOfFirstLine(code);
        }
        effects.consume(code);
        return inArgument;
      }

      function endOfFirstLine(code: Code): State | undefined {
        if (code !== null && !markdownLineEnding(code)) return nok(code);
        return effects.attempt(OPTION, endOfFirstLine, content)(code);
      }

      function end(code: Code): State | undefined {
        effects.exit('slashBlock');
        return ok(code);
      }
    },
  };
}

/** Matches one line of options: indented, directly below the first line. */
const OPTION: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const sliceSerialize = this.sliceSerialize.bind(this);
    return effects.attempt(NON_LAZY_LINE, (code) => (markdownSpace(code) ? start(code) : nok(code)), nok);

    function start(code: Code): State | undefined {
      effects.enter('slashBlockOption');
      return inOption(code);
    }

    function inOption(code: Code): State | undefined {
      if (code !== null && !markdownLineEnding(code)) {
        effects.consume(code);
        return inOption;
      }
      const line = sliceSerialize(effects.exit('slashBlockOption'), true);
      return line.trim() !== '' && line.search(/\S/) >= OPTION_INDENT ? ok(code) : nok(code);
    }
  },
};

/** Matches a line of exactly as many slashes as the block began with. */
function closing(size: number): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let found = 0;
      return factorySpace(effects, start, 'linePrefix', OPTION_INDENT);

      function start(code: Code): State | undefined {
        if (code !== SLASH) return nok(code);
        effects.enter('slashBlockFence');
        return inFence(code);
      }

      function inFence(code: Code): State | undefined {
        if (code === SLASH) {
          found++;
          effects.consume(code);
          return inFence;
        }
        effects.exit('slashBlockFence');
        return found === size ? factorySpace(effects, end, 'whitespace')(code) : nok(code);
      }

      function end(code: Code): State | undefined {
        return code === null || markdownLineEnding(code) ? ok(code) : nok(code);
      }
    },
  };
}
