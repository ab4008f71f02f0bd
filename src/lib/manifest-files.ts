// Which files say what a repository depends on: the names of its files in; those that are read out. Pulling and reading ask the same table.
import { compareText } from './problem.ts';
import { fileName, folderOf } from './paths.ts';

/** A sort of file that declares dependencies. */
interface ManifestRow {
  readonly kind: string;
  /** For people. */
  readonly files: string;
  readonly matches: (path: string, name: string) => boolean;
}

const named =
  (...names: readonly string[]) =>
  (_: string, name: string) =>
    names.includes(name);
const like = (pattern: RegExp) => (_: string, name: string) => pattern.test(name);

/** Lists the sorts of manifests; the first that matches counts. Each has its reader in `src/packages/`. */
export const MANIFESTS = [
  { kind: 'npm', files: 'package.json', matches: named('package.json') },
  { kind: 'go', files: 'go.mod', matches: named('go.mod') },
  { kind: 'maven', files: 'pom.xml', matches: named('pom.xml') },
  { kind: 'gradle', files: 'build.gradle, build.gradle.kts', matches: named('build.gradle', 'build.gradle.kts') },
  { kind: 'gradle-catalog', files: 'gradle/libs.versions.toml', matches: (path) => /(?:^|\/)gradle\/libs\.versions\.toml$/.test(path) },
  {
    kind: 'requirements',
    files: 'requirements.txt, requirements-*.txt, requirements/*.txt',
    matches: (path, name) => /^requirements(?:[-_.][\w.-]{1,60})?\.txt$/.test(name) || /(?:^|\/)requirements\/[^/]+\.txt$/.test(path),
  },
  { kind: 'pyproject', files: 'pyproject.toml', matches: named('pyproject.toml') },
  { kind: 'cargo', files: 'Cargo.toml', matches: named('Cargo.toml') },
  { kind: 'gemfile', files: 'Gemfile', matches: named('Gemfile') },
  { kind: 'msbuild', files: '*.csproj, *.fsproj, *.vbproj', matches: like(/\.(?:cs|fs|vb)proj$/) },
  { kind: 'composer', files: 'composer.json', matches: named('composer.json') },
  {
    kind: 'dockerfile',
    files: 'Dockerfile, Dockerfile.*, *.Dockerfile, Containerfile',
    matches: like(/^(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.[Dd]ockerfile$/),
  },
  { kind: 'workflow', files: '.github/workflows/*.yml', matches: (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) },
  { kind: 'tool-versions', files: '.tool-versions', matches: named('.tool-versions') },
] as const satisfies readonly ManifestRow[];

export type ManifestKind = (typeof MANIFESTS)[number]['kind'];

/** Folders whose manifests are others' or nobody's: what is installed, copied in, built, tried in tests or made by templates. */
const OTHERS = new Set(
  'node_modules bower_components vendor third_party third-party site-packages venv target dist testdata test-data test_data test tests __tests__ fixtures __fixtures__ skeleton'.split(
    ' ',
  ),
);
/** Folders that a manifest may lie below. */
const MAX_DEPTH = 6;
/** Manifests that are read of one repository. */
const MOST = 500;

/** Returns the sort of a manifest, or null for a file that is none or lies where none is looked for. */
export function manifestKind(path: string): ManifestKind | null {
  const name = fileName(path);
  const row = MANIFESTS.find(({ matches }) => matches(path, name));
  if (row === undefined) return null;
  const folder = folderOf(path);
  const parts = folder === '' ? [] : folder.split('/');
  if (row.kind === 'workflow') return row.kind;
  return parts.length > MAX_DEPTH || parts.some((part) => OTHERS.has(part.toLowerCase()) || part.startsWith('.')) ? null : row.kind;
}

/** Lists the manifests among the files of a repository, sorted; of very many those that lie nearest to its root. */
export function manifestFiles(names: readonly string[]): { readonly files: readonly string[]; readonly left: number } {
  const found = names.filter((path) => manifestKind(path) !== null);
  if (found.length <= MOST) return { files: found, left: 0 };
  const depth = (path: string) => path.split('/').length;
  const nearest = found.toSorted((a, b) => depth(a) - depth(b) || compareText(a, b)).slice(0, MOST);
  return { files: nearest.sort(compareText), left: found.length - MOST };
}
