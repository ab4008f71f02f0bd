// `!include` and `*include` of the MkDocs monorepo plugin: the nav value in, the mkdocs.yml files that it names out.
import picomatch from 'picomatch';
import type { SourceFiles } from '../lib/files.ts';
import { filesUnder, resolveInside } from '../lib/paths.ts';
import type { Place, Problem } from '../lib/problem.ts';
import { type Mkdocs, MKDOCS_NAMES, readMkdocs } from './mkdocs.ts';
import { report } from './rules.ts';
import { slugify } from './markdown/slug.ts';

/** A site that is merged into another one. */
export interface Included {
  readonly mkdocs: Mkdocs;
  readonly siteName: string;
  /** Prefix of its pages, with a slash at the end. */
  readonly prefix: string;
  /** Where it is included. */
  readonly place: Place;
}

const STATEMENT = /^([!*])include\s+(.+)$/;
const MAX_INCLUDES = 500;
const MAX_PATTERN = 200;

/** Says whether a nav value names other sites, and which: `wildcard` for `*include`. Null for any other value. */
export function includeOf(value: string): { readonly path: string; readonly wildcard: boolean } | null {
  const found = STATEMENT.exec(value.trim());
  if (found?.[2] !== undefined) return { path: found[2].trim(), wildcard: found[1] === '*' };
  // Without quotes, `!include` is a YAML tag and only the path is left of it.
  const name = value.slice(value.lastIndexOf('/') + 1);
  return value.includes('/') && MKDOCS_NAMES.includes(name) && !/^[a-z]+:/i.test(value) ? { path: value, wildcard: false } : null;
}

/** Collects the included sites of one site, each prefix once. */
export interface Includer {
  readonly included: readonly Included[];
  readonly problems: readonly Problem[];
  /** Reads the sites that a nav value names; those that cannot be merged are reported and left out. Asked again, the answer is the same. */
  read(include: { readonly path: string; readonly wildcard: boolean }, place: Place): readonly Included[];
}

/** Makes the reader of includes for the mkdocs.yml in a folder of a source. */
export function createIncluder(files: SourceFiles, source: string, folder: string): Includer {
  const included: Included[] = [];
  const problems: Problem[] = [];
  const answers = new Map<string, readonly Included[]>();
  const fail = (message: string, place: Place, hint?: string) => {
    problems.push(report('docs/include', { message, hint, place }));
    return [];
  };

  function readOne(path: string, place: Place): readonly Included[] {
    if (included.length >= MAX_INCLUDES) return fail(`More than ${MAX_INCLUDES} sites are included.`, place);
    const read = readMkdocs(files, source, path);
    problems.push(...read.problems);
    const { siteName } = read.mkdocs;
    if (siteName === null) {
      const message = `The included "${path}" has no "site_name", which says under which address its pages stand.`;
      return fail(message, place, 'Add "site_name" to it.');
    }
    const prefix = prefixOf(siteName);
    if (prefix === null) return fail(`The site name "${siteName}" of the included "${path}" cannot be part of an address.`, place);
    const first = included.find((other) => other.prefix === prefix);
    if (first !== undefined)
      return fail(`The included "${path}" has the same site name as "${first.mkdocs.path}".`, place, 'Give each a name of its own.');
    const site = { mkdocs: read.mkdocs, siteName, prefix, place };
    included.push(site);
    return [site];
  }

  function read({ path, wildcard }: { readonly path: string; readonly wildcard: boolean }, place: Place): readonly Included[] {
    const target = resolveInside(folder, path);
    if (target === null) return fail(`The include "${path}" leaves the repository.`, place);
    if (!/\.ya?ml$/.test(target)) return fail(`The include "${path}" does not name a .yml file.`, place, 'Name the mkdocs.yml itself.');
    if (!wildcard) return files.has(target) ? readOne(target, place) : fail(`The included file "${path}" does not exist.`, place);
    const found = matching(files, folder, target);
    return found.length === 0 ? fail(`No file matches the include "${path}".`, place) : found.flatMap((file) => readOne(file, place));
  }

  return {
    included,
    problems,
    read(include, place) {
      const key = JSON.stringify([include.path, include.wildcard, place.line, place.column]);
      const answer = answers.get(key) ?? read(include, place);
      answers.set(key, answer);
      return answer;
    },
  };
}

function matching(files: SourceFiles, folder: string, pattern: string): readonly string[] {
  // Few wildcards keep the regular expression that a pattern becomes from running long.
  if (pattern.length > MAX_PATTERN || pattern.split('*').length > 8) return [];
  const inside = folder === '' || pattern.startsWith(`${folder}/`);
  const skip = inside && folder !== '' ? folder.length + 1 : 0;
  const matches = picomatch(pattern.slice(skip), { noextglob: true, nobrace: true, nonegate: true });
  return filesUnder(files.list(), inside ? folder : '')
    .filter((file) => file.endsWith('.yml') || file.endsWith('.yaml'))
    .filter((file) => matches(file.slice(skip)))
    .slice(0, MAX_INCLUDES);
}

/** The plugin takes a site name as the path of its pages when it is one, and makes it one otherwise. */
function prefixOf(siteName: string): string | null {
  const path = /^[\w\-/]+$/.test(siteName) ? siteName : slugify(siteName.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
  const parts = path.split('/').filter((part) => part !== '');
  return parts.length === 0 ? null : `${parts.join('/')}/`;
}
