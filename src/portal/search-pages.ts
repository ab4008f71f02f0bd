// Docs pages as the search index reads them: what is to be found, and nothing of what stands around it. They can be indexed while the site
// is still being rendered.
import { escapeHtml } from '../docs/highlight.ts';
import { type SearchMarks, docsMarks } from './search-marks.ts';
import type { Portal } from './types.ts';

/** A page for the search index. */
export interface SearchPage {
  /** Address without base path: that of the page it stands for. */
  readonly address: string;
  readonly html: string;
}

/** Makes the pages of all docs sites, one at a time. */
export function* searchPages(portal: Portal): Generator<SearchPage> {
  for (const item of portal.docsPages) {
    const { page } = item;
    if (page.canonical !== undefined) continue;
    const title = page.hasTitle ? '' : `<h1>${escapeHtml(page.title)}</h1>`;
    const html = `<!doctype html><html lang="en"><head>${marksHtml(docsMarks(portal, item))}</head><body><main data-pagefind-body>${title}${page.html}</main></body></html>`;
    yield { address: page.address, html };
  }
}

function marksHtml({ filters, meta }: SearchMarks): string {
  const mark = (sort: 'filter' | 'meta', name: string, value: string) =>
    `<meta data-pagefind-${sort}="${escapeHtml(name)}[content]" content="${escapeHtml(value)}">`;
  return [
    ...Object.entries(filters).flatMap(([name, values]) => values.map((value) => mark('filter', name, value))),
    ...Object.entries(meta).map(([name, value]) => mark('meta', name, value)),
  ].join('');
}
