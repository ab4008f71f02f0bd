// Finds entities that a wrong reference may stand for.
import type { Checked } from './check-draft.ts';
import { field } from './json.ts';
import { parseRef } from './ref.ts';
import type { Suggest } from './suggest.ts';

/** All entities by the ways in which people name them. */
export interface NameIndex {
  readonly refs: ReadonlySet<string>;
  /** References by name in lower case. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** References by title, display name or e-mail address in lower case. */
  readonly byTitle: ReadonlyMap<string, readonly string[]>;
  /** Names in lower case by kind in lower case. */
  readonly byKind: ReadonlyMap<string, ReadonlySet<string>>;
  /** What was found for a wrong reference; the same one mostly stands in many files. */
  readonly found: Map<string, readonly string[]>;
}

/** Makes the index of the entities that were read. */
export function indexNames(checked: readonly Checked[]): NameIndex {
  const byName = new Map<string, string[]>();
  const byTitle = new Map<string, string[]>();
  const byKind = new Map<string, Set<string>>();
  const add = (index: Map<string, string[]>, key: string, ref: string) => {
    const refs = index.get(key);
    if (refs === undefined) index.set(key, [ref]);
    else if (!refs.includes(ref) && refs.length < 10) refs.push(ref);
  };
  for (const { identity } of checked) {
    const { ref, kind, name, data } = identity;
    add(byName, name.toLowerCase(), ref);
    const profile = field(field(data, 'spec'), 'profile');
    for (const title of [field(field(data, 'metadata'), 'title'), field(profile, 'displayName'), field(profile, 'email')]) {
      if (typeof title === 'string') add(byTitle, title.trim().toLowerCase(), ref);
    }
    const names = byKind.get(kind.toLowerCase()) ?? new Set<string>();
    byKind.set(kind.toLowerCase(), names.add(name.toLowerCase()));
  }
  return { refs: new Set(checked.map(({ identity }) => identity.ref)), byName, byTitle, byKind, found: new Map() };
}

/**
 * Lists the entities that a reference to nothing may stand for: the same name in another namespace or kind, the same title or e-mail
 * address, the same words written as a name, or the nearest name of its kind. Best first; mostly none or one.
 */
export function similarNames(target: string, names: NameIndex, suggest: Suggest): readonly string[] {
  const known = names.found.get(target);
  if (known !== undefined) return known;
  const found = search(target, names, suggest);
  names.found.set(target, found);
  return found;
}

function search(target: string, names: NameIndex, suggest: Suggest): readonly string[] {
  const parts = parseRef(target);
  if (parts === null) return [];
  const { kind, namespace, name } = parts;
  const ofKind = (refs: readonly string[] = []) => refs.filter((ref) => ref.startsWith(`${kind}:`));
  const words = name.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const candidates = [
    ofKind(names.byName.get(name)),
    names.byTitle.get(name),
    ofKind(names.byName.get(words)),
    // A user where a group is expected, and the like; a component of the same name as a missing system is no help.
    kind === 'group' || kind === 'user' ? names.byName.get(name)?.filter((ref) => /^(?:group|user):/.test(ref)) : undefined,
  ];
  const exact = candidates.find((refs) => refs !== undefined && refs.length > 0);
  if (exact !== undefined) return exact;
  const near = suggest(name, names.byKind.get(kind) ?? []);
  if (near === null) return [];
  const refs = ofKind(names.byName.get(near));
  const same = `${kind}:${namespace}/${near}`;
  return refs.includes(same) ? [same] : refs;
}
