// What Pagefind reads: docs, references of APIs, radar entries and problems as bare pages, what is to be found and nothing of what stands
// around it. They can be indexed while the site is still being rendered. Entities have an index of their own (names-data.ts, text-data.ts).
import { escapeHtml } from '../../docs/highlight.ts';
import type { Problem } from '../../lib/problem.ts';
import { radarEntryView } from '../radar-entry-view.ts';
import { entryAddress } from '../radars.ts';
import type { Portal } from '../types.ts';
import { apiSearchPages } from './api-pages.ts';
import { languageOf } from './language.ts';
import { type SearchMarks, docsMarks, problemMarks, radarMarks } from './marks.ts';

/** A page for the search index. */
export interface SearchPage {
  /** Address without base path: that of the page it stands for. */
  readonly address: string;
  readonly html: string;
}

/** Problems of one page. */
const MOST_PROBLEMS = 200;

/** Makes all pages, one at a time. */
export function* searchPages(portal: Portal): Generator<SearchPage> {
  yield* docsPages(portal);
  for (const { address, marks, body, text } of apiSearchPages(portal)) yield searchPage(address, marks, body, languageOf(text, undefined));
  yield* radarPages(portal);
  yield* problemPages(portal);
}

function* docsPages(portal: Portal): Generator<SearchPage> {
  for (const item of portal.docsPages) {
    const { page, entry } = item;
    if (page.canonical !== undefined) continue;
    const title = page.hasTitle ? '' : `<h1>${escapeHtml(page.title)}</h1>`;
    // What the page belongs to and what its file is called is asked for with it: "keel upgrading".
    const around = `<p data-pagefind-weight="0.3">${escapeHtml(`${entry.site.title} ${nameOf(page.address, entry.site.address)}`)}</p>`;
    yield searchPage(page.address, docsMarks(portal, item), title + page.html + around, languageOf(page.html, entry.site.language));
  }
}

function nameOf(address: string, site: string): string {
  return address.startsWith(site) ? address.slice(site.length).replace(/[/_-]+/g, ' ') : '';
}

function* radarPages(portal: Portal): Generator<SearchPage> {
  for (const use of portal.radars) {
    for (const entry of use.radar.entries) {
      const view = radarEntryView(portal, use, entry);
      const body = [
        `<h1>${escapeHtml(entry.title)}</h1>`,
        `<p>${[view.ring, view.quadrant, ...entry.tags].map(escapeHtml).join(' ')}</p>`,
        view.description,
        ...view.history.map(({ html }) => html),
      ].join('\n');
      yield searchPage(entryAddress(use, entry.id), radarMarks(entry, view.quadrant, view.ring), body, languageOf(body, undefined));
    }
  }
}

/** Problems stand on the page of their entity, those of none on the page of all. */
function* problemPages(portal: Portal): Generator<SearchPage> {
  for (const [ref, problems] of Map.groupBy(portal.problems, ({ subject }) =>
    portal.catalog.get(subject ?? '') === null ? '' : (subject ?? ''),
  )) {
    const entity = ref === '' ? null : portal.catalog.get(ref);
    const address = entity === null ? '/problems/' : portal.addresses.entity(entity, 'problems');
    const marks = problemMarks(portal, entity);
    const body = `<h1>${escapeHtml(marks.meta['title'] ?? '')}</h1>${problems.slice(0, MOST_PROBLEMS).map(problemHtml).join('')}`;
    yield searchPage(address, marks, body, 'en');
  }
}

function problemHtml({ rule, message, hint, place }: Problem): string {
  return `<p>${[rule, message, hint ?? '', place === undefined ? '' : `${place.source}/${place.path}`].map(escapeHtml).join(' ')}</p>`;
}

function searchPage(address: string, marks: SearchMarks, body: string, language: string): SearchPage {
  // Spans colour code, which nobody searches for, and are most of what there would be to read.
  const text = body.replace(/<\/?span\b[^>]*>/g, '');
  const html = `<!doctype html><html lang="${escapeHtml(language)}"><head>${marksHtml(marks)}</head><body><main data-pagefind-body>${text}</main></body></html>`;
  return { address, html };
}

function marksHtml({ filters, meta }: SearchMarks): string {
  const mark = (sort: 'filter' | 'meta', name: string, value: string) =>
    `<meta data-pagefind-${sort}="${escapeHtml(name)}[content]" content="${escapeHtml(value)}">`;
  return [
    ...Object.entries(filters).flatMap(([name, values]) => values.map((value) => mark('filter', name, value))),
    ...Object.entries(meta).map(([name, value]) => mark('meta', name, value)),
  ].join('');
}
