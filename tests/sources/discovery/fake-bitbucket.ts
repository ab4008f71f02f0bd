// Bitbucket's two APIs as their documentation tells them: Cloud below `/2.0`, Data Center below `/rest/api/1.0`.
import { type ApiAnswer, type ApiRequest, type HostedRepository, baseName, pageOf } from './host-server.ts';

/** Answers as Bitbucket Cloud does, for workspaces; `authorization` is the header it wants. */
export function fakeCloud(repositories: readonly HostedRepository[], authorization?: string): (request: ApiRequest) => ApiAnswer {
  return (request) => {
    const { path, query, origin } = request;
    if (authorization !== undefined && request.headers.authorization !== authorization)
      return { status: 401, body: { type: 'error', error: { message: 'Token is invalid' } } };
    const [, workspace = '', slug, commit, folder = ''] =
      /^\/2\.0\/repositories\/([^/]+)(?:\/([^/]+)\/src(?:\/([^/]+)\/(.*))?)?$/.exec(path) ?? [];
    const all = repositories.filter((one) => one.path.startsWith(`${workspace}/`));
    if (all.length === 0)
      return { status: 404, body: { type: 'error', error: { message: `No workspace with identifier '${workspace}'.` } } };
    if (slug === undefined) {
      const { items, next } = cut(all, request);
      return { body: { pagelen: 100, page: 1, size: all.length, values: items.map((one) => described(one, origin)), ...next } };
    }
    const repository = all.find((one) => baseName(one.path) === slug);
    if (repository === undefined || repository.commit === null) return { status: 404, body: { type: 'error' } };
    if (commit === undefined)
      return { status: 302, headers: { location: `${origin}${path}/${repository.commit}/?${query.toString()}` }, body: '' };
    if (![repository.commit, 'main'].includes(commit)) return { status: 404, body: { type: 'error' } };
    const inside = repository.files.filter((file) => folder === '' || file.startsWith(folder));
    if (inside.length === 0) return { status: 404, body: { type: 'error', error: { message: 'No such file or directory' } } };
    const names = [...new Set(inside.map((file) => `${folder}${file.slice(folder.length).split('/')[0] ?? ''}`))];
    const { items, next } = cut(names, request);
    const values = items.map((name) => ({
      path: name,
      type: repository.files.includes(name) ? 'commit_file' : 'commit_directory',
      commit: { type: 'commit', hash: repository.commit },
    }));
    return { body: { pagelen: 100, values, ...next } };
  };
}

function described(one: HostedRepository, origin: string) {
  const name = baseName(one.path);
  const { host } = new URL(origin);
  return {
    type: 'repository',
    slug: name,
    full_name: one.path,
    is_private: true,
    mainbranch: one.commit === null ? null : { type: 'branch', name: 'main' },
    ...(one.fork === true && { parent: { type: 'repository', full_name: 'other/original' } }),
    links: {
      clone: [
        { name: 'https', href: one.address ?? `http://ada@${host}/${one.path}.git` },
        { name: 'ssh', href: `git@bitbucket.example:${one.path}.git` },
      ],
    },
  };
}

function cut<T>(all: readonly T[], { query, origin, path }: ApiRequest): { items: readonly T[]; next: { next?: string } } {
  const [page, size] = [Number(query.get('page') ?? 1), Math.min(100, Number(query.get('pagelen') ?? 10))];
  const { items, last } = pageOf(all, page, size);
  return { items, next: last ? {} : { next: `${origin}${path}?pagelen=${size}&page=${page + 1}` } };
}

/** Answers as Bitbucket Data Center does, for projects; repositories lie below `scm/`. */
export function fakeDataCenter(repositories: readonly HostedRepository[], token?: string): (request: ApiRequest) => ApiAnswer {
  return ({ path, query, headers, origin }) => {
    if (token !== undefined && headers.authorization !== `Bearer ${token}`)
      return { status: 401, body: { errors: [{ message: 'You are not permitted to access this resource' }] } };
    const [, project = '', slug, file] = /^\/rest\/api\/1\.0\/projects\/([^/]+)\/repos(?:\/([^/]+)\/browse\/(.+))?$/.exec(path) ?? [];
    const all = repositories.filter((one) => one.path.startsWith(`scm/${project.toLowerCase()}/`));
    if (all.length === 0) return { status: 404, body: { errors: [{ message: `Project ${project} does not exist.` }] } };
    if (slug === undefined) {
      const [start, limit] = [Number(query.get('start') ?? 0), Math.min(100, Number(query.get('limit') ?? 25))];
      const values = all.slice(start, start + limit).map((one) => ({
        slug: baseName(one.path),
        id: 1,
        archived: one.archived ?? false,
        project: { key: project },
        ...(one.fork === true && { origin: { slug: 'original' } }),
        links: {
          clone: [
            { name: 'ssh', href: `ssh://git@bitbucket.example:7999/${one.path}.git` },
            { name: 'http', href: one.address ?? `${origin}/${one.path}.git` },
          ],
        },
      }));
      const isLastPage = start + limit >= all.length;
      return { body: { size: values.length, limit, start, isLastPage, nextPageStart: isLastPage ? null : start + limit, values } };
    }
    const repository = all.find((one) => baseName(one.path) === slug);
    if (query.get('type') !== 'true') return { status: 400, body: { errors: [] } };
    if (file !== undefined && repository?.files.includes(file) === true) return { body: { type: 'FILE' } };
    if (repository?.files.some((one) => one.startsWith(`${file ?? ''}/`)) === true) return { body: { type: 'DIRECTORY' } };
    return { status: 404, body: { errors: [{ exceptionName: 'com.atlassian.bitbucket.content.NoSuchPathException' }] } };
  };
}
