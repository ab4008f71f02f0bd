// Weighs the pages of a built site: its folder in; for each sort of page how much HTML, styles and scripts it costs before anybody touches it, out.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { renderTable } from '../bench/table.ts';
import type { Measurement } from './model.ts';
import { type PageWeight, createScales } from './page-weight.ts';

/** Pages of a sort that are weighed: the largest files, and as many spread over all of them. */
const WEIGHED = 40;

export const measureWeights: Measurement = {
  name: 'weights',
  about: 'HTML, styles and scripts of each sort of page, compressed, before anything is touched',
  run: (_page, _origin, _rounds, folder) => Promise.resolve({ samples: [], notes: [renderWeights(folder)] }),
};

interface SitePage {
  readonly path: string;
  readonly bytes: number;
}

interface Weighed extends PageWeight {
  readonly path: string;
}

/** Writes the smallest, the median and the largest page of each sort, the heaviest sort first. */
function renderWeights(folder: string): string {
  const weigh = createScales((address) => readFileSync(join(folder, address.endsWith('/') ? `${address}index.html` : address), 'utf8'));
  const rows = [...Map.groupBy(listPages(folder), ({ path }) => sortOf(path))]
    .map(([sort, pages]) => {
      const weighed = choose(pages).map(({ path }): Weighed => ({ path, ...weigh(path) }));
      return { sort, count: pages.length, weights: weighed.sort((a, b) => a.total - b.total) };
    })
    .sort((a, b) => (b.weights.at(-1)?.total ?? 0) - (a.weights.at(-1)?.total ?? 0));
  return renderTable([
    ['', 'pages', 'smallest', 'median', 'largest', 'of it HTML', 'styles', 'scripts', ''],
    ...rows.map(({ sort, count, weights }) => {
      const most = weights.at(-1);
      const middle = weights[Math.floor(weights.length / 2)];
      const figures = [weights[0]?.total, middle?.total, most?.total, most?.html, most?.styles, most?.scripts];
      return [sort, String(count), ...figures.map(kilobytes), most?.path ?? ''];
    }),
  ]);
}

function listPages(folder: string): SitePage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .sort()
    .map((file) => ({ path: `/${file.slice(0, -'index.html'.length)}`, bytes: statSync(join(folder, file)).size }));
}

/** Names the sort of a page: `component`, `component: dependencies`, `/docs/…`. */
function sortOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  const [section = '', , kind, , tab] = parts;
  if (section === 'catalog' && parts.length >= 4) return tab === undefined ? `${kind}` : `${kind}: ${parts.length > 5 ? `${tab}/…` : tab}`;
  return parts.length > 1 ? `/${section}/…` : path;
}

function choose(pages: readonly SitePage[]): SitePage[] {
  const largest = pages.toSorted((a, b) => b.bytes - a.bytes).slice(0, WEIGHED);
  const step = Math.max(1, Math.floor(pages.length / WEIGHED));
  return [...new Set([...largest, ...pages.filter((_, index) => index % step === 0)])];
}

function kilobytes(bytes = 0): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
