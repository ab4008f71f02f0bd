// Web addresses of a git host: the origin of a source in; links to look at, edit and download its files out, and back again.
import { HOSTS, type Host, type Repository, decodePath } from './git-hosts.ts';
import { type IssueForm, issueForm } from './issue-link.ts';
import type { Origin } from './snapshot.ts';

/** Links to the files of one source on its git host. */
export interface HostLinks {
  /** Page of the repository. */
  readonly repository: string;
  /** Page that shows a file, or a folder when the path is empty or ends with a slash. */
  view(path: string, line?: number): string;
  /** Page that edits a file; null where the host has none or the source is pinned to a commit. */
  edit(path: string): string | null;
  /** Address of the bare file. */
  raw(path: string): string;
  /** The form of a new issue; null where the host has none. */
  readonly newIssue: IssueForm | null;
}

/**
 * Returns the links of a source, or null when it is a folder or on a host whose addresses are not known.
 * They name the configured ref and not the commit, so that a page stays the same while its files do.
 */
export function hostLinks(origin: Origin): HostLinks | null {
  const found = hostOf(origin);
  if (found === null || origin.type === 'path') return null;
  const { host, repository } = found;
  const at = { ref: origin.ref, commit: origin.commit };
  return {
    repository: repository.url,
    view: (path, line) => host.view(repository, at, path, line),
    edit: (path) => (origin.ref !== null && isCommit(origin.ref) ? null : host.edit(repository, at, path)),
    raw: (path) => host.raw(repository, at, path),
    newIssue: host.newIssue === undefined ? null : issueForm(repository.url, host.newIssue),
  };
}

/** Returns the annotation by which plugins know the project of a source, as Backstage sets it; null where Backstage has none. */
export function projectSlug(origin: Origin): { readonly annotation: string; readonly slug: string } | null {
  const found = hostOf(origin);
  return found?.host.slugAnnotation === undefined ? null : { annotation: found.host.slugAnnotation, slug: found.repository.slug };
}

/**
 * Returns the path inside a source that a web address points to (`…/blob/main/a.yaml` and the like), or null when the address lies
 * elsewhere. With a configured ref the address must name it; without one any single-part ref counts as the default branch.
 */
export function pathOfUrl(origin: Origin, url: string): string | null {
  const found = hostOf(origin);
  const target = locateUrl(url);
  if (found === null || target === null || origin.type === 'path') return null;
  if (target.repository.url.toLowerCase() !== found.repository.url.toLowerCase()) return null;
  const { refAndPath } = target;
  if (origin.ref === null) return refAndPath.slice(refAndPath.indexOf('/') + 1);
  const wanted = [origin.ref, origin.commit].find((ref) => refAndPath.startsWith(`${ref}/`));
  return wanted === undefined ? null : refAndPath.slice(wanted.length + 1);
}

/** Finds the repository that a web address of a file lies in, and what follows: `<ref>/<path>`. Returns null for an unknown host or form. */
export function locateUrl(url: string): { readonly repository: Repository; readonly refAndPath: string } | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  for (const host of HOSTS) {
    const found = host.matches(parsed.hostname) ? host.locate(parsed) : null;
    if (found !== null) return found;
  }
  return null;
}

/** Says whether a ref is a full commit hash. */
export function isCommit(ref: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

function hostOf(origin: Origin): { host: Host; repository: Repository } | null {
  const remote = origin.type === 'git' ? parseRemote(origin.url) : null;
  if (remote === null) return null;
  for (const host of HOSTS) {
    const repository = host.matches(remote.hostname) ? host.repository(remote) : null;
    if (repository !== null) return { host, repository };
  }
  return null;
}

/** Reads what a git remote says: `https://host/a/b.git`, `ssh://git@host:22/a/b` and `git@host:a/b.git` are the same place. */
function parseRemote(remote: string): { origin: string; hostname: string; parts: string[] } | null {
  const scp = /^(?:[^@/:\s]+@)?([\w.-]+):(?!\/\/)([^\s]+)$/.exec(remote);
  const text = scp === null ? remote : `ssh://${scp[1]}/${scp[2]}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^(?:https?|ssh|git):$/.test(url.protocol) || url.hostname === '') return null;
  // Only a web address says on which port the pages are.
  const origin = /^https?:$/.test(url.protocol) ? url.origin : `https://${url.hostname}`;
  const path = decodePath(url.pathname)
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return { origin, hostname: url.hostname, parts: path.split('/').filter((part) => part !== '') };
}
