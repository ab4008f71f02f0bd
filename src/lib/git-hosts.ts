// The table of git hosts: one row for each shape of web addresses.

/** A repository on a host. */
export interface Repository {
  /** Page of the repository, without a slash at the end. */
  readonly url: string;
  /** Name by which plugins know it, e.g. `acme/payments`. */
  readonly slug: string;
}

/** Which state of the repository a link shows; without a ref, the default branch. */
interface At {
  readonly ref: string | null;
  readonly commit: string;
}

interface Remote {
  /** Scheme, host and port of the pages. */
  readonly origin: string;
  readonly hostname: string;
  /** Parts of the path, decoded, without `.git`. */
  readonly parts: readonly string[];
}

/** How a host is asked for the form of a new issue: its path below the repository, and the names under which the form is filled in. */
export interface IssueTemplate {
  readonly path: string;
  readonly title: string;
  readonly body: string;
}

/** One kind of host. */
export interface Host {
  /** The form of a new issue; missing where a host keeps issues elsewhere. */
  readonly newIssue?: IssueTemplate;
  /** Annotation that Backstage sets to the slug. */
  readonly slugAnnotation?: string;
  matches(hostname: string): boolean;
  /** Makes the repository out of its remote; null if the path does not have the host's form. */
  repository(remote: Remote): Repository | null;
  view(repository: Repository, at: At, path: string, line?: number): string;
  edit(repository: Repository, at: At, path: string): string | null;
  raw(repository: Repository, at: At, path: string): string;
  /** Takes a web address of a file apart; null if it is none. */
  locate(url: URL): { readonly repository: Repository; readonly refAndPath: string } | null;
}

/** The default branch by its general name; hosts that do not know it are given the commit. */
const DEFAULT_BRANCH = 'HEAD';

const encode = (path: string) => path.split('/').map(encodeURIComponent).join('/');
const isFolder = (path: string) => path === '' || path.endsWith('/');
const anchor = (line: number | undefined, prefix = '#L') => (line === undefined ? '' : `${prefix}${line}`);
const ref = (at: At) => encode(at.ref ?? DEFAULT_BRANCH);
/** Matches a product's own host, and hosts of its name: `gitlab.com`, `gitlab.acme.example`, `my-gitlab.example`. */
const named = (product: string) => (hostname: string) => new RegExp(`(?:^|[.-])${product}(?:[.-]|$)`).test(hostname.toLowerCase());

/** A repository that lies directly under its host: owner (with groups) and name. */
function plainRepository({ origin, parts }: Remote): Repository | null {
  return parts.length < 2 ? null : { url: `${origin}/${encode(parts.join('/'))}`, slug: parts.join('/') };
}

/** Takes an address apart whose path is `<owner>/<name><marker><ref>/<path>`. */
function locateBy(pattern: RegExp): Host['locate'] {
  return (url) => {
    const found = pattern.exec(decodePath(url.pathname));
    const repository =
      found?.[1] === undefined ? null : plainRepository({ origin: url.origin, hostname: url.hostname, parts: found[1].split('/') });
    return repository === null || found?.[2] === undefined ? null : { repository, refAndPath: found[2] };
  };
}

