// The files of a source in; every dependency that its manifests declare, with its place, and what is wrong with them out. Nothing is run.
import { MAX_TEXT_BYTES, type SourceFiles, type Unreadable } from '../lib/files.ts';
import { manifestFiles, manifestKind } from '../lib/manifest-files.ts';
import { folderOf } from '../lib/paths.ts';
import { type Parsed, type Problem, compareText } from '../lib/problem.ts';
import { isPackageName, packageKey, tidyVersion } from './purl.ts';
import { READERS } from './readers.ts';
import { packageProblem } from './rules.ts';
import type { DeclaredPackage, Manifest, SourcePackages } from './types.ts';

/** Longest manifest that is read, in characters; people write none that come near. */
const MAX_LENGTH = 512 * 1024;
/** Dependencies that are kept of one manifest, and of all manifests of a repository. */
const MOST = { manifest: 2_000, source: 20_000 };

const UNREADABLE: Readonly<Record<Unreadable, string | null>> = {
  // A file that another pull has not brought is nobody's fault.
  missing: null,
  'too-large': `The manifest is larger than ${MAX_TEXT_BYTES / 1024 / 1024} MB, so it is not read.`,
  'not-text': 'The manifest is not text in UTF-8 or UTF-16, so it is not read.',
};

/** Where Gradle looks for a catalog of versions. */
const CATALOG = 'gradle/libs.versions.toml';

type Source = { readonly id: string; readonly files: SourceFiles };

/** Reads the manifests of one source. */
export function readPackages(source: Source): Parsed<SourcePackages> {
  const problems: Problem[] = [];
  const packages: DeclaredPackage[] = [];
  const own = new Set<string>();
  const { files, left } = manifestFiles(source.files.list());
  if (left > 0) {
    const message = `${left} manifests are not read, because the repository has more than ${files.length}.`;
    problems.push(packageProblem('packages/too-many', { message, place: { source: source.id, path: files[0] ?? '' } }));
  }
  const manifests = files.flatMap((path) => {
    const { value, problems: found } = readManifest(source, path);
    problems.push(...found);
    return value === null ? [] : [{ path, manifest: value }];
  });
  const catalogs = new Map(
    manifests.flatMap(({ path, manifest }) => (manifest.aliases === undefined ? [] : [[path, manifest.aliases] as const])),
  );
  for (const { path, manifest } of manifests) {
    const { self } = manifest;
    if (self !== null && isPackageName(self.name)) own.add(packageKey(self.type, self.name));
    const found = toPackages([...manifest.declarations, ...named(manifest, path, catalogs)], source.id, path);
    const room = Math.max(0, Math.min(MOST.manifest, MOST.source - packages.length));
    packages.push(...found.slice(0, room));
    if (found.length <= room) continue;
    const message = `${found.length - room} dependencies of the manifest are left out, because more are declared than are read.`;
    problems.push(packageProblem('packages/too-many', { message, place: { source: source.id, path } }));
  }
  return { value: { packages, own: [...own].sort(compareText) }, problems };
}

/** Reads one manifest; null, perhaps with a problem, when there is nothing to read. */
function readManifest(source: Source, path: string): Parsed<Manifest | null> {
  const place = { source: source.id, path };
  const kind = manifestKind(path);
  const content = source.files.readText(path);
  if (kind === null) return { value: null, problems: [] };
  if ('unreadable' in content || content.text.length > MAX_LENGTH) {
    const message = UNREADABLE['unreadable' in content ? content.unreadable : 'too-large'];
    return { value: null, problems: message === null ? [] : [packageProblem('packages/unreadable-manifest', { message, place })] };
  }
  const manifest = READERS[kind](content.text.replace(/\r\n?/g, '\n'), path);
  if (manifest.fault === null) return { value: manifest, problems: [] };
  const message = `The manifest cannot be parsed: ${manifest.fault.reason}.`;
  return {
    value: manifest,
    problems: [packageProblem('packages/bad-manifest', { message, place: { ...place, line: manifest.fault.line } })],
  };
}

type Catalogs = ReadonlyMap<string, NonNullable<Manifest['aliases']>>;

/** What a build file names of the nearest catalog of versions, which lies in a folder `gradle` beside it or above. */
function named({ references = [] }: Manifest, path: string, catalogs: Catalogs): Manifest['declarations'] {
  if (references.length === 0 || catalogs.size === 0) return [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const aliases = catalogs.get(folder === '' ? CATALOG : `${folder}/${CATALOG}`);
    if (aliases !== undefined)
      return references.flatMap(({ alias, dev, line }) =>
        (aliases.get(alias) ?? []).map((one) => ({ ...one, type: 'maven' as const, dev, line })),
      );
    if (folder === '') return [];
  }
}

/** Makes packages of declarations, each once: where a manifest names one for building and for use, use counts. */
function toPackages(declarations: Manifest['declarations'], source: string, path: string): readonly DeclaredPackage[] {
  const byKey = new Map<string, DeclaredPackage>();
  for (const { type, name, version, dev, line } of declarations) {
    if (!isPackageName(name)) continue;
    const purl = packageKey(type, name);
    const before = byKey.get(purl);
    if (before !== undefined && (!before.dev || dev)) continue;
    byKey.set(purl, { purl, type, name, version: tidyVersion(version), dev, place: { source, path, line } });
  }
  return [...byKey.values()].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || compareText(a.purl, b.purl));
}
