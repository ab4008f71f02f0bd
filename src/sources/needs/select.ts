// Which files of a repository a portal reads: the names of its files in; one round of wanted paths after the other out.
import picomatch from 'picomatch';
import { isPagePath, publishedType } from '../../lib/file-types.ts';
import { compileGlob, isGlob, staticFolder } from '../../lib/glob.ts';
import { manifestFiles } from '../../lib/manifest-files.ts';
import { extension, fileName, filesUnder, folderOf } from '../../lib/paths.ts';
import { readDefinition } from './definition.ts';
import { readMkdocsFile, readPage } from './docs.ts';
import { readEntityFile } from './entity-file.ts';
import { type Ask, type AskElsewhere, NOTHING, type Reader, type Role } from './types.ts';

/** How files of each role are looked through: a new sort of file that names others is a new row. */
const READERS: Readonly<Record<Role, Reader>> = {
  entity: readEntityFile,
  definition: readDefinition,
  mkdocs: readMkdocsFile,
  page: readPage,
  asset: () => NOTHING,
};

const MKDOCS_NAMES = ['mkdocs.yml', 'mkdocs.yaml'];
/** Files beside pages that say how a site is laid out. */
const NAV_NAMES = new Set(['.nav.yml', '.nav.yaml', '.pages']);
/** Endings of files that radars are written in. */
const RADAR_ENDINGS = new Set(['.md', '.json', '.yaml', '.yml', '.csv']);
/** Names that globs of one repository may be compared with. */
const MAX_COMPARISONS = 20_000_000;

/** What is known of a repository before any file of it is there. */
export interface Repository {
  /** Paths of all its files, sorted by code unit. */
  readonly names: readonly string[];
  /** Globs of the entity files. */
  readonly catalog: readonly string[];
  /** Folder of a docs site that no entity names; null for none. */
  readonly docs: string | null;
  /** Files and folders of radars in it. */
  readonly radars?: readonly string[] | undefined;
  /** What other repositories ask of it. */
  readonly asked: readonly Ask[];
  /** Set where it is wanted what the repository depends on. */
  readonly manifests?: true;
}

/** The files that are wanted, found out step by step. */
export interface Selection {
  /** Returns the paths that have been asked for since the last call, sorted; one that was there before may have a new role. */
  next(): string[];
  /** Looks a wanted file through for what it asks for in turn. */
  read(path: string, text: string): void;
  /** What is asked of other repositories, sorted. */
  elsewhere(): AskElsewhere[];
}

/**
 * Begins to select: entity files, what Locations, placeholders and annotations of them name, docs sites with what their pages show, and manifests. More
 * is taken than is needed in the end where only another room can tell; never less.
 */
export function openSelection({ names, catalog, docs, radars = [], asked, manifests }: Repository): Selection {
  const known = new Set(names);
  const roles = new Map<string, Set<Role>>();
  const fresh = new Set<string>();
  const done = new Set<string>();
  const elsewhere = new Map<string, AskElsewhere>();
  let budget = MAX_COMPARISONS;

  function want(path: string, role: Role): void {
    if (!known.has(path)) return;
    const before = roles.get(path) ?? new Set();
    if (before.has(role)) return;
    roles.set(path, before.add(role));
    fresh.add(path);
  }

  function matching(glob: string): string[] {
    const inside = filesUnder(names, staticFolder(glob));
    budget -= inside.length;
    return budget < 0 ? [] : inside.filter(compileGlob(glob));
  }

  function ask(one: Ask): void {
    const key = JSON.stringify(one);
    if (done.has(key)) return;
    done.add(key);
    if (one.take === 'site') askSite(one.path);
    else if (one.take === 'pages') askPages(one.path, one.assets);
    else if (isGlob(one.path)) for (const path of matching(one.path)) want(path, one.take);
    else if (one.take === 'asset' && publishedType(one.path) === null) return;
    else want(one.path, one.take);
  }

  function askSite(folder: string): void {
    const inside = (name: string) => (folder === '' ? name : `${folder}/${name}`);
    const settings = MKDOCS_NAMES.map(inside).filter((path) => known.has(path));
    for (const path of settings) want(path, 'mkdocs');
    for (const path of filesUnder(names, folder)) if (folderOf(path) === folder && /^readme\./i.test(fileName(path))) want(path, 'page');
    if (settings.length > 0) return;
    // Without settings: the folder `docs` if it holds pages, else the folder itself, and of a whole repository only what lies at its root.
    const bare = filesUnder(names, inside('docs')).some(isPagePath);
    if (bare) askPages(inside('docs'), true);
    else if (folder !== '') askPages(folder, true);
    else for (const path of names) if (!path.includes('/') && isPagePath(path)) want(path, 'page');
  }

  function askPages(folder: string, assets: boolean): void {
    for (const path of filesUnder(names, folder)) {
      if (isPagePath(path)) want(path, 'page');
      else if (NAV_NAMES.has(fileName(path))) want(path, 'asset');
      else if (assets && (folder !== '' || folderOf(path) === '') && publishedType(path) !== null) want(path, 'asset');
    }
  }

  for (const glob of catalog) {
    const matches = picomatch(glob.replace(/^(?:\.?\/)+/, ''));
    for (const path of names) if (matches(path)) want(path, 'entity');
  }
  if (docs !== null) ask({ take: 'site', path: docs });
  for (const radar of radars) {
    for (const path of known.has(radar) ? [radar] : filesUnder(names, radar)) if (RADAR_ENDINGS.has(extension(path))) want(path, 'asset');
  }
  for (const one of asked) ask(one);
  if (manifests) for (const path of manifestFiles(names).files) want(path, 'asset');

  return {
    next() {
      const round = [...fresh].sort();
      fresh.clear();
      return round;
    },
    read(path, text) {
      for (const role of roles.get(path) ?? []) {
        const found = READERS[role](path, text);
        for (const one of found.here) ask(one);
        for (const one of found.elsewhere) elsewhere.set(`${one.take} ${one.url}`, one);
      }
    },
    elsewhere: () => [...elsewhere].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
  };
}
