// Docs for programs that read text: lists of sites and of pages in the form of https://llmstxt.org, with links to the Markdown of each page.
import type { DocsEntry, DocsPage, Portal } from './types.ts';

/** Lists all docs sites, each with a link to the list of its pages. */
export function llmsIndex(portal: Portal): string {
  const sites = portal.docs.map(({ site }) => line(portal, site.title, listAddress(site.address), site.description));
  return text(portal.title, 'A developer portal: who owns what, how things hang together, and their docs.', 'Docs', sites);
}

/** Lists the pages of one site in the order of its navigation. */
export function llmsSite(portal: Portal, { site }: DocsEntry): string {
  const pages = site.pages
    .filter((page) => page.canonical === undefined)
    .map((page) => line(portal, page.title, markdownAddress(page), page.description));
  return text(site.title, site.description, 'Pages', pages);
}

/** Address of the Markdown of a page, without base path. */
export function markdownAddress(page: DocsPage): string {
  return `${page.canonical ?? page.address}index.md`;
}

/** Address of the list of a site's pages, without base path. */
export function listAddress(site: string): string {
  return `${site}llms.txt`;
}

function text(title: string, summary: string, heading: string, lines: readonly string[]): string {
  const parts = [`# ${plain(title)}`, ...(summary === '' ? [] : [`> ${plain(summary)}`]), `## ${heading}`, lines.join('\n')];
  return `${parts.join('\n\n')}\n`;
}

function line(portal: Portal, title: string, address: string, summary: string): string {
  const url = (portal.site ?? '') + portal.addresses.href(address);
  return `- [${plain(title).replace(/[[\]\\]/g, '\\$&')}](${url})${summary === '' ? '' : `: ${plain(summary)}`}`;
}

function plain(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
