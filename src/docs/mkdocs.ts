// mkdocs.yml: its text in, the settings that matter here out. Nothing in it is run; tags such as !ENV and !!python are read as plain values.
import type { SourceFiles } from '../lib/files.ts';
import { folderOf, resolveInside } from '../lib/paths.ts';
import type { Place, Problem } from '../lib/problem.ts';
import type { FieldPath } from '../lib/yaml.ts';
import { report } from './rules.ts';
import { type Settings, isRecord, readSettings } from './settings.ts';

/** What is read of one mkdocs.yml. */
export interface Mkdocs {
  readonly path: string;
  readonly siteName: string | null;
  readonly siteDescription: string | null;
  /** Language that the theme is told, such as `de` or `pt-BR`; null when it is told none. */
  readonly language: string | null;
  /** Folder of the pages, inside the source. */
  readonly docsFolder: string;
  /** True when `docs_dir` is set. */
  readonly hasDocsDir: boolean;
  /** The nav as written; null when there is none. */
  readonly nav: readonly unknown[] | null;
  readonly repoUrl: string | null;
  readonly editUri: string | null;
  readonly editUriTemplate: string | null;
  /** Patterns in the form of .gitignore: pages that are left out, and pages that a nav made from the files leaves out. */
  readonly excludeDocs: string;
  readonly notInNav: string;
  /** The old pages of the plugin `redirects`, and where each leads. */
  readonly redirects: readonly MkdocsRedirect[];
  /** Names of Markdown extensions that are turned on beyond TechDocs' own. */
  readonly extensions: ReadonlySet<string>;
  /** Says where a field stands. */
  locate(path: FieldPath, what?: 'key' | 'value'): Place;
}

/** One line of `redirect_maps`, as written. */
export interface MkdocsRedirect {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

/** Names of the file, in the order Backstage looks for them. */
export const MKDOCS_NAMES: readonly string[] = ['mkdocs.yaml', 'mkdocs.yml'];

/**
 * Reads the settings of one mkdocs.yml. A file that cannot be read gives a problem and the defaults; `docs_dir` must stay inside the
 * folder of the file.
 */
export function readMkdocs(
  files: SourceFiles,
  source: string,
  path: string,
): { readonly mkdocs: Mkdocs; readonly problems: readonly Problem[] } {
  const { settings, problems: found } = readSettings(files, source, path);
  const problems: Problem[] = [...found];
  const { fields, locate } = settings;
  const bad = (message: string, field: FieldPath, hint?: string) =>
    void problems.push(report('docs/bad-mkdocs', { message, hint, place: locate(field) }));

  const text = (key: string): string | null => {
    const value = Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
    if (value === null || typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    bad(`"${key}" must be text.`, [key]);
    return null;
  };

  const nav = Object.hasOwn(fields, 'nav') ? (fields['nav'] ?? null) : null;
  // A mapping is what MkDocs took before lists; it still does.
  const navList = isRecord(nav) ? Object.entries(nav).map(([title, entry]) => ({ [title]: entry })) : nav;
  if (navList !== null && !Array.isArray(navList)) bad('"nav" must be a list.', ['nav'], 'Start each entry with "- ".');

  const docsDir = text('docs_dir');
  return {
    mkdocs: {
      path,
      siteName: oneLine(text('site_name')),
      siteDescription: oneLine(text('site_description')),
      language: themeLanguage(fields['theme']),
      docsFolder: docsFolder(folderOf(path), docsDir, (message) =>
        problems.push(report('docs/outside', { message, place: locate(['docs_dir']) })),
      ),
      hasDocsDir: docsDir !== null,
      nav: Array.isArray(navList) && navList.length > 0 ? navList : null,
      repoUrl: text('repo_url'),
      editUri: text('edit_uri'),
      editUriTemplate: text('edit_uri_template'),
      excludeDocs: [text('exclude_docs') ?? '', text('draft_docs') ?? ''].join('\n'),
      notInNav: text('not_in_nav') ?? '',
      redirects: redirectMaps(settings),
      extensions: extensionNames(fields['markdown_extensions']),
      locate,
    },
    problems,
  };
}

/** Extensions are a list of names, of which some have settings below them, or a mapping from names to settings. */
function extensionNames(value: unknown): ReadonlySet<string> {
  const entries: unknown[] = Array.isArray(value) ? value : [value];
  return new Set(entries.flatMap((entry) => (typeof entry === 'string' ? entry : isRecord(entry) ? Object.keys(entry) : [])));
}

/** Reads `theme.language`, as Material for MkDocs has it: a language and perhaps a region or a script. */
function themeLanguage(theme: unknown): string | null {
  const written = isRecord(theme) && Object.hasOwn(theme, 'language') ? theme['language'] : null;
  return typeof written === 'string' && /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}$/.test(written) ? written.replaceAll('_', '-') : null;
}

const MAX_REDIRECTS = 5_000;

/** Reads `redirect_maps` of the plugin `redirects`, whose options stand in a list of plugins or in a mapping of them. */
function redirectMaps({ fields, locate }: Settings): MkdocsRedirect[] {
  const plugins = Object.hasOwn(fields, 'plugins') ? fields['plugins'] : null;
  const entries: readonly (readonly [unknown, FieldPath])[] = Array.isArray(plugins)
    ? plugins.map((plugin, index) => [plugin, ['plugins', index]] as const)
    : [[plugins, ['plugins']]];
  return entries
    .flatMap(([plugin, path]) => {
      const options = isRecord(plugin) && Object.hasOwn(plugin, 'redirects') ? plugin['redirects'] : null;
      const maps = isRecord(options) && Object.hasOwn(options, 'redirect_maps') ? options['redirect_maps'] : null;
      if (!isRecord(maps)) return [];
      return Object.entries(maps).map(([from, to]) => ({
        from,
        to: typeof to === 'string' ? to : '',
        place: locate([...path, 'redirects', 'redirect_maps', from]),
      }));
    })
    .slice(0, MAX_REDIRECTS);
}

function docsFolder(folder: string, docsDir: string | null, outside: (message: string) => void): string {
  const wanted = docsDir === null || docsDir.trim() === '' ? 'docs' : docsDir;
  const inside = resolveInside(folder, wanted);
  if (inside !== null && (folder === '' || inside === folder || inside.startsWith(`${folder}/`))) return inside;
  outside(`"docs_dir" must not leave the folder of mkdocs.yml, but is "${wanted}".`);
  return resolveInside(folder, 'docs') ?? 'docs';
}

function oneLine(text: string | null): string | null {
  const line = text?.replace(/\s+/g, ' ').trim() ?? '';
  return line === '' ? null : line;
}
