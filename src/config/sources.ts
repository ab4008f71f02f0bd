// What the schema cannot say of the entries under `sources`: which keys go together, and that ids are unique.
import type { Place, Problem } from '../lib/problem.ts';
import { DISCOVERY_FIELDS } from './discovery.ts';
import { parseGitAddress, tokenVariable } from './git-address.ts';
import { reportConfig } from './rules.ts';
import { portalSchema } from './schema.ts';
import { isGlob } from './values.ts';

type PlaceOf = (path: readonly (string | number)[], what?: 'key' | 'value') => Place;
type Entry = Readonly<Record<string, unknown>>;

/** Keys of which each entry has exactly one, and what the entry then is. */
const KINDS: ReadonlyMap<string, 'folder' | 'repository' | 'host'> = new Map([
  ['path', 'folder'],
  ['git', 'repository'],
  ...Object.keys(DISCOVERY_FIELDS).map((key) => [key, 'host'] as const),
]);

/** Checks the entries of a document as written, so that all of it is said even when something else is wrong. */
export function checkSources(value: unknown, place: PlaceOf): Problem[] {
  const sources = isEntry(value) && Object.hasOwn(value, 'sources') ? value['sources'] : null;
  if (!Array.isArray(sources)) return [];
  const entries = sources.map((source: unknown) => (isEntry(source) ? source : null));
  return [...entries.flatMap((entry, index) => (entry === null ? [] : checkEntry(entry, index, place))), ...checkIds(entries, place)];
}

function checkEntry(entry: Entry, index: number, place: PlaceOf): Problem[] {
  const problems: Problem[] = [];
  const has = (key: string) => Object.hasOwn(entry, key);
  const at = (key: string) => place(['sources', index, key], 'key');
  const [kind, second] = [...KINDS.keys()].filter(has);
  if (kind !== undefined && second !== undefined) {
    const message = `A source comes from one place, so it has either "${kind}" or "${second}", not both.`;
    problems.push(reportConfig('config/source-kind', { message, hint: 'Make two entries of it.', place: at(second) }));
  }
  // An unknown key is most likely one of them, misspelt, and reported as such.
  if (kind === undefined && Object.keys(entry).every((key) => Object.hasOwn(portalSchema.shape.sources.element.shape, key))) {
    const hint = 'Add "path: " and a folder, "git: " and an address, or "github: " and an organisation.';
    problems.push(
      reportConfig('config/source-kind', {
        message: 'The source names neither a folder nor a repository nor a host.',
        hint,
        place: place(['sources', index]),
      }),
    );
  }
  if (has('ref') && kind !== undefined && !has('git')) {
    const message =
      KINDS.get(kind) === 'folder'
        ? 'A folder has no ref: it is read as it stands.'
        : 'Many repositories have no ref in common: each is read at its default branch.';
    problems.push(reportConfig('config/source-kind', { message, hint: 'Remove it, or name the repository with "git".', place: at('ref') }));
  }
  if (has('id') && kind !== undefined && KINDS.get(kind) === 'host') {
    const message = 'One id cannot name the many repositories of a host.';
    problems.push(
      reportConfig('config/invalid-id', { message, hint: 'Remove it: each repository is called by its own name.', place: at('id') }),
    );
  }
  const path = entry['path'];
  if (has('id') && typeof path === 'string' && isGlob(path)) {
    const message = 'One id cannot name the many folders of a glob.';
    problems.push(
      reportConfig('config/invalid-id', { message, hint: 'Remove it: each folder is called by its own name.', place: at('id') }),
    );
  }
  const address = typeof entry['git'] === 'string' ? parseGitAddress(entry['git']) : null;
  if (address !== null && 'address' in address && address.address.login !== null) {
    const hint = `Take it out and set ${tokenVariable(address.address.host ?? '')} in the environment.`;
    problems.push(
      reportConfig('config/password-in-address', {
        message: 'The address of the repository holds a password.',
        hint,
        place: place(['sources', index, 'git']),
      }),
    );
  }
  return problems;
}

function checkIds(entries: readonly (Entry | null)[], place: PlaceOf): Problem[] {
  const seen = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const id = entry?.['id'];
    if (typeof id !== 'string') return [];
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, index);
      return [];
    }
    const message = `The id "${id}" is already that of the source on line ${place(['sources', first, 'id']).line ?? 0}.`;
    return [reportConfig('config/duplicate-id', { message, hint: 'Give one of them another id.', place: place(['sources', index, 'id']) })];
  });
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
