// Addresses of pages and files: a path inside the docs in, an address as MkDocs gives it (with directory URLs) out.
import { PAGE_ENDING } from '../lib/file-types.ts';
import { fileName, folderOf } from '../lib/paths.ts';

/** Returns the name of a page's file without folder and ending. */
export function pageName(path: string): string {
  return fileName(path).replace(PAGE_ENDING, '');
}

/** Says whether a page stands for its folder. */
export function isIndexPage(path: string): boolean {
  const name = pageName(path);
  return name === 'index' || name === 'README';
}

/**
 * Returns the address of a page below its site: `index.md` and `README.md` are their folder, `a/b.md` is `a/b/`. Empty for the home page.
 * Characters that no web server or file system takes in a name become `-`.
 */
export function pageAddress(path: string): string {
  const folder = folderOf(path);
  const target = isIndexPage(path) ? folder : folder === '' ? pageName(path) : `${folder}/${pageName(path)}`;
  return target === '' ? '' : `${safeSegments(target)}/`;
}

/** Returns a path whose parts can be part of an address, unescaped. */
export function safeSegments(path: string): string {
  return path
    .split('/')
    .map((part) => {
      // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not pass
      const safe = part.replace(/["<>:|*?#%\\\u0000-\u001f\u007f]/g, '-').replace(/^\.+$/, '-');
      return safe === '' ? '-' : safe;
    })
    .join('/');
}

/** Returns an address as it stands in a link: base path in front, spaces and letters outside ASCII encoded. */
export function hrefOf(base: string, address: string): string {
  return base + address.slice(1).split('/').map(encodePart).join('/');
}

/** Lone surrogates cannot be encoded; they are replaced like everywhere else in the web. */
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(/%(?:40|3A|24|26|2B|2C|3B|3D)/g, decodeURIComponent);
}
