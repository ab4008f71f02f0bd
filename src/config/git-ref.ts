// Names of branches, tags and commits: text from portal.yaml in, a fault or nothing out.
import type { Fault } from './rules.ts';

/** Says whether a ref is a full commit hash, SHA-1 or SHA-256. */
export function isCommitHash(ref: string): boolean {
  return /^(?:[\da-f]{40}|[\da-f]{64})$/.test(ref);
}

/** Returns a ref as it is used: a full hash in lower case, anything else as written. */
export function normalizeRef(ref: string): string {
  const lower = ref.toLowerCase();
  return isCommitHash(lower) ? lower : ref;
}

/** What `git check-ref-format` forbids, one row each, with the words for it. */
const FORBIDDEN: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^$/, 'is empty'],
  [/^-/, 'begins with "-", which is how options begin'],
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not pass
  [/[\u0000-\u0020\u007f]/, 'holds a space or a control character'],
  [/[~^:?*[\\]/, 'holds one of the characters ~ ^ : ? * [ \\'],
  [/\.\.|@\{|^@$/, 'holds "..", "@{" or is "@"'],
  [/^\/|\/$|\/\//, 'begins or ends with a slash, or holds two in a row'],
  [/(?:^|\/)\./, 'has a part that begins with a dot'],
  [/\.$|\.lock(?:\/|$)/, 'ends with a dot, or has a part that ends with ".lock"'],
  [/^.{256}/su, 'is longer than 255 characters'],
];

/** Returns what is wrong with a ref by the rules of `git check-ref-format`, or null. */
export function refFault(ref: string): Fault | null {
  const found = FORBIDDEN.find(([pattern]) => pattern.test(ref));
  if (found === undefined) return null;
  const hint = 'Write the name of a branch or tag, or a full commit hash.';
  return { rule: 'config/invalid-ref', message: `The ref ${found[1]}, which git does not allow.`, hint };
}
