// The files of one source as every room sees them: a sorted list of paths and their bytes. See files-fs.ts for the disk.

/** Why a file that is listed cannot be read. */
export type Unreadable = 'missing' | 'too-large' | 'not-text';

/** Read-only files of one source. Paths are relative to its root, with forward slashes; nothing outside the root can be reached. */
export interface SourceFiles {
  /** All paths, sorted by code unit. Symbolic links, `.git` and unsafe names are not in it. */
  list(): readonly string[];
  /** Says whether a path is a readable file. */
  has(path: string): boolean;
  /** All paths of the repository, sorted by code unit: of a repository, only the files that a portal needs are brought to disk. */
  names(): readonly string[];
  /** Returns the text of a file (byte order mark removed, UTF-8, or UTF-16 with a mark), or why there is none. */
  readText(path: string): { text: string } | { unreadable: Unreadable };
  /** Returns the bytes of a file, or null if there is none or it is larger than the limit. */
  readBytes(path: string): Uint8Array | null;
}

/** Largest text file that is read, in bytes. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024;
/** Largest file that is copied to the site, in bytes. */
export const MAX_ASSET_BYTES = 50 * 1024 * 1024;

/** Decodes text as editors save it: UTF-8 with or without mark, UTF-16 with mark. Returns null for anything else. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** Makes files out of a record from path to text: for tests and for content that is made in memory. */
export function memoryFiles(record: Readonly<Record<string, string | Uint8Array>>): SourceFiles {
  const paths = Object.keys(record).sort();
  const bytes = (path: string) => {
    const content = Object.hasOwn(record, path) ? record[path] : undefined;
    return typeof content === 'string' ? new TextEncoder().encode(content) : (content ?? null);
  };
  return {
    list: () => paths,
    names: () => paths,
    has: (path) => Object.hasOwn(record, path),
    readText: (path) => textOf(bytes(path)),
    readBytes: bytes,
  };
}

/** Turns bytes into the answer of `readText`. */
export function textOf(bytes: Uint8Array | null): { text: string } | { unreadable: Unreadable } {
  if (bytes === null) return { unreadable: 'missing' };
  if (bytes.length > MAX_TEXT_BYTES) return { unreadable: 'too-large' };
  const text = decodeText(bytes);
  return text === null ? { unreadable: 'not-text' } : { text };
}