/** Decodes `%20` and the like; a text that is no valid encoding stays as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const GITHUB: Host = {
  newIssue: { path: '/issues/new', title: 'title', body: 'body' },
  slugAnnotation: 'github.com/project-slug',
  matches: (hostname) => named('github')(hostname) || hostname === 'raw.githubusercontent.com' || hostname.endsWith('.ghe.com'),
  repository: plainRepository,
  view: (repository, at, path, line) => `${repository.url}/${isFolder(path) ? 'tree' : 'blob'}/${ref(at)}/${encode(path)}${anchor(line)}`,
  edit: (repository, at, path) => `${repository.url}/edit/${ref(at)}/${encode(path)}`,
  raw: (repository, at, path) => `${repository.url}/raw/${ref(at)}/${encode(path)}`,
  locate: (url) =>
    url.hostname === 'raw.githubusercontent.com'
      ? locateBy(/^\/([^/]+\/[^/]+)\/(.+)$/)(new URL(url.pathname, 'https://github.com'))
      : locateBy(/^\/([^/]+\/[^/]+)\/(?:blob|tree|raw|edit)\/(.+)$/)(url),
};

const GITLAB: Host = {
  newIssue: { path: '/-/issues/new', title: 'issue[title]', body: 'issue[description]' },
  slugAnnotation: 'gitlab.com/project-slug',
  matches: named('gitlab'),
  repository: plainRepository,
  view: (repository, at, path, line) => `${repository.url}/-/${isFolder(path) ? 'tree' : 'blob'}/${ref(at)}/${encode(path)}${anchor(line)}`,
  edit: (repository, at, path) => `${repository.url}/-/edit/${ref(at)}/${encode(path)}`,
  raw: (repository, at, path) => `${repository.url}/-/raw/${ref(at)}/${encode(path)}`,
  // Without `/-/` it is the old form, which still redirects; the shortest owner and name are right there.
  locate: locateBy(/^\/((?:[^/]+\/)+?[^/]+?)(?:\/-)?\/(?:blob|tree|raw|edit)\/(.+)$/),
};

const BITBUCKET_CLOUD: Host = {
  newIssue: { path: '/issues/new', title: 'title', body: 'content' },
  matches: (hostname) => hostname === 'bitbucket.org',
  repository: plainRepository,
  view: (repository, at, path, line) => `${repository.url}/src/${ref(at)}/${encode(path)}${anchor(line, '#lines-')}`,
  edit: (repository, at, path) => `${repository.url}/src/${ref(at)}/${encode(path)}?mode=edit&at=${ref(at)}`,
  raw: (repository, at, path) => `${repository.url}/raw/${ref(at)}/${encode(path)}`,
  locate: locateBy(/^\/([^/]+\/[^/]+)\/(?:src|raw)\/(.+)$/),
};

const atQuery = (at: At) => (at.ref === null ? '' : `?at=${encodeURIComponent(at.ref)}`);

/** Bitbucket Server and Data Center: cloned from `/scm/KEY/name.git`, looked at under `/projects/KEY/repos/name`. */
const BITBUCKET_SERVER: Host = {
  matches: named('bitbucket'),
  repository({ origin, parts }) {
    const [key, name] = parts[0] === 'scm' ? parts.slice(1) : parts;
    if (key === undefined || name === undefined) return null;
    const owner = key.startsWith('~') ? `users/${encode(key.slice(1))}` : `projects/${encode(key)}`;
    return { url: `${origin}/${owner}/repos/${encode(name)}`, slug: `${key}/${name}` };
  },
  view: (repository, at, path, line) => `${repository.url}/browse/${encode(path)}${atQuery(at)}${anchor(line, '#')}`,
  edit: () => null,
  raw: (repository, at, path) => `${repository.url}/raw/${encode(path)}${atQuery(at)}`,
  locate(url) {
    const found = /^\/(projects|users)\/([^/]+)\/repos\/([^/]+)\/(?:browse|raw)\/(.+)$/.exec(decodePath(url.pathname));
    if (found === null) return null;
    const [, owner, key, name, path] = found;
    const at = url.searchParams.get('at')?.replace(/^refs\/(?:heads|tags)\//, '') ?? DEFAULT_BRANCH;
    return {
      repository: { url: `${url.origin}/${owner}/${encode(key ?? '')}/repos/${encode(name ?? '')}`, slug: `${key}/${name}` },
      refAndPath: `${at}/${path}`,
    };
  },
};

/** Gitea and Forgejo find out themselves what a bare ref is, but do not know `HEAD`. */
const giteaRef = (at: At) => (at.ref === null ? `commit/${at.commit}` : encode(at.ref));

const GITEA: Host = {
  newIssue: { path: '/issues/new', title: 'title', body: 'body' },
  matches: (hostname) => ['gitea', 'forgejo', 'codeberg'].some((product) => named(product)(hostname)),
  repository: plainRepository,
  view: (repository, at, path, line) => `${repository.url}/src/${giteaRef(at)}/${encode(path)}${anchor(line)}`,
  edit: (repository, at, path) => (at.ref === null ? null : `${repository.url}/_edit/${encode(at.ref)}/${encode(path)}`),
  raw: (repository, at, path) => `${repository.url}/raw/${giteaRef(at)}/${encode(path)}`,
  locate: locateBy(/^\/([^/]+\/[^/]+)\/(?:src|raw)\/(?:(?:branch|tag|commit)\/)?(.+)$/),
};

const azureVersion = (at: At) => (at.ref === null ? '' : `${/^[0-9a-f]{40}$/.test(at.ref) ? 'GC' : 'GB'}${encodeURIComponent(at.ref)}`);

/** Azure DevOps: `dev.azure.com/organisation/project/_git/name`, and the older `organisation.visualstudio.com/project/_git/name`. */
const AZURE: Host = {
  slugAnnotation: 'dev.azure.com/project-repo',
  matches: (hostname) => /(?:^|\.)(?:dev\.azure\.com|visualstudio\.com)$/.test(hostname.toLowerCase()),
  repository({ origin, hostname, parts }) {
    if (hostname.startsWith('ssh.') || hostname.startsWith('vs-ssh.')) {
      const [version, organisation, project, name] = parts;
      if (version !== 'v3' || project === undefined || name === undefined) return null;
      return { url: `https://dev.azure.com/${encode(`${organisation}/${project}`)}/_git/${encode(name)}`, slug: `${project}/${name}` };
    }
    const [name, marker, project = name] = parts.toReversed();
    if (name === undefined || marker !== '_git') return null;
    return { url: `${origin}/${encode(parts.join('/'))}`, slug: `${project}/${name}` };
  },
  view(repository, at, path, line) {
    const version = at.ref === null ? '' : `&version=${azureVersion(at)}`;
    const lines = line === undefined ? '' : `&line=${line}&lineEnd=${line + 1}&lineStartColumn=1&lineEndColumn=1`;
    return `${repository.url}?path=/${encode(path)}${version}${lines}`;
  },
  edit: () => null,
  raw(repository, at, path) {
    const version = at.ref === null ? '' : `&versionDescriptor.version=${encodeURIComponent(at.ref)}`;
    return `${repository.url.replace('/_git/', '/_apis/git/repositories/')}/items?path=/${encode(path)}${version}`;
  },
  locate(url) {
    const path = url.searchParams.get('path');
    const repository = AZURE.repository({
      origin: url.origin,
      hostname: url.hostname,
      parts: decodePath(url.pathname).split('/').filter(Boolean),
    });
    if (path === null || repository === null) return null;
    const version = url.searchParams.get('version')?.replace(/^G[BCT]/, '') ?? DEFAULT_BRANCH;
    return { repository, refAndPath: `${version}/${path.replace(/^\/+/, '')}` };
  },
};

/** All hosts whose addresses are known; the first that matches counts. */
export const HOSTS: readonly Host[] = [GITHUB, GITLAB, BITBUCKET_CLOUD, BITBUCKET_SERVER, GITEA, AZURE];
