// The nav of a site whose folders say their part of it, in `.nav.yml` (plugin awesome-nav) or `.pages` (awesome-pages): pages and files in, a
// tree out. A folder without such a file is made from its files.
import ignore from 'ignore';
import picomatch from 'picomatch';
import type { SourceFiles } from '../lib/files.ts';
import { fileName, filesUnder } from '../lib/paths.ts';
import type { Place } from '../lib/problem.ts';
import { isIndexPage } from './addresses.ts';
import { type NavContext, planNav } from './nav.ts';
import type { Mount, PlannedNav } from './plan.ts';
import { type Settings, isRecord, readSettings } from './settings.ts';
import { toWords } from './titles.ts';

/** Names of the files; the first that is there counts. */
const NAV_FILES: readonly string[] = ['.nav.yml', '.pages'];
const REST = '...';
/** Bounds of one file. */
const MAX_PATTERN = 200;
const MAX_PATTERNS = 100;

/** What such a nav is made from. */
export interface NavFileParts {
  readonly docPaths: readonly string[];
  readonly prefix: string;
  readonly place: Place;
  readonly source: string;
  readonly files: SourceFiles;
  readonly mounts: readonly Mount[];
  readonly context: Omit<NavContext, 'docPaths' | 'prefix' | 'locate' | 'folder'>;
}

/** Plans the nav below a prefix; null when no folder there says anything about it. */
export function navFromFolders(parts: NavFileParts): PlannedNav[] | null {
  const folders = new Set(parts.docPaths.flatMap((path) => (path.startsWith(parts.prefix) ? foldersOf(path, parts.prefix) : [])));
  const written = new Map(
    [...folders].flatMap((folder) => {
      const path = navFile(folder, parts);
      return path === null ? [] : [[folder, path] as const];
    }),
  );
  return written.size === 0 ? null : planFolder(parts.prefix, [], { ...parts, written, seen: new Set() });
}

interface Planning extends NavFileParts {
  /** Files that say something, by the prefix of their folder. */
  readonly written: ReadonlyMap<string, string>;
  /** Folders that stand in the nav already: each does once. */
  readonly seen: Set<string>;
}

function planFolder(prefix: string, inherited: readonly string[], planning: Planning): PlannedNav[] {
  planning.seen.add(prefix);
  const { settings, place } = settingsOf(prefix, planning);
  const ignored = [...inherited, ...texts(settings?.fields['ignore'])];
  const docPaths = filesUnder(planning.docPaths, prefix.slice(0, -1));
  const inside = docPaths.map((path) => path.slice(prefix.length));
  const items = itemsOf(inside, ignored);
  const entries = settings === null ? null : settings.fields['nav'];
  const sorted = isDescending(settings)
    ? [...items.filter(isIndexPage), ...items.filter((item) => !isIndexPage(item)).toReversed()]
    : items;
  const list = Array.isArray(entries) ? expand(entries, sorted, inside, settings?.fields['append_unmatched'] === true) : sorted;
  return planNav(list, {
    ...planning.context,
    docPaths,
    prefix,
    // Patterns become several entries, so that only the nav as a whole has a place.
    locate: () => settings?.locate(['nav']) ?? place,
    folder(folder, title, at) {
      if (planning.seen.has(folder)) return [];
      const own = settingsOf(folder, planning).settings?.fields ?? {};
      const children = planFolder(folder, ignored, planning);
      if (own['hide'] === true || children.length === 0) return [];
      const named = typeof own['title'] === 'string' ? own['title'] : null;
      return [
        { title: title ?? named ?? toWords(fileName(folder.slice(0, -1))), page: null, href: null, asset: null, place: at, children },
      ];
    },
  });
}

/** Pages and folders directly in a folder, from the paths of all pages in it: the index first, then pages by name, then folders. */
function itemsOf(inside: readonly string[], ignored: readonly string[]): string[] {
  const patterns = ignore({ ignorecase: false }).add([...ignored]);
  const names = new Set(inside.map((path) => path.replace(/\/.*/s, '/')));
  const kept = [...names].filter((name) => !patterns.ignores(name));
  const pages = kept.filter((name) => !name.endsWith('/')).sort();
  return [...pages.filter(isIndexPage), ...pages.filter((name) => !isIndexPage(name)), ...kept.filter((name) => name.endsWith('/')).sort()];
}

