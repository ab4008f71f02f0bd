// Bitbucket Cloud: the repositories of a workspace page by page, then what lies in the folders of the catalog files, with the commit.
import * as z from 'zod';
import { type FolderListing, folderLooker } from './folders.ts';
import { collectPages } from './pages.ts';
import type { Job, Listed, Lister } from './types.ts';

/** Pages of one folder; a hundred entries each. */
const MAX_FOLDER_PAGES = 20;

const repositoriesSchema = z.object({
  values: z.array(
    z.object({
      slug: z.string(),
      parent: z.object({}).nullish(),
      mainbranch: z.object({ name: z.string() }).nullish(),
      links: z.object({ clone: z.array(z.object({ name: z.string(), href: z.string() })) }),
    }),
  ),
  next: z.string().optional(),
});
const folderSchema = z.object({
  values: z.array(z.object({ path: z.string(), type: z.string(), commit: z.object({ hash: z.string() }).optional() })),
  next: z.string().optional(),
});

/** Opens the lister. */
export function openBitbucket({ query, origin, ask, paths }: Job): Lister {
  const api = `${origin}/2.0/repositories/${encodeURIComponent(query.owner)}`;

  async function listFolder(repository: Listed, folder: string): Promise<FolderListing> {
    // Without a commit the host redirects to that of the main branch, for the root alone; a folder needs a name of a commit.
    const at = folder === '' ? '' : `/${encodeURIComponent(repository.branch ?? 'HEAD')}/${encodeURI(folder)}/`;
    let next: string | undefined = `${api}/${encodeURIComponent(repository.key)}/src${at}?pagelen=100`;
    const files: string[] = [];
    let commit: string | null = null;
    for (let page = 0; page < MAX_FOLDER_PAGES && next !== undefined; page++) {
      const { value }: { value: z.infer<typeof folderSchema> } = await ask({ url: next }, folderSchema);
      files.push(...value.values.flatMap(({ path, type }) => (type === 'commit_file' ? [path] : [])));
      commit ??= value.values[0]?.commit?.hash ?? null;
      next = value.next;
    }
    return { files, commit };
  }

  return {
    list: () =>
      collectPages<string>(`${api}?pagelen=100&sort=slug`, async (url) => {
        const { value } = await ask({ url }, repositoriesSchema);
        return { items: value.values.map(listedOf), next: value.next ?? null };
      }),
    look: folderLooker(paths, listFolder),
  };
}

function listedOf({ slug, parent, mainbranch, links }: z.infer<typeof repositoriesSchema>['values'][number]): Listed {
  const addressOf = (name: string) => links.clone.flatMap((one) => (one.name === name ? [one.href] : []));
  return {
    name: slug,
    key: slug,
    addresses: [...addressOf('https'), ...addressOf('ssh')],
    topics: [],
    archived: false,
    fork: parent !== null && parent !== undefined,
    branch: mainbranch?.name ?? null,
    commit: null,
    catalog: null,
  };
}
