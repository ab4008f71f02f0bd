// GitHub and GitHub Enterprise Server: a page of a hundred repositories tells, in one question, where each stands and what it holds.
import { Octokit } from '@octokit/core';
import * as z from 'zod';
import { scrub } from '../secrets.ts';
import { clientFetch } from './client-fetch.ts';
import { collectPages } from './pages.ts';
import { isStatus, refuse } from './refusal.ts';
import type { Job, Listed, Lister, Refusal } from './types.ts';

/** Repositories of one question. GitHub gives up on questions that take it long, which are then asked in smaller pieces. */
const PAGE_SIZES = [100, 50, 20];

/** Opens the lister. Without a token GraphQL does not answer, so the plain list is read, which says nothing of files. */
export function openGithub(job: Job): Lister {
  return job.authorized ? { list: () => listWithGraphql(job) } : { list: () => listPublic(job) };
}

/** Hosts of the API that GitHub runs itself; a server of one's own has its API below `/api`. */
const CLOUD = /^api\.(?:github\.com|[\w-]+\.ghe\.com)$/;
/** Clients say what they find odd on the console, where it helps nobody. */
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Opens the client of GitHub for one kind of answer; it asks as all discovery does. */
export function openOctokit({ origin, ask }: Pick<Job, 'origin' | 'ask'>, schema: z.ZodType): Octokit {
  const cloud = CLOUD.test(new URL(origin).hostname);
  return new Octokit({
    baseUrl: cloud ? origin : `${origin}/api/v3`,
    userAgent: 'callboard',
    log: SILENT,
    request: { fetch: clientFetch(ask, schema) },
  });
}

const fileSchema = z.object({ type: z.string() }).nullish();
const nodeSchema = z.object({
  name: z.string(),
  url: z.string(),
  isArchived: z.boolean(),
  isFork: z.boolean(),
  repositoryTopics: z.object({ nodes: z.array(z.object({ topic: z.object({ name: z.string() }) }).nullable()).nullable() }),
  defaultBranchRef: z.object({ name: z.string(), target: z.object({ oid: z.string() }).nullable() }).nullable(),
});
type Node = z.infer<typeof nodeSchema>;

const errorSchema = z.object({
  type: z.string().optional(),
  message: z.string().optional(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
});
type GraphqlError = z.infer<typeof errorSchema>;

/** The answer to the question below; of each repository also what stands at each path. */
function answerSchema(paths: readonly string[]) {
  const files = Object.fromEntries(paths.map((_, index) => [`file${index}`, fileSchema]));
  // Their names are made up here, so types do not know them.
  const node = z.object({ ...nodeSchema.shape, ...(files as Record<never, never>) });
  const repositories = z.object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(node.nullable()),
  });
  return z.object({
    data: z.object({ repositoryOwner: z.object({ repositories }).nullable() }).nullish(),
    errors: z.array(errorSchema).optional(),
  });
}

function questionFor(paths: readonly string[]): string {
  const variables = paths.map((_, index) => `, $path${index}: String!`).join('');
  const files = paths.map((_, index) => `file${index}: object(expression: $path${index}) { type: __typename }`).join('\n        ');
  return `query ($owner: String!, $first: Int!, $after: String${variables}) {
  repositoryOwner(login: $owner) {
    repositories(first: $first, after: $after, ownerAffiliations: [OWNER], orderBy: { field: NAME, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        name
        url
        isArchived
        isFork
        repositoryTopics(first: 100) { nodes { topic { name } } }
        defaultBranchRef { name target { oid } }
        ${files}
      }
    }
  }
}`;
}

