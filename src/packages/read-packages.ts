// The files of a source in; every dependency that its manifests declare, with its place, and what is wrong with them out. Nothing is run.
import { MAX_TEXT_BYTES, type SourceFiles, type Unreadable } from '../lib/files.ts';
import { manifestFiles, manifestKind } from '../lib/manifest-files.ts';
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

/** Reads the manifests of one source. */
export function readPackages(source: { readonly id: string; readonly files: SourceFiles }): Parsed<SourcePackages> {
  const problems: Problem[] = [];
  const packages: DeclaredPackage[] = [];
  const own = new Set<string>();
  const { files, left } = manifestFiles(source.files.list());
  if (left > 0) {
    const message = `${left} manifests are not read, because the repository has more than ${files.length}.`;
    problems.push(packageProblem('packages/too-many', { message, place: { source: source.id, path: files[0] ?? '' } }));
  }
  for (const path of files) {
    const place = { source: source.id, path };
    const kind = manifestKind(path);
    const content = source.files.readText(path);
    if (kind === null) continue;
    if ('unreadable' in content || content.text.length > MAX_LENGTH) {
      const message = UNREADABLE['unreadable' in content ? content.unreadable : 'too-large'];
      if (message !== null) problems.push(packageProblem('packages/unreadable-manifest', { message, place }));
      continue;
    }
    const { declarations, self, fault } = READERS[kind](content.text.replace(/\r\n?/g, '\n'), path);
    if (self !== null && isPackageName(self.name)) own.add(packageKey(self.type, self.name));
    if (fault !== null) {
      const message = `The manifest cannot be parsed: ${fault.reason}.`;
      problems.push(packageProblem('packages/bad-manifest', { message, place: { ...place, line: fault.line } }));
    }
    const found = toPackages(declarations, source.id, path);
    const room = Math.max(0, Math.min(MOST.manifest, MOST.source - packages.length));
    packages.push(...found.slice(0, room));
    if (found.length <= room) continue;
    const message = `${found.length - room} dependencies of the manifest are left out, because more are declared than are read.`;
    problems.push(packageProblem('packages/too-many', { message, place }));
  }
  return { value: { packages, own: [...own].sort(compareText) }, problems };
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
