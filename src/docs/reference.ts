// A link as written in, its parts out; links that leave the portal are told apart here.
import type { Target } from './markdown/page-state.ts';
import { LINK_SCHEMES } from './markdown/sanitize-schema.ts';

/** A link taken apart. */
export interface Reference {
  /** Decoded; empty for a link to the page itself. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
  /** Decoded; null when the link has none. */
  readonly fragment: string | null;
}

/** Returns where a link with a scheme or a host leads; null for all others. */
export function elsewhere(url: string): Target | null {
  if (url.startsWith('//')) return { kind: 'outside', href: `https:${url}` };
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  if (/^https?$/.test(scheme) && !/^https?:\/\//i.test(url)) {
    // Browsers take `http:name` for a path on a page that is served over http.
    const message = `The link leads to "${url}", which is no web address.`;
    return { kind: 'broken', rule: 'docs/broken-link', message, hint: `Write "${scheme}://".` };
  }
  return LINK_SCHEMES.includes(scheme)
    ? { kind: 'outside', href: url }
    : { kind: 'broken', rule: 'docs/unsafe-link', message: `Links with the scheme "${scheme}:" are not allowed.` };
}

/** Takes a link apart that has neither scheme nor host. What is no valid encoding is taken as it is written. */
export function parseReference(url: string): Reference {
  const [, path = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  // Text fragments are for the browser alone.
  const section = fragment?.replace(/:~:.*$/s, '');
  return { path: decode(path), query, fragment: section === undefined ? null : decode(section) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
