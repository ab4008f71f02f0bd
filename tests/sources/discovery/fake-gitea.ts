// Gitea's API as its documentation tells it, which is Forgejo's, too: repositories of organisations and users, and what lies in folders.
import { type ApiAnswer, type ApiRequest, type HostedRepository, baseName, pageOf } from './host-server.ts';

/** Answers as Gitea does, below `/api/v1`. `users` are owners that are no organisation. */
export function fakeGitea(
  repositories: readonly HostedRepository[],
  token?: string,
  users: readonly string[] = [],
): (request: ApiRequest) => ApiAnswer {
  return (request) => {
    if (token !== undefined && request.headers.authorization !== `token ${token}`)
      return { status: 401, body: { message: 'invalid username, password or token' } };
    const [, kind = '', owner] = /^\/api\/v1\/(orgs|users)\/([^/]+)\/repos$/.exec(request.path) ?? [];
    if (owner !== undefined) return list(repositories, kind, owner, users, request);
    const [, path, folder = ''] = /^\/api\/v1\/repos\/([^/]+\/[^/]+)\/contents(?:\/(.+))?$/.exec(request.path) ?? [];
    const repository = repositories.find((one) => one.path === path);
    return repository === undefined ? { status: 404, body: { errors: null, message: 'not found' } } : contents(repository, folder);
  };
}

function list(
  repositories: readonly HostedRepository[],
  kind: string,
  owner: string,
  users: readonly string[],
  { query, origin, path }: ApiRequest,
): ApiAnswer {
  const all = repositories.filter((one) => one.path.startsWith(`${owner}/`));
  if (all.length === 0 || (kind === 'orgs' && users.includes(owner)))
    return { status: 404, body: { message: 'GetOrgByName', url: `${origin}/api/swagger` } };
  const [page, size] = [Number(query.get('page') ?? 1), Math.min(50, Number(query.get('limit') ?? 30))];
  const { items, last } = pageOf(all, page, size);
  const body = items.map((one) => ({
    id: 1,
    name: baseName(one.path),
    full_name: one.path,
    empty: one.commit === null,
    fork: one.fork ?? false,
    archived: one.archived ?? false,
    clone_url: one.address ?? `${origin}/${one.path}.git`,
    ssh_url: `git@gitea.example:${one.path}.git`,
    default_branch: 'main',
    topics: one.topics ?? null,
  }));
  const link = `<${origin}${path}?limit=${size}&page=${page + 1}>; rel="next",<${origin}${path}?limit=${size}&page=9>; rel="last"`;
  return { body, headers: { 'x-total-count': String(all.length), ...(!last && { link }) } };
}

function contents({ files, commit }: HostedRepository, folder: string): ApiAnswer {
  if (files.includes(folder)) return { body: { name: baseName(folder), path: folder, type: 'file', content: '' } };
  const inside = files.filter((file) => folder === '' || file.startsWith(`${folder}/`));
  if (commit === null || (inside.length === 0 && folder !== ''))
    return { status: 404, body: { errors: ['object does not exist'], message: 'not found' } };
  const start = folder === '' ? 0 : folder.length + 1;
  const names = [...new Set(inside.map((file) => file.slice(start).split('/')[0] ?? ''))];
  const body = names.map((name) => {
    const path = `${folder === '' ? '' : `${folder}/`}${name}`;
    return { name, path, sha: 'd'.repeat(40), type: files.includes(path) ? 'file' : 'dir', size: 1 };
  });
  return { body };
}
