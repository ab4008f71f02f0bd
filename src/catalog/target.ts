// What a path or address in an entity file points to: a file of a source, something outside, or something that is not fetched.
import { hostLinks, locateUrl, pathOfUrl } from '../lib/git-host.ts';
import { folderOf, resolveInside } from '../lib/paths.ts';
import type { Snapshot, SourceSnapshot } from '../lib/snapshot.ts';
import { webPath } from '../lib/web-path.ts';

/** Longest path or address that is looked at. */
const MAX_LENGTH = 2_048;

export type Target =
  /** A path inside a source; whether there is such a file is not said, and it may be a glob. */
  | { readonly at: 'source'; readonly source: SourceSnapshot; readonly path: string }
  /** A web address that belongs to no source. */
  | { readonly at: 'web'; readonly url: string }
  /** A path that leaves its repository. */
  | { readonly at: 'outside' }
  /** Neither a path nor a web address. */
  | { readonly at: 'nowhere' };

/**
 * Resolves a path or address as Backstage does: relative to the file it is written in, from the root of the repository with a slash in
 * front, or as a whole web address, which may lie in any source of the snapshot; the file's own source is asked first.
 */
export type Resolve = (text: string, from: { readonly source: SourceSnapshot; readonly path: string }) => Target;

/** Makes the resolver of one build, which knows the sources by their repositories. */
export function makeResolve(snapshot: Snapshot): Resolve {
  const sources = Map.groupBy(snapshot.sources, ({ origin }) => hostLinks(origin)?.repository.toLowerCase() ?? null);

  function resolveUrl(url: string, own: SourceSnapshot): Target {
    const repository = locateUrl(url)?.repository.url.toLowerCase();
    const candidates = repository === undefined ? [] : (sources.get(repository) ?? []);
    for (const source of candidates.includes(own) ? [own, ...candidates] : candidates) {
      const found = pathOfUrl(source.origin, url);
      const path = found === null ? null : resolveInside('', found);
      if (path !== null) return { at: 'source', source, path };
    }
    const path = snapshot.web ? webPath(url) : null;
    if (snapshot.web && path !== null && snapshot.web.files.has(path)) return { at: 'source', source: snapshot.web, path };
    return { at: 'web', url };
  }

  return (text, from) => {
    if (text.length > MAX_LENGTH || text.trim() === '' || text.includes('\0')) return { at: 'nowhere' };
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
    if (scheme === 'http' || scheme === 'https') return resolveUrl(text, from.source);
    // `file:///…` and `C:\…` are places on the machine that builds.
    if (scheme !== undefined) return { at: scheme === 'file' || scheme.length === 1 ? 'outside' : 'nowhere' };
    const path = text.replaceAll('\\', '/');
    const resolved = path.startsWith('/') ? resolveInside('', path.replace(/^\/+/, '')) : resolveInside(folderOf(from.path), path);
    return resolved === null ? { at: 'outside' } : { at: 'source', source: from.source, path: resolved };
  };
}

/** Returns what to add to portal.yaml so that the entity file at a web address is read. */
export function sourceHint(url: string): string {
  const located = locateUrl(url);
  if (located === null) return 'Add the repository that holds it to "sources" in portal.yaml.';
  const path = located.refAndPath.slice(located.refAndPath.indexOf('/') + 1);
  const catalog = /^catalog-info\.ya?ml$/.test(path) ? '' : `, catalog: [${JSON.stringify(path)}]`;
  return `Add it to "sources" in portal.yaml: - {git: ${JSON.stringify(`${located.repository.url}.git`)}${catalog}}`;
}

/** Returns what to do so that the content at a web address can be filled in. */
export function contentHint(url: string): string {
  const located = locateUrl(url);
  const repository = located === null ? 'the repository that holds it' : `${located.repository.url}.git`;
  return `Put the file into this repository and name it by its path, or add ${repository} to "sources" in portal.yaml.`;
}
