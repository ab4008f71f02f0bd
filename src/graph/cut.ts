// Text cut to fit a box.

/** Cuts a text to a number of letters, with dots for the rest. */
export function cut(text: string, letters: number): string {
  const all = [...text];
  return all.length <= letters ? text : `${all.slice(0, Math.max(0, letters - 1)).join('')}…`;
}
