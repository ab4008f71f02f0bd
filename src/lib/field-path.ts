// Paths to a field of data, as people write them: `metadata.annotations['acme.example/tier']` in, its parts or a value out.

const MOST_PARTS = 12;
const MOST_LETTERS = 300;
/** One part: a plain word, or anything in quotes between brackets, or a position. */
const PART = /(?:^|\.)([A-Za-z_$][\w$-]*)|\[(?:'([^']*)'|"([^"]*)"|(\d{1,4}))\]/y;

/** Parses a path; null when it is none. */
export function parseFieldPath(path: string): readonly string[] | null {
  if (path.length > MOST_LETTERS) return null;
  const parts: string[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < path.length) {
    const found = PART.exec(path);
    if (found === null) return null;
    parts.push(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '');
  }
  return parts.length > 0 && parts.length <= MOST_PARTS ? parts : null;
}

/** Returns what stands at a path; undefined when nothing does. Lists are searched in each of their entries, so that `links.url` gives all. */
export function valueAtPath(data: unknown, parts: readonly string[]): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return data;
  if (typeof data !== 'object' || data === null) return undefined;
  if (Array.isArray(data) && !/^\d+$/.test(part)) {
    const found = data.map((one: unknown) => valueAtPath(one, parts)).filter((one) => one !== undefined);
    return found.length === 0 ? undefined : found.flat();
  }
  return Object.hasOwn(data, part) ? valueAtPath((data as Record<string, unknown>)[part], rest) : undefined;
}
