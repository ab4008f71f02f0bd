// mkdocs.yml: its text in, the settings that matter here out. Nothing in it is run; tags such as !ENV and !!python are read as plain values.
import type { SourceFiles } from '../lib/files.ts';
import { folderOf, resolveInside } from '../lib/paths.ts';
import type { Place, Problem } from '../lib/problem.ts';
import { type FieldPath, type YamlDocument, parseYaml } from '../lib/yaml.ts';
import { report } from './rules.ts';

/** What is read of one mkdocs.yml. */
export interface Mkdocs {
  readonly path: string;
  readonly siteName: string | null;
  readonly siteDescription: string | null;
  /** Folder of the pages, inside the source. */
  readonly docsFolder: string;
  /** True when `docs_dir` is set. */
  readonly hasDocsDir: boolean;
  /** The nav as written; null when there is none. */
  readonly nav: readonly unknown[] | null;
  readonly repoUrl: string | null;
  readonly editUri: string | null;
  readonly editUriTemplate: string | null;
  /** Patterns in the form of .gitignore. */
  readonly excludeDocs: string;
  /** Names of Markdown extensions that are turned on beyond TechDocs' own. */
  readonly extensions: ReadonlySet<string>;
  /** Says where a field stands. */
  locate(path: FieldPath, what?: 'key' | 'value'): Place;
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
  const problems: Problem[] = [];
  const document = readDocument(files, source, path, problems);
  const value: unknown = document?.value ?? {};
  const fields = isRecord(value) ? value : {};
  const locate: Mkdocs['locate'] = (field, what) => ({ source, path, ...document?.locate(field, what) });
  if (!isRecord(value)) {
    problems.push(report('docs/bad-mkdocs', { message: 'The file must be a mapping of settings.', place: locate([]) }));
  }

  const text = (key: string): string | null => {
    const found = Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
    if (found === null || typeof found === 'string') return found;
    if (typeof found === 'number') return String(found);
    problems.push(report('docs/bad-mkdocs', { message: `"${key}" must be text.`, place: locate([key]) }));
    return null;
  };

  const nav = Object.hasOwn(fields, 'nav') ? (fields['nav'] ?? null) : null;
  // A mapping is what MkDocs took before lists; it still does.
  const navList = isRecord(nav) ? Object.entries(nav).map(([title, entry]) => ({ [title]: entry })) : nav;
  if (navList !== null && !Array.isArray(navList)) {
    problems.push(
      report('docs/bad-mkdocs', { message: '"nav" must be a list.', hint: 'Start each entry with "- ".', place: locate(['nav']) }),
    );
  }

  const docsDir = text('docs_dir');
  return {
    mkdocs: {
      path,
      siteName: oneLine(text('site_name')),
      siteDescription: oneLine(text('site_description')),
      docsFolder: docsFolder(folderOf(path), docsDir, (message) =>
        problems.push(report('docs/outside', { message, place: locate(['docs_dir']) })),
      ),
      hasDocsDir: docsDir !== null,
      nav: Array.isArray(navList) && navList.length > 0 ? navList : null,
      repoUrl: text('repo_url'),
      editUri: text('edit_uri'),
      editUriTemplate: text('edit_uri_template'),
      excludeDocs: text('exclude_docs') ?? '',
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

function readDocument(files: SourceFiles, source: string, path: string, problems: Problem[]): YamlDocument | null {
  const read = files.readText(path);
  if ('unreadable' in read) {
    const reason = { missing: 'does not exist', 'too-large': 'is too large', 'not-text': 'is not valid UTF-8 text' }[read.unreadable];
    problems.push(report('docs/bad-mkdocs', { message: `The file ${reason}.`, place: { source, path } }));
    return null;
  }
  const { documents, errors } = parseYaml(read.text, { anyTag: true });
  const [error] = errors;
  if (error !== undefined) {
    const place = { source, path, line: error.line, column: error.column };
    problems.push(report('docs/bad-mkdocs', { message: `The file is not valid YAML: ${error.reason}.`, place }));
  }
  return documents[0] ?? null;
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

/** Says whether a value from YAML is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
