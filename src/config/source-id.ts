// Ids of sources: they stand in web addresses and in folder names on any file system.
import type { Fault } from './rules.ts';

/** Ids that Callboard uses for what is no configured source: the configuration itself, the radar, and what is read by web address. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['portal', 'radar', 'reading']);

/** Form of an id; also the `pattern` of the JSON Schema. */
export const ID_PATTERN = /^(?!.*\.\.)[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9_-])?$/;

/** Returns what is wrong with an id, or null. */
export function idFault(id: string): Fault | null {
  if (RESERVED_IDS.has(id))
    return {
      rule: 'config/invalid-id',
      message: `The id "${id}" is used by Callboard itself.`,
      hint: `Take another one, e.g. "${id}-files".`,
    };
  if (ID_PATTERN.test(id)) return null;
  return {
    rule: 'config/invalid-id',
    message: 'An id is made of lower-case letters, digits, "-", "_" and ".", and begins with a letter or digit.',
    hint: `Write "${idFrom(id)}".`,
  };
}

/** Makes an id from the name of a folder or repository; `source` when nothing of the name can be used. */
export function idFrom(name: string): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, 90)
    .replace(/^[^a-z0-9]+|[.-]+$/g, '');
  return id === '' ? 'source' : id;
}
