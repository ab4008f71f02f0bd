// The shape of one thing that is replaced in texts.
import type { PhrasingContent } from 'mdast';

/** One thing that is replaced in texts. */
export interface TextReplacement {
  /** Texts that do not hold this need not be looked at. */
  readonly hint: string | RegExp;
  /** What is replaced; global, and such that it cannot backtrack far. */
  readonly pattern: RegExp;
  /** Returns what stands there instead, or null to leave the text as it is. */
  replace(found: RegExpMatchArray): PhrasingContent[] | null;
}
