// Globs as entity files write them in Location targets: `*`, `**` and `?`. They come from strangers, so matching never backtracks far.

/** Says whether a target is a glob: Backstage searches when it holds `*` or `?`, and knows no braces. */
export function isGlob(target: string): boolean {
  return /[*?]/.test(target);
}

/**
 * Says whether a path matches a glob: `*` and `?` stay within one part, `**` stands for any number of parts. Names that start with a dot
 * must be named. Takes time in proportion to the product of both lengths at most.
 */
export function matchGlob(glob: string, path: string): boolean {
  return matchParts(
    glob.split('/'),
    path.split('/'),
    (pattern) => pattern === '**',
    (pattern, part) => (part.startsWith('.') ? pattern.startsWith('.') : true) && matchPart(pattern, part),
    (part) => !part.startsWith('.'),
  );
}

/** Returns the folder that all matches of a glob lie in. */
export function staticFolder(glob: string): string {
  const parts = glob.split('/');
  return parts.slice(0, Math.min(parts.findIndex(isGlob), parts.length - 1)).join('/');
}

function matchPart(pattern: string, part: string): boolean {
  return matchParts(
    [...pattern],
    [...part],
    (sign) => sign === '*',
    (sign, letter) => sign === '?' || sign === letter,
    () => true,
  );
}

/** The classic walk with one point of return: after a later star, no earlier one needs to be tried again. */
function matchParts(
  pattern: readonly string[],
  parts: readonly string[],
  isStar: (pattern: string) => boolean,
  isMatch: (pattern: string, part: string) => boolean,
  starTakes: (part: string) => boolean,
): boolean {
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < parts.length; ) {
    const sign = pattern[p];
    const part = parts[i] ?? '';
    if (sign !== undefined && isStar(sign)) {
      star = p++;
      resume = i;
    } else if (sign !== undefined && isMatch(sign, part)) {
      p++;
      i++;
    } else if (star >= 0 && starTakes(parts[resume] ?? '')) {
      p = star + 1;
      i = ++resume;
    } else return false;
  }
  while (pattern[p] !== undefined && isStar(pattern[p] ?? '')) p++;
  return p === pattern.length;
}
