// How long browsers may keep a file of the site: its path in, the value of `Cache-Control` out.

/** Folders whose files have a digest of their content in their names. From the root of the site, with a slash at the end. */
export const IMMUTABLE_FOLDERS: readonly string[] = ['_astro/', 'pagefind/fragment/', 'pagefind/index/', 'pagefind/filter/'];

/** For files of which another content has another name. */
export const FOR_EVER = 'public, max-age=31536000, immutable';
/** For all others: kept, and asked for each time whether it has changed. */
export const ASK_FIRST = 'no-cache';

/** Says whether a file never changes: what it would change to has another name. */
export function isImmutable(path: string): boolean {
  return IMMUTABLE_FOLDERS.some((folder) => path.startsWith(folder));
}
