// GitLab's API as its documentation tells it: the projects of a group, and files of a project.
import { type ApiAnswer, type ApiRequest, type HostedRepository, baseName, pageOf } from './host-server.ts';

/** Answers as GitLab does, below `/api/v4`: `repositories` lie in groups by their paths; a token may be needed. */
export function fakeGitlab(repositories: readonly HostedRepository[], token?: string): (request: ApiRequest) => ApiAnswer {
  return (request) => {
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return { status: 401, body: { message: '401 Unauthorized' } };
    const [, group] = /^\/api\/v4\/groups\/([^/]+)\/projects$/.exec(request.path) ?? [];
    if (group !== undefined) return projects(repositories, decodeURIComponent(group), request);
    const [, id, file] = /^\/api\/v4\/projects\/(\d+)\/repository\/files\/([^/]+)$/.exec(request.path) ?? [];
    return id === undefined || file === undefined
      ? { status: 404, body: { error: '404 Not Found' } }
      : fileOf(repositories[Number(id) - 1], decodeURIComponent(file), request);
  };
}

function projects(repositories: readonly HostedRepository[], group: string, { query, origin, path }: ApiRequest): ApiAnswer {
  const below = query.get('include_subgroups') === 'true';
  const parentOf = (one: HostedRepository) => one.path.slice(0, one.path.lastIndexOf('/'));
  if (!repositories.some((one) => `${parentOf(one)}/`.startsWith(`${group}/`)))
    return { status: 404, body: { message: '404 Group Not Found' } };
  const all = repositories.filter(
    (one) =>
      (parentOf(one) === group || (below && parentOf(one).startsWith(`${group}/`))) &&
      (query.get('archived') === null || String(one.archived ?? false) === query.get('archived')),
  );
  const [page, size] = [Number(query.get('page') ?? 1), Math.min(100, Number(query.get('per_page') ?? 20))];
  const { items, last } = pageOf(all, page, size);
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  const body = items.map((one) => ({
    id: repositories.indexOf(one) + 1,
    name: baseName(one.path),
    path: baseName(one.path),
    path_with_namespace: one.path,
    default_branch: one.commit === null ? null : 'main',
    topics: one.topics ?? [],
    http_url_to_repo: one.address ?? `${origin}/${one.path}.git`,
    ssh_url_to_repo: `git@gitlab.example:${one.path}.git`,
    archived: one.archived ?? false,
    empty_repo: one.commit === null,
    runners_token: 'glrt-a-secret-of-the-project',
    ...(one.fork === true && { forked_from_project: { id: 99, name: 'original' } }),
  }));
  const headers = {
    'x-page': String(page),
    'x-per-page': String(size),
    'x-total': String(all.length),
    'x-next-page': last ? '' : String(page + 1),
    ...(!last && { link: `<${origin}${path}?${next.toString()}>; rel="next", <${origin}${path}?page=1>; rel="first"` }),
  };
  return { body, headers };
}

function fileOf(repository: HostedRepository | undefined, file: string, { query }: ApiRequest): ApiAnswer {
  if (query.get('ref') === null) return { status: 400, body: { error: 'ref is missing' } };
  if (query.get('ref') !== 'main' || repository?.files.includes(file) !== true)
    return { status: 404, body: { message: '404 File Not Found' } };
  return {
    body: {
      file_name: baseName(file),
      file_path: file,
      size: 4,
      encoding: 'base64',
      content: Buffer.from('what the file says').toString('base64'),
      ref: 'main',
      blob_id: 'b'.repeat(40),
      commit_id: repository.commit,
      last_commit_id: 'c'.repeat(40),
    },
  };
}
