// Keeps secrets out of what people read: text of git or of a server in, text that may be shown out.

const MAX_SHOWN = 300;

/**
 * Removes every given secret, user names and passwords in addresses, and control characters (terminals obey them) from a text, and
 * cuts it to one line of at most 300 characters.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '***');
  return clean
    .replace(/\/\/[^/\s@]{1,1000}@/g, '//')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, MAX_SHOWN);
}

/** Returns a path as people may be shown it: control characters and marks of direction become visible. */
export function visible(path: string): string {
  return path
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .slice(0, 1000);
}
