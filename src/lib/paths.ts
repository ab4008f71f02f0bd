// Paths inside a source: always relative to its root, always with forward slashes.

/**
 * Joins a relative path to the folder it was written in and tidies `.` and `..`.
 * Returns null when the result would leave the root, is absolute, or holds a NUL byte or a backslash.
 */
export function resolveInside(folder: string, relative: string): string | null {
  if (relative.startsWith('/') || /[\0\\]/.test(relative) || /^[A-Za-z]:/.test(relative)) return null;
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Returns the folder of a path: `docs/a.md` gives `docs`, `a.md` gives the empty string. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Returns the last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Returns the ending in lower case with its dot: `A.PNG` gives `.png`; no ending gives the empty string. */
export function extension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

/**
 * Says whether a path from an untrusted tree may be written to or read from disk: relative, no empty, `.` or `..` part, no part that
 * any file system takes for `.git`, no control characters or backslashes, each part at most 255 bytes.
 */
export function isSafePath(path: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not pass
  if (path === '' || path.startsWith('/') || /[\u0000-\u001f\u007f\\]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
  return path.split('/').every((part) => {
    if (part === '' || part === '.' || part === '..' || Buffer.byteLength(part) > 255) return false;
    return !isGitFolderName(part);
  });
}

// Zero-width and other ignorable characters that HFS+ drops when it compares names; NTFS drops trailing dots, spaces and streams.
const IGNORABLE = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

function isGitFolderName(part: string): boolean {
  const name = part.replace(IGNORABLE, '').toLowerCase();
  return /^(?:\.git|git~\d+)(?:[. ]*|:.*)$/.test(name);
}

/** Returns the files below a folder of a source, from a list that is sorted by code unit. */
export function filesUnder(list: readonly string[], folder: string): readonly string[] {
  // `0` follows `/`, so these two bounds hold everything that starts with the folder and a slash.
  return folder === '' ? list : list.slice(lowerBound(list, `${folder}/`), lowerBound(list, `${folder}0`));
}

/** Says whether a path is in a list that is sorted by code unit. */
export function holds(list: readonly string[], path: string): boolean {
  return list[lowerBound(list, path)] === path;
}

function lowerBound(list: readonly string[], value: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? '') < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
