// GitHub's API as its documentation tells it: GraphQL for who has a token, the plain list for everybody, and Apps.
import { createHash } from 'node:crypto';
import { type ApiAnswer, type ApiRequest, type HostedRepository, baseName, pageOf } from './host-server.ts';

export interface GithubState {
  /** Owners and their repositories. */
  readonly owners: Readonly<Record<string, readonly HostedRepository[]>>;
  /** Token that opens it; without one it is open for the plain list alone, as GitHub is. */
  readonly token?: string;
  /** Most repositories that one question may ask for before the host gives up with 502. */
  heavy?: number;
  /** Names of repositories whose files cannot be told. */
  broken?: readonly string[];
  /** Token that an installed App is given, by owner; the App itself is not checked but for showing a JWT. */
  readonly installations?: Readonly<Record<string, string>>;
}

interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number | null>>;
}

/** Answers as GitHub Enterprise Server does, below `/api`. */
export function fakeGithub(state: GithubState): (request: ApiRequest) => ApiAnswer {
  return (request) => {
    const [, kind = '', owner = '', rest = ''] = /^\/api\/v3\/(orgs|users)\/([^/]+)\/(repos|installation)$/.exec(request.path) ?? [];
    if (request.path === '/api/graphql') return graphql(state, request);
    if (rest === 'installation') return installation(state, kind, owner, request);
    if (request.path.startsWith('/api/v3/app/installations/')) return accessToken(state, request);
    return rest === 'repos' ? plainList(state, owner, request) : { status: 404, body: { message: 'Not Found' } };
  };
}

function graphql(state: GithubState, { headers, body, origin }: ApiRequest): ApiAnswer {
  const tokens = [state.token, ...Object.values(state.installations ?? {})].filter((token) => token !== undefined);
  if (!tokens.some((token) => headers.authorization === `Bearer ${token}`)) return { status: 401, body: { message: 'Bad credentials' } };
  const { query, variables } = JSON.parse(body) as Question;
  const first = Number(variables['first']);
  if (first > 100) return { body: { data: null, errors: [{ type: 'EXCESSIVE_PAGINATION', message: 'first is too large' }] } };
  if (state.heavy !== undefined && first > state.heavy) return { status: 502, body: { message: 'timeout' } };
  const owner = String(variables['owner']);
  const all = state.owners[owner];
  if (all === undefined) return { body: { data: { repositoryOwner: null } } };
  const start = variables['after'] === null ? 0 : Number(Buffer.from(String(variables['after']), 'base64').toString());
  const files = [...query.matchAll(/(\w+): object\(expression: \$(\w+)\)/g)].map(([, alias = '', variable = '']) => ({
    alias,
    path: String(variables[variable]).replace(/^HEAD:/, ''),
  }));
  const errors: object[] = [];
  const nodes = all.slice(start, start + first).map((one, index) => {
    const name = baseName(one.path);
    const found = files.map(({ alias, path }) => {
      const broken = state.broken?.includes(name) === true;
      if (broken)
        errors.push({ type: 'SERVICE_UNAVAILABLE', message: 'x', path: ['repositoryOwner', 'repositories', 'nodes', index, alias] });
      return [
        alias,
        !broken && one.files.includes(path)
          ? { type: 'Blob' }
          : one.files.some((file) => file.startsWith(`${path}/`))
            ? { type: 'Tree' }
            : null,
      ];
    });
    return {
      name,
      url: one.address ?? `${origin}/${one.path}`,
      isArchived: one.archived ?? false,
      isFork: one.fork ?? false,
      repositoryTopics: { nodes: (one.topics ?? []).map((topic) => ({ topic: { name: topic } })) },
      defaultBranchRef: one.commit === null ? null : { name: 'main', target: { oid: one.commit } },
      ...Object.fromEntries(found),
    };
  });
  const end = start + nodes.length;
  const pageInfo = { hasNextPage: end < all.length, endCursor: nodes.length === 0 ? null : Buffer.from(String(end)).toString('base64') };
  return { body: { data: { repositoryOwner: { repositories: { pageInfo, nodes } } }, ...(errors.length > 0 && { errors }) } };
}

function plainList(state: GithubState, owner: string, { query, origin, path }: ApiRequest): ApiAnswer {
  const all = state.owners[owner];
  if (all === undefined) return { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' } };
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 30)];
  const { items, last } = pageOf(all, page, size);
  const link = `<${origin}${path}?per_page=${size}&page=${page + 1}>; rel="next", <${origin}${path}?page=99>; rel="last"`;
  const body = items.map((one) => ({
    id: Number.parseInt(createHash('sha1').update(one.path).digest('hex').slice(0, 8), 16),
    name: baseName(one.path),
    full_name: one.path,
    private: false,
    clone_url: one.address ?? `${origin}/${one.path}.git`,
    archived: one.archived ?? false,
    fork: one.fork ?? false,
    size: one.commit === null ? 0 : 7,
    topics: one.topics ?? [],
    default_branch: 'main',
  }));
  return { body, headers: last ? {} : { link } };
}

const isJwt = (authorization: string | undefined) => /^bearer [\w-]+\.[\w-]+\.[\w-]+$/i.test(authorization ?? '');

function installation(state: GithubState, kind: string, owner: string, { headers }: ApiRequest): ApiAnswer {
  if (!isJwt(headers.authorization)) return { status: 401, body: { message: 'A JSON web token could not be decoded' } };
  const index = Object.keys(state.installations ?? {}).indexOf(owner);
  return index < 0 || kind !== 'orgs'
    ? { status: 404, body: { message: 'Not Found' } }
    : { body: { id: index + 1, account: { login: owner } } };
}

function accessToken(state: GithubState, { path, method, headers }: ApiRequest): ApiAnswer {
  const id = Number(/installations\/(\d+)\/access_tokens$/.exec(path)?.[1]);
  const token = Object.values(state.installations ?? {})[id - 1];
  if (method !== 'POST' || token === undefined || !isJwt(headers.authorization)) return { status: 404, body: { message: 'Not Found' } };
  const body = {
    token,
    expires_at: '2099-01-01T00:00:00Z',
    permissions: { contents: 'read', metadata: 'read' },
    repository_selection: 'all',
  };
  return { status: 201, body };
}
