// Bitbucket Data Center: the repositories of a project page by page, then one question for each about its catalog file.
import * as z from 'zod';
import { collectPages } from './pages.ts';
import { isStatus } from './refusal.ts';
import type { Job, Listed, Lister } from './types.ts';

const repositoriesSchema = z.object({
  values: z.array(
    z.object({
      slug: z.string(),
      archived: z.boolean().optional(),
      origin: z.object({}).nullish(),
      links: z.object({ clone: z.array(z.object({ name: z.string(), href: z.string() })).optional() }),
    }),
  ),
  isLastPage: z.boolean(),
  nextPageStart: z.int().nullish(),
});
const typeSchema = z.object({ type: z.string() });

/** Opens the lister. */
export function openBitbucketServer({ query, origin, ask, paths }: Job): Lister {
  const api = `${origin}/rest/api/1.0/projects/${encodeURIComponent(query.owner)}/repos`;
  return {
    list: () =>
      collectPages(0, async (start) => {
        const { value } = await ask({ url: `${api}?limit=100&start=${start}` }, repositoriesSchema);
        return { items: value.values.map(listedOf), next: value.isLastPage ? null : (value.nextPageStart ?? null) };
      }),
    look: async ({ key }) => {
      for (const path of paths) {
        try {
          const { value } = await ask({ url: `${api}/${encodeURIComponent(key)}/browse/${encodeURI(path)}?type=true` }, typeSchema);
          if (value.type === 'FILE') return { catalog: true, commit: null };
        } catch (error) {
          if (!isStatus(error, 403, 404)) throw error;
        }
      }
      return { catalog: false, commit: null };
    },
  };
}

function listedOf({ slug, archived, origin, links }: z.infer<typeof repositoriesSchema>['values'][number]): Listed {
  const addressOf = (name: string) => (links.clone ?? []).flatMap((one) => (one.name === name ? [one.href] : []));
  return {
    name: slug,
    key: slug,
    addresses: [...addressOf('http'), ...addressOf('ssh')],
    topics: [],
    archived: archived === true,
    fork: origin !== null && origin !== undefined,
    // The list does not tell; an empty repository has no catalog file.
    branch: '',
    commit: null,
    catalog: null,
  };
}
