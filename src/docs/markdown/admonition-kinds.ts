// The kinds of admonitions and the words that stand for them: one row each, as Material for MkDocs and GitHub know them.

/** Kinds, each a class for the stylesheet, and the other words that authors may write for it. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  note: ['seealso'],
  abstract: ['summary', 'tldr'],
  info: ['todo'],
  tip: ['hint', 'important'],
  success: ['check', 'done'],
  question: ['help', 'faq'],
  warning: ['caution', 'attention'],
  failure: ['fail', 'missing'],
  danger: ['error'],
  bug: [],
  example: [],
  quote: ['cite'],
};

const BY_WORD = new Map(Object.entries(KINDS).flatMap(([kind, words]) => [kind, ...words].map((word) => [word, kind] as const)));

/** All kinds. */
export const ADMONITION_KINDS: readonly string[] = Object.keys(KINDS);

/** All words that stand for a kind. */
export const ADMONITION_WORDS: readonly string[] = [...BY_WORD.keys()];

/** Returns the kind that a word stands for; words that nobody knows are notes. */
export function admonitionKind(word: string): string {
  return BY_WORD.get(word.toLowerCase()) ?? 'note';
}

/** Returns a word as a title: `note` gives `Note`. */
export function admonitionTitle(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase().replace(/[-_]/g, ' ');
}
