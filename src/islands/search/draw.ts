// Draws results, the same in the dialog and on the search page; text only, never HTML, so that nothing in an index can run.
import { element } from '../dom.ts';
import { drawIcon } from '../icon.ts';
import type { SearchResult } from './result.ts';

/** Makes the link of one result. */
export function drawResult(result: SearchResult): HTMLAnchorElement {
  const link = element('a', 'search-result');
  link.href = result.url;
  link.dataset['searchResult'] = '';
  if (result.ref !== null) link.dataset['entityRef'] = result.ref;
  const what = element('span', 'search-what', result.what);
  if (result.lifecycle !== null) what.append(' ', element('span', result.deprecated ? 'life life-bad' : 'life', result.lifecycle));
  link.append(drawIcon(result.icon), marked('search-title', result.title), what);
  if (result.excerpt.some((piece) => piece !== '')) link.append(marked('search-excerpt', result.excerpt));
  return link;
}

/** Makes the links to other pages of an entity. */
export function drawLinks({ links, plainTitle }: SearchResult): HTMLAnchorElement[] {
  return links.map(({ label, icon, url }) => {
    const link = element('a', 'search-link');
    link.href = url;
    link.title = label;
    link.setAttribute('aria-label', `${label} of ${plainTitle}`);
    link.append(drawIcon(icon));
    return link;
  });
}

function marked(name: string, pieces: readonly string[]): HTMLSpanElement {
  const span = element('span', name);
  for (const [index, piece] of pieces.entries()) span.append(index % 2 === 0 ? piece : element('mark', '', piece));
  return span;
}

/** Says how many results there are, and where they were looked for if not everywhere. */
export function countWords(total: number, query: string, site: string | null = null): string {
  const where = site === null ? '' : ` in ${site}`;
  if (total === 0) return query === '' ? 'Nothing passes these filters.' : `Nothing found for "${query}"${where}.`;
  return `${total.toLocaleString('en-US')} ${total === 1 ? 'result' : 'results'}${where}`;
}
