// Definitions of links that stand in other files: their identifiers in, an extension out for which `[text][identifier]` is a link.
import type { Construct, Extension } from 'micromark-util-types';

const OPENING_BRACKET = 91;

/** Makes the extension. It matches nothing; it tells the parser what is defined before it meets the first bracket. */
export function knownDefinitions(identifiers: readonly string[]): Extension {
  const tell: Construct = {
    name: 'knownDefinitions',
    tokenize(_effects, _ok, nok) {
      const { defined } = this.parser;
      if (!defined.includes(identifiers[0] ?? '')) defined.push(...identifiers);
      return nok;
    },
  };
  return { text: { [OPENING_BRACKET]: tell } };
}
