// The list of all files of a site with a digest of each: a map in, the text of the file out, and back.
import { isSafePath } from '../lib/paths.ts';
import { compareText } from '../lib/problem.ts';

/** Where the list lies in the site. It is not in itself. */
export const MANIFEST_PATH = 'api/files.json';

/** Path of each file, from the root of the site, with the SHA-256 of its bytes in hexadecimal digits. */
export type Manifest = ReadonlyMap<string, string>;

const DIGEST = /^[\da-f]{64}$/;

/** Renders a list; sorted, a file on each line, so that two of them can be compared line by line. */
export function renderManifest(files: Manifest): string {
  const lines = [...files].sort(([a], [b]) => compareText(a, b)).map(([path, digest]) => `${JSON.stringify(path)}:"${digest}"`);
  return `{"files":{\n${lines.join(',\n')}\n}}\n`;
}

/** Parses a list; null for a text that is none. What it names lies inside of the site: others may have written it. */
export function parseManifest(text: string): Manifest | null {
  const files = filesIn(text);
  if (typeof files !== 'object' || files === null || Array.isArray(files)) return null;
  const entries = Object.entries(files as Readonly<Record<string, unknown>>);
  const good = entries.every(([path, digest]) => isSafePath(path) && typeof digest === 'string' && DIGEST.test(digest));
  return good ? new Map(entries as [string, string][]) : null;
}

function filesIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { readonly files?: unknown } | null)?.files;
  } catch {
    return null;
  }
}
