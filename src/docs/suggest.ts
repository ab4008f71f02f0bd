// "Did you mean …?" for links and images that lead nowhere: looks for what is nearly called so, and for the same name elsewhere.
import { nearest } from '../lib/nearest.ts';
import { fileName, filesUnder, folderOf, resolveInside } from '../lib/paths.ts';
import { isImage } from '../lib/file-types.ts';
import type { ResolveContext } from './resolve-context.ts';

/** Says which page a link may mean, written as seen from the page; undefined when nothing is near. */
export function suggestLink(path: string, { plan, page }: ResolveContext): string | undefined {
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(path)) return `Did you mean "mailto:${path}"?`;
  if (/^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev)(?:\/|$))/i.test(path)) return `Did you mean "https://${path}"?`;
  return suggest(
    path,
    page.docPath,
    plan.pages.map(({ docPath }) => docPath),
  );
}

/** Says which image may be meant, written as seen from the page; undefined when nothing is near. */
export function suggestImage(path: string, { plan, page, source }: ResolveContext): string | undefined {
  const images = plan.mounts.flatMap(({ prefix, folder }) =>
    filesUnder(source.files.list(), folder)
      .filter(isImage)
      .map((file) => prefix + file.slice(folder === '' ? 0 : folder.length + 1)),
  );
  return suggest(path, page.docPath, images);
}

function suggest(path: string, from: string, known: readonly string[]): string | undefined {
  const wanted = path.startsWith('/') ? resolveInside('', path.slice(1)) : resolveInside(folderOf(from), path);
  const name = fileName(path).toLowerCase();
  const sameName = name === '' ? [] : known.filter((candidate) => fileName(candidate).toLowerCase() === name);
  const found = sameName.length === 1 ? sameName[0] : wanted === null ? null : nearest(wanted, known);
  return found === null || found === undefined ? undefined : `Did you mean "${relativePath(folderOf(from), found)}"?`;
}

/** Returns a path as seen from a folder. */
function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
