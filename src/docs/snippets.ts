// Files that pages bring in with `--8<--`: looked for as MkDocs does, and in the whole repository, never outside of it.
import { folderOf, resolveInside } from '../lib/paths.ts';
import type { PageContext } from './markdown/page-state.ts';
import type { ResolveContext } from './resolve-context.ts';

/** Makes the function that finds the snippets of one page. */
export function createSnippetFinder({ plan, page, source }: ResolveContext): PageContext['snippet'] {
  // MkDocs runs in the folder of mkdocs.yml, which is above that of the docs.
  const docs = plan.mounts.map(({ folder }) => folder).filter((folder) => folder === '' || page.file.startsWith(`${folder}/`));
  const folders = new Set([...docs.map(folderOf), ...docs, folderOf(page.file), '']);
  return (path) => {
    const inside = [...folders].flatMap((folder) => resolveInside(folder, path) ?? []);
    if (inside.length === 0) return { missing: 'leaves the repository' };
    const file = inside.find((candidate) => source.files.has(candidate));
    if (file === undefined) return { missing: 'does not exist' };
    const read = source.files.readText(file);
    return 'text' in read
      ? { file, text: read.text }
      : { missing: read.unreadable === 'too-large' ? 'is too large' : 'is not valid UTF-8 text' };
  };
}
