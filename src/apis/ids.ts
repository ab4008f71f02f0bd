// Anchors: names from a definition in, ids that are unique on its pages out.

export type MakeId = (...parts: readonly string[]) => string;

/** Makes the giver of ids for one API. The same names in the same order give the same ids. */
export function createIds(): MakeId {
  const taken = new Map<string, number>();
  return (...parts) => {
    const slug = parts
      .join('-')
      .replace(/[^A-Za-z0-9_.]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 100);
    const base = slug === '' ? 'item' : slug;
    // Ids differ in more than case: they become addresses, too.
    const key = base.toLowerCase();
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    if (count === 1) return base;
    const next = `${base}-${count}`;
    taken.set(next.toLowerCase(), 1);
    return next;
  };
}
