// The description by which browsers and launchers learn to search the portal: a portal in, XML out (https://github.com/dewitt/opensearch).
import { escapeHtml } from '../../docs/highlight.ts';
import type { Portal } from '../types.ts';

/** Letters that a short name may have. */
const SHORT = 16;

/** Writes the description; null for a site whose public address is not known: it needs complete addresses. */
export function openSearch({ title, site, addresses }: Pick<Portal, 'title' | 'site' | 'addresses'>): string | null {
  if (site === null) return null;
  const address = (path: string) => escapeHtml(site + addresses.href(path));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeHtml([...title].slice(0, SHORT).join(''))}</ShortName>`,
    `<Description>${escapeHtml(`Search ${title}`)}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image width="16" height="16" type="image/svg+xml">${address('/favicon.svg')}</Image>`,
    `<Url type="text/html" method="get" template="${address('/search/')}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${address('/opensearch.xml')}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}
