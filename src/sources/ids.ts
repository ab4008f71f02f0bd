// Ids of sources: configured ids and names in, one unique id for each out.
import { RESERVED_IDS, idFrom } from '../config/source-id.ts';

/**
 * Gives each source its id, in order: the configured one, else one made from its name, with `-2`, `-3` … where that is taken. Configured
 * ids are taken first, wherever they stand, so that adding a source never changes them.
 */
export function assignIds(sources: readonly { readonly id: string | null; readonly name: string }[]): string[] {
  const taken = new Set(RESERVED_IDS);
  for (const { id } of sources) if (id !== null) taken.add(id);
  const next = new Map<string, number>();
  return sources.map(({ id, name }) => {
    if (id !== null) return id;
    const base = idFrom(name);
    let number = next.get(base) ?? 1;
    let candidate = base;
    while (taken.has(candidate)) candidate = `${base}-${++number}`;
    next.set(base, number);
    taken.add(candidate);
    return candidate;
  });
}