/** Puts names in the place of patterns and of `...`: whatever is named nowhere else. */
function expand(entries: readonly unknown[], items: readonly string[], below: readonly string[], append: boolean): unknown[] {
  const named = new Set(namesIn(entries));
  const left = new Set([...items, ...below].filter((item) => !isNamed(item, named)));
  const take = (matches: (name: string) => boolean): string[] => {
    const found = [...left].filter((item) => matches(item.replace(/\/$/, '')));
    for (const item of found) left.delete(item);
    return found;
  };
  const direct = new Set(items);
  const rest = () => take((name) => direct.has(name) || direct.has(`${name}/`));
  let patterns = 0;
  const walk = (list: readonly unknown[]): unknown[] =>
    list.flatMap((entry): unknown[] => {
      const pattern = patternOf(entry);
      if (entry === REST) return rest();
      if (pattern !== null) return patterns++ < MAX_PATTERNS ? take(matcher(pattern)) : [];
      if (!isRecord(entry)) return [entry];
      return Object.entries(entry).map(([title, value]) => ({ [title]: Array.isArray(value) ? walk(value) : value }));
    });
  // `...` takes what no pattern has taken, wherever it stands.
  const later = new Set<unknown>();
  const result = walk(entries.map((entry) => (entry === REST ? mark(later) : entry)));
  return [...result.flatMap((entry) => (later.has(entry) ? rest() : [entry])), ...(append ? rest() : [])];
}

/** Says whether an item or a folder it lies in is named. */
function isNamed(item: string, named: ReadonlySet<string>): boolean {
  const parts = item.split('/');
  return parts.some((_, index) => named.has(parts.slice(0, index + 1).join('/')));
}

function mark(later: Set<unknown>): unknown {
  const placeholder: readonly unknown[] = [];
  later.add(placeholder);
  return placeholder;
}

/** The pattern of an entry: `*.md`, `... | *.md`, `glob: "*.md"`; null for any other. */
function patternOf(entry: unknown): string | null {
  if (isRecord(entry)) return typeof entry['glob'] === 'string' ? entry['glob'] : null;
  if (typeof entry !== 'string' || entry === REST) return null;
  const found = /^\.\.\.\s*\|\s*(?:flat\s*\|\s*)?(.+)$/.exec(entry)?.[1] ?? (/[*?[\]]/.test(entry) ? entry : null);
  return found === null || found.startsWith('regex=') ? null : found.trim();
}

function matcher(pattern: string): (name: string) => boolean {
  // Few wildcards keep the regular expression that a pattern becomes from running long.
  if (pattern.length > MAX_PATTERN || pattern.split('*').length > 8) return () => false;
  return picomatch(pattern.replace(/^\.?\/|\/$/g, ''), { noextglob: true, nobrace: true, nonegate: true });
}

function namesIn(entries: readonly unknown[]): string[] {
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return patternOf(entry) === null && entry !== REST ? [entry.replace(/^\.?\/|\/$/g, '')] : [];
    return isRecord(entry) && patternOf(entry) === null
      ? Object.values(entry).flatMap((value) => namesIn(Array.isArray(value) ? value : [value]))
      : [];
  });
}

function settingsOf(
  prefix: string,
  { written, files, source, context, seen, place }: Planning,
): { settings: Settings | null; place: Place } {
  const path = written.get(prefix);
  if (path === undefined) return { settings: null, place };
  const read = readSettings(files, source, path);
  // Asked for twice, once for its title, a file is reported once.
  if (seen.has(prefix)) context.problems.push(...read.problems);
  return { settings: read.settings, place: { source, path } };
}

function navFile(prefix: string, { mounts, files }: NavFileParts): string | null {
  const mount = mounts.filter((one) => prefix.startsWith(one.prefix)).sort((a, b) => b.prefix.length - a.prefix.length)[0];
  if (mount === undefined) return null;
  const folder = [mount.folder, prefix.slice(mount.prefix.length).replace(/\/$/, '')].filter((part) => part !== '').join('/');
  return NAV_FILES.map((name) => (folder === '' ? name : `${folder}/${name}`)).find((path) => files.has(path)) ?? null;
}

function foldersOf(path: string, prefix: string): string[] {
  const parts = path.slice(prefix.length).split('/');
  return parts.map(
    (_, index) =>
      prefix +
      parts
        .slice(0, index)
        .map((part) => `${part}/`)
        .join(''),
  );
}

/** `order: desc` of awesome-pages, `sort: {direction: desc}` of awesome-nav. */
function isDescending(settings: Settings | null): boolean {
  const sort = settings?.fields['sort'];
  return settings?.fields['order'] === 'desc' || (isRecord(sort) && sort['direction'] === 'desc');
}

function texts(value: unknown): string[] {
  return [value]
    .flat()
    .filter((one) => typeof one === 'string')
    .slice(0, MAX_PATTERN);
}
