// Gitea and Forgejo: the repositories of an organisation or user page by page, then what lies in the folders of the catalog files.
import * as z from 'zod';
import { folderLooker } from './folders.ts';
import { collectPages, nextLink } from './pages.ts';
import { isStatus } from './refusal.ts';
import type { Job, Listed, Lister } from './types.ts';

/** Hosts give fifty at most, unless they are told otherwise. */
const PAGE_SIZE = 50;

const repositoriesSchema = z.array(
  z.object({
    name: z.string(),
    full_name: z.string(),
    clone_url: z.string(),
    ssh_url: z.string().optional(),
    archived: z.boolean(),
    fork: z.boolean(),
    empty: z.boolean(),
    topics: z.array(z.string()).nullish(),
    default_branch: z.string(),
  }),
);
/** A file in the place of the folder is described alone. */
const contentsSchema = z.union([z.array(z.object({ path: z.string(), type: z.string() })), z.object({})]);

/** Opens the lister. */
export function openGitea({ query, origin, ask, paths }: Job): Lister {
  const api = `${origin}/api/v1`;
  const pages = (kind: 'orgs' | 'users') =>
    collectPages<string>(`${api}/${kind}/${encodeURIComponent(query.owner)}/repos?page=1&limit=${PAGE_SIZE}`, async (url) => {
      const { value, headers } = await ask({ url }, repositoriesSchema);
      return { items: value.map(listedOf), next: nextLink(headers['link']) };
    });
  return {
    list: async () => {
      try {
        return await pages('orgs');
      } catch (error) {
        if (!isStatus(error, 404)) throw error;
        return pages('users');
      }
    },
    look: folderLooker(paths, async ({ key }, folder) => {
      const repository = key.split('/').map(encodeURIComponent).join('/');
      const { value } = await ask(
        { url: `${api}/repos/${repository}/contents${folder === '' ? '' : '/'}${encodeURI(folder)}` },
        contentsSchema,
      );
      return { files: (Array.isArray(value) ? value : []).flatMap(({ path, type }) => (type === 'file' ? [path] : [])), commit: null };
    }),
  };
}

function listedOf(repository: z.infer<typeof repositoriesSchema>[number]): Listed {
  return {
    name: repository.name,
    key: repository.full_name,
    addresses: [repository.clone_url, ...(repository.ssh_url === undefined ? [] : [repository.ssh_url])],
    topics: repository.topics ?? [],
    archived: repository.archived,
    fork: repository.fork,
    branch: repository.empty ? null : repository.default_branch,
    commit: null,
    catalog: null,
  };
}
