// Lists of names as words in a text: long tables of names stay readable.

/** Returns the words of several lines as one list. */
export function wordList(...lines: readonly string[]): string[] {
  return lines.join(' ').split(' ');
}
