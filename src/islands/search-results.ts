// Draws search results, the same in the dialog and on the search page.
import { type SearchResult, base } from './search-index.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an icon from the sprite. */
export function drawIcon(name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${base}icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/** Makes the link of one result; text only, never HTML, so that nothing in an index can run. */
export function drawResult(result: SearchResult): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'search-result';
  link.href = result.url;
  link.dataset['searchResult'] = '';
  if (result.ref !== null) link.dataset['entityRef'] = result.ref;
  const title = document.createElement('span');
  title.className = 'search-title';
  title.textContent = result.title;
  const what = document.createElement('span');
  what.className = 'search-what';
  what.textContent = result.what;
  const excerpt = document.createElement('span');
  excerpt.className = 'search-excerpt';
  for (const [index, piece] of result.excerpt.entries()) {
    if (index % 2 === 0) excerpt.append(piece);
    else {
      const mark = document.createElement('mark');
      mark.textContent = piece;
      excerpt.append(mark);
    }
  }
  link.append(drawIcon(result.icon), title, what, excerpt);
  return link;
}

/** Says how many results there are, and where they were looked for if not everywhere. */
export function countWords(total: number, query: string, site: string | null = null): string {
  const where = site === null ? '' : ` in ${site}`;
  if (total === 0) return query === '' ? 'Nothing passes these filters.' : `Nothing found for "${query}"${where}.`;
  return `${total.toLocaleString('en-US')} ${total === 1 ? 'result' : 'results'}${where}`;
}
