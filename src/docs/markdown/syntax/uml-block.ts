// Micromark syntax of PlantUML's own blocks, as plantuml_markdown has it: `::uml:: alt="…"`, the source, `::end-uml::`. An extension out.
import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Extension, State } from 'micromark-util-types';
import { NON_LAZY_LINE } from './document-lines.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    umlBlock: 'umlBlock';
    umlBlockFence: 'umlBlockFence';
    umlBlockInfo: 'umlBlockInfo';
    umlBlockLine: 'umlBlockLine';
  }
}

const COLON = 58;
const [OPENING, CLOSING] = ['::uml::', '::end-uml::'];

/** Makes the extension. */
export function umlBlocks(): Extension {
  return { flow: { [COLON]: BLOCK } };
}

/** Lines cannot be given back once they are read: as with code between fences, a block without end goes to the end of what it stands in. */
const BLOCK: Construct = {
  name: 'umlBlock',
  concrete: true,
  tokenize(effects, ok, nok) {
    const sliceSerialize = this.sliceSerialize.bind(this);
    let closed = false;

    return (code) => {
      effects.enter('umlBlock');
      effects.enter('umlBlockFence');
      return word(OPENING, (next) => factorySpace(effects, infoStart, 'whitespace')(next))(code);
    };

    /** Reads the characters of a word one after the other. */
    function word(rest: string, then: State): State {
      return (code) => {
        if (code !== rest.charCodeAt(0)) return nok(code);
        effects.consume(code);
        if (rest.length > 1) return word(rest.slice(1), then);
        return (next) => {
          effects.exit('umlBlockFence');
          return then(next);
        };
      };
    }

    function infoStart(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return lineEnd(code);
      effects.enter('umlBlockInfo');
      return inInfo(code);
    }

    function inInfo(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('umlBlockInfo');
        return lineEnd(code);
      }
      effects.consume(code);
      return inInfo;
    }

    function lineEnd(code: Code): State | undefined {
      if (code === null || closed) return end(code);
      return effects.attempt(NON_LAZY_LINE, lineStart, end)(code);
    }

    function lineStart(code: Code): State | undefined {
      // There are no empty tokens.
      if (code === null || markdownLineEnding(code)) return lineEnd(code);
      effects.enter('umlBlockLine');
      return inLine(code);
    }

    function inLine(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        closed = sliceSerialize(effects.exit('umlBlockLine')).trim() === CLOSING;
        return lineEnd(code);
      }
      effects.consume(code);
      return inLine;
    }

    function end(code: Code): State | undefined {
      effects.exit('umlBlock');
      return ok(code);
    }
  },
};
