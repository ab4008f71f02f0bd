// What a server should say with the files of the site, as rows; and the same rows as the file `_headers` that Netlify and Cloudflare read.
import { FOR_EVER, IMMUTABLE_FOLDERS } from './caching.ts';

/** A header of every answer. */
export interface HeaderRow {
  readonly name: string;
  readonly value: string;
}

/** The headers of every answer. The strict policy stands in the pages themselves, with their hashes; here stands what works in a header only. */
export const HEADERS: readonly HeaderRow[] = [
  { name: 'Content-Security-Policy', value: "frame-ancestors 'none'" },
  // The same for browsers that do not know the line above.
  { name: 'X-Frame-Options', value: 'DENY' },
  { name: 'X-Content-Type-Options', value: 'nosniff' },
  // The address of a page can say what a company works on.
  { name: 'Referrer-Policy', value: 'same-origin' },
];

/** Name of the file that Netlify and Cloudflare read. */
export const HEADERS_FILE = '_headers';

/**
 * Renders the file for a site below a base path. Rules of one path do not overlap in what they set: Cloudflare would join the values. For
 * files without a rule both hosts say by themselves that browsers must ask first.
 */
export function renderHeaders(base: string): string {
  const everywhere = [`${base}*`, ...HEADERS.map(({ name, value }) => `  ${name}: ${value}`)];
  const kept = IMMUTABLE_FOLDERS.flatMap((folder) => [`${base}${folder}*`, `  Cache-Control: ${FOR_EVER}`]);
  return [...everywhere, ...kept, ''].join('\n');
}