async function listWithGraphql(job: Job) {
  const { paths, query } = job;
  const schema = answerSchema(paths);
  const client = openOctokit(job, schema);
  const question = questionFor(paths);
  const fixed = { owner: query.owner, ...Object.fromEntries(paths.map((path, index) => [`path${index}`, `HEAD:${path}`])) };
  let size = 0;

  const load = async (after: string | null): Promise<z.infer<typeof schema>> => {
    try {
      return schema.parse(await answerOf(client.graphql(question, { ...fixed, first: PAGE_SIZES[size], after })));
    } catch (error) {
      if (!isStatus(error, 502, 504) || size + 1 >= PAGE_SIZES.length) throw error;
      size++;
      return load(after);
    }
  };

  return collectPages<string | null>(null, async (after) => {
    const { data, errors = [] } = await load(after);
    const repositories = data?.repositoryOwner?.repositories;
    // What fails for one repository costs that one alone: whether it holds a catalog is then not told.
    const broken = new Set(errors.flatMap(({ path }) => brokenNode(path)));
    const fatal = errors.find(({ path }) => brokenNode(path).length === 0);
    if (fatal !== undefined || repositories === undefined) throw refuse(graphqlRefusal(fatal));
    const items = repositories.nodes.flatMap((node, index) => (node === null ? [] : [listedOf(node, paths, broken.has(index))]));
    return { items, next: repositories.pageInfo.hasNextPage ? repositories.pageInfo.endCursor : null };
  });
}

/** The client throws what is an answer with errors. */
async function answerOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    return { data: await asked };
  } catch (error) {
    if (!(error instanceof Error) || !('errors' in error)) throw error;
    return { data: 'data' in error ? error.data : null, errors: error.errors };
  }
}

/** Returns the index of the repository that an error is about, if it is about one. */
function brokenNode(path: GraphqlError['path']): number[] {
  const index = path?.[path.indexOf('nodes') + 1];
  return path !== undefined && path.includes('nodes') && typeof index === 'number' ? [index] : [];
}

const REFUSED: Refusal = {
  reason: 'access was refused',
  status: 403,
  hint: 'Check that the token may read the repositories of the organisation.',
};
const ERRORS: Readonly<Record<string, Refusal>> = {
  NOT_FOUND: { reason: 'there is no such organisation or user, or it may not be read', status: 404 },
  FORBIDDEN: REFUSED,
  INSUFFICIENT_SCOPES: REFUSED,
  RATE_LIMITED: { reason: 'the host allows no more requests for now', status: 429 },
};

function graphqlRefusal(error: GraphqlError | undefined): Refusal {
  const type = error === undefined ? 'NOT_FOUND' : (error.type ?? '');
  const known = Object.hasOwn(ERRORS, type) ? ERRORS[type] : undefined;
  return known ?? { reason: `GitHub says: ${scrub(error?.message ?? 'nothing', [])}` };
}

function listedOf(node: Node, paths: readonly string[], broken: boolean): Listed {
  const files = paths.map((_, index) => fileSchema.parse((node as Readonly<Record<string, unknown>>)[`file${index}`]));
  return {
    name: node.name,
    key: node.name,
    addresses: [node.url],
    topics: (node.repositoryTopics.nodes ?? []).flatMap((one) => (one === null ? [] : [one.topic.name])),
    archived: node.isArchived,
    fork: node.isFork,
    branch: node.defaultBranchRef?.name ?? null,
    commit: node.defaultBranchRef?.target?.oid ?? null,
    catalog: broken || paths.length === 0 ? null : files.some((file) => file?.type === 'Blob'),
  };
}

const publicSchema = z.array(
  z.object({
    name: z.string(),
    clone_url: z.string(),
    archived: z.boolean(),
    fork: z.boolean(),
    size: z.number(),
    topics: z.array(z.string()).optional(),
    default_branch: z.string().nullable(),
  }),
);

async function listPublic(job: Job) {
  const client = openOctokit(job, publicSchema);
  return collectPages(1, async (page) => {
    const { data, headers } = await client.request('GET /users/{username}/repos', {
      username: job.query.owner,
      per_page: 100,
      page,
      sort: 'full_name',
    });
    const items = publicSchema.parse(data).map((one): Listed => ({
      name: one.name,
      key: one.name,
      addresses: [one.clone_url],
      topics: one.topics ?? [],
      archived: one.archived,
      fork: one.fork,
      branch: one.size === 0 ? null : one.default_branch,
      commit: null,
      catalog: null,
    }));
    return { items, next: headers.link?.includes('rel="next"') === true ? page + 1 : null };
  });
}
