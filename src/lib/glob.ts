// Globs as strangers write them, in Location targets before all: `*`, `**` and `?`. Matching never backtracks far.

/** Says whether a target is a glob: Backstage searches when it holds `*` or `?`, and knows no braces. */
export function isGlob(target: string): boolean {
  return /[*?]/.test(target);
}

/**
 * Makes the test whether a path matches a glob: `*` and `?` stay within one part, `**` stands for any number of parts. Names that start with
 * a dot must be named. A test takes time in proportion to the product of both lengths at most.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const patterns = glob.split('/');
  const isPartMatch = (pattern: string, part: string) => (!part.startsWith('.') || pattern.startsWith('.')) && matchPart(pattern, part);
  return (path) => match(patterns, path.split('/'), '**', isPartMatch, (part) => !part.startsWith('.'));
}

/** Returns the folder that all matches of a glob lie in. */
export function staticFolder(glob: string): string {
  const parts = glob.split('/');
  return parts.slice(0, Math.min(parts.findIndex(isGlob), parts.length - 1)).join('/');
}

const isSignMatch = (sign: string, letter: string) => sign === '?' || sign === letter;

function matchPart(pattern: string, part: string): boolean {
  return pattern === part || (isGlob(pattern) && match(pattern, part, '*', isSignMatch, () => true));
}

/** The classic walk with one point of return: after a later star, no earlier one needs to be tried again. */
function match(
  pattern: ArrayLike<string>,
  parts: ArrayLike<string>,
  star: string,
  isMatch: (sign: string, part: string) => boolean,
  starTakes: (part: string) => boolean,
): boolean {
  let at = 0;
  let lastStar = -1;
  let resume = 0;
  for (let index = 0; index < parts.length;) {
    const sign = pattern[at];
    if (sign === star) {
      lastStar = at++;
      resume = index;
    } else if (sign !== undefined && isMatch(sign, parts[index] ?? '')) {
      at++;
      index++;
    } else if (lastStar >= 0 && starTakes(parts[resume] ?? '')) {
      at = lastStar + 1;
      index = ++resume;
    } else return false;
  }
  while (pattern[at] === star) at++;
  return at === pattern.length;
}
