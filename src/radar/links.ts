// Links of an entry: unchecked fields in, addresses that are safe to open out.
import { type Field, isMapping, isMissing, listOf, textOf } from './field.ts';
import type { Report } from './rules.ts';
import type { Link } from './types.ts';

const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** Reads a list of links: mappings of `url` and `title`, or bare addresses. Unsafe ones are reported and left out. */
export function readLinks(field: Field, report: Report): readonly Link[] {
  return listOf(field, 'links', report).flatMap((item) =>
    isMapping(item.value) ? readLink(item.get('url'), textOf(item.get('title'), 'title', report), report) : readLink(item, '', report),
  );
}

/**
 * Reads one address: http, https, mailto, or a path on this site. Without a title the host is shown. Returns no link for anything else,
 * and reports it.
 */
export function readLink(url: Field, title: string, report: Report): readonly Link[] {
  const text = textOf(url, 'url', report);
  const label = labelOf(text);
  if (label !== null) return [{ url: text, title: title === '' ? label : title }];
  report('radar/bad-link', {
    message: text === '' ? 'A link has no url.' : `The link "${text.slice(0, 100)}" is not an address that can be opened safely.`,
    hint: 'Links start with https://, http://, mailto: or /.',
    place: isMissing(url) ? url.keyPlace() : url.place(),
  });
  return [];
}

/**
 * Returns what to call an address that has no title, or null when it is not safe. Browsers read `//host` and `/\host` as another host,
 * and drop tabs and line ends before they look.
 */
function labelOf(url: string): string | null {
  if (/^\/(?![/\\])\S*$/.test(url)) return url;
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!SAFE_PROTOCOLS.has(parsed.protocol)) return null;
  return parsed.hostname || parsed.pathname;
}
