// Micromark syntax of a definition of an abbreviation: `*[HTML]: Hyper Text Markup Language` on a line of its own. An extension out.
import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character';
import type { Code, Construct, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    abbreviation: 'abbreviation';
    abbreviationMarker: 'abbreviationMarker';
    abbreviationLabel: 'abbreviationLabel';
    abbreviationTitle: 'abbreviationTitle';
  }
}

const [ASTERISK, OPENING, CLOSING, COLON] = [42, 91, 93, 58];
const MAX_LABEL = 100;

/** Makes the extension. */
export function abbreviations(): Extension {
  return { flow: { [ASTERISK]: DEFINITION } };
}

const DEFINITION: Construct = {
  name: 'abbreviation',
  tokenize(effects, ok, nok) {
    let size = 0;

    return (code) => {
      effects.enter('abbreviation');
      effects.enter('abbreviationMarker');
      effects.consume(code);
      return bracket;
    };

    function bracket(code: Code): State | undefined {
      if (code !== OPENING) return nok(code);
      effects.consume(code);
      effects.exit('abbreviationMarker');
      return labelStart;
    }

    function labelStart(code: Code): State | undefined {
      if (markdownLineEndingOrSpace(code)) return nok(code);
      effects.enter('abbreviationLabel');
      return inLabel(code);
    }

    function inLabel(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code) || code === OPENING || size > MAX_LABEL) return nok(code);
      if (code === CLOSING) {
        if (size === 0) return nok(code);
        effects.exit('abbreviationLabel');
        effects.enter('abbreviationMarker');
        effects.consume(code);
        return colon;
      }
      size++;
      effects.consume(code);
      return inLabel;
    }

    function colon(code: Code): State | undefined {
      if (code !== COLON) return nok(code);
      effects.consume(code);
      effects.exit('abbreviationMarker');
      return factorySpace(effects, titleStart, 'whitespace');
    }

    function titleStart(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return nok(code);
      effects.enter('abbreviationTitle');
      return inTitle(code);
    }

    function inTitle(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('abbreviationTitle');
        effects.exit('abbreviation');
        return ok(code);
      }
      effects.consume(code);
      return inTitle;
    }
  },
};
