// GitLab: the projects of a group page by page, then one question for each about its catalog file, which also tells its commit.
import { type ResourceOptions, createRequesterFn } from '@gitbeaker/requester-utils';
import { Groups, RepositoryFiles } from '@gitbeaker/rest';
import * as z from 'zod';
import { collectPages } from './pages.ts';
import { isStatus } from './refusal.ts';
import type { Ask, Job, Listed, Lister } from './types.ts';

const projectsSchema = z.array(
  z.object({
    id: z.int(),
    path: z.string(),
    http_url_to_repo: z.string().nullish(),
    ssh_url_to_repo: z.string().nullish(),
    archived: z.boolean().optional(),
    empty_repo: z.boolean().optional(),
    forked_from_project: z.object({}).nullish(),
    topics: z.array(z.string()).optional(),
    default_branch: z.string().nullish(),
  }),
);
const fileSchema = z.object({ commit_id: z.string() });

/** Opens the lister. */
export function openGitlab({ query, origin, ask, paths }: Job): Lister {
  // The client checks tokens for being there; the real one is added where the question leaves.
  const options = { host: origin, token: '', rateLimits: {} };
  const groups = new Groups({ ...options, requesterFn: requesterOf(ask, projectsSchema) });
  const files = new RepositoryFiles({ ...options, requesterFn: requesterOf(ask, fileSchema) });
  return {
    list: () =>
      collectPages(1, async (page) => {
        const { data, paginationInfo } = await groups.allProjects(query.owner, {
          includeSubgroups: query.subgroups,
          withShared: false,
          ...(!query.archived && { archived: false }),
          orderBy: 'id',
          sort: 'asc',
          perPage: 100,
          page,
          showExpanded: true,
        });
        return { items: projectsSchema.parse(data).map(listedOf), next: paginationInfo.next };
      }),
    look: async ({ key, branch }) => {
      for (const path of paths) {
        try {
          const { commit_id: commit } = fileSchema.parse(await files.show(Number(key), path, branch ?? 'HEAD'));
          return { catalog: true, commit };
        } catch (error) {
          // A project whose files are closed says 403.
          if (!isStatus(error, 403, 404)) throw error;
        }
      }
      return { catalog: false, commit: null };
    },
  };
}

function listedOf(project: z.infer<typeof projectsSchema>[number]): Listed {
  return {
    name: project.path,
    key: String(project.id),
    addresses: [project.http_url_to_repo, project.ssh_url_to_repo].flatMap((address) => address ?? []),
    topics: project.topics ?? [],
    archived: project.archived === true,
    fork: project.forked_from_project !== null && project.forked_from_project !== undefined,
    branch: project.empty_repo === true ? null : (project.default_branch ?? null),
    commit: null,
    catalog: null,
  };
}

/** Lets the client ask as all discovery does, for one kind of answer: its own way does not wait as long as a host wants. */
function requesterOf<T>(ask: Ask, schema: z.ZodType<T>) {
  return createRequesterFn(
    (_: ResourceOptions, options) => Promise.resolve(options),
    async (endpoint, options) => {
      const url = new URL(endpoint, String(options?.['prefixUrl']));
      url.search = String(options?.['searchParams'] ?? '');
      const { value, headers } = await ask({ url: url.href }, schema);
      return { body: value as Record<string, unknown>, headers, status: 200 };
    },
  );
}
