// Pagefind in the browser: a question in, ranked results out. Loaded when search is first used.

/** The part of Pagefind's module that is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: { baseUrl?: string; ranking?: Record<string, number>; excerptLength?: number }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(query: string | null, options?: { filters?: FilterQuery }): Promise<PagefindSearch>;
}

interface PagefindSearch {
  results: { id: string; data(): Promise<PagefindResult> }[];
  filters: FilterCounts;
  totalFilters: FilterCounts;
}

interface PagefindResult {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

export type FilterCounts = Record<string, Record<string, number>>;
export type FilterQuery = Record<string, { any: string[] }>;

export interface SearchResult {
  readonly url: string;
  readonly title: string;
  /** Icon name and words for what the result is. */
  readonly icon: string;
  readonly what: string;
  readonly ref: string | null;
  /** Pieces of text; every second one matched. */
  readonly excerpt: readonly string[];
}

export interface SearchAnswer {
  readonly total: number;
  readonly results: readonly SearchResult[];
  /** Counts by filter and value among the results, as if the filter itself were not set. */
  readonly filters: FilterCounts;
}

/** Base path of the site, with slashes at both ends. */
export const base = document.body.dataset['base'] ?? '/';

let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind once; a failed load is tried again at the next question. */
export function loadIndex(): Promise<Pagefind> {
  loading ??= (async () => {
    const address = `${base}pagefind/pagefind.js`;
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.options({ baseUrl: base, excerptLength: 18, ranking: { termFrequency: 0.6, pageLength: 0.2, termSaturation: 1.2 } });
    await pagefind.init();
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Loads the values of all filters, so that answers count them. */
export async function loadFilters(): Promise<FilterCounts> {
  return (await loadIndex()).filters();
}

/** Asks the index. An empty question with filters lists what passes them. */
export async function search(query: string, filters: FilterQuery, most: number): Promise<SearchAnswer> {
  const pagefind = await loadIndex();
  const asked = query.trim();
  const found = await pagefind.search(asked === '' ? null : asked, { filters });
  const results = await Promise.all(found.results.slice(0, most).map((result) => result.data()));
  const ranked = exactFirst(results, asked);
  return { total: found.results.length, filters: found.filters, results: ranked.map((result) => toResult(result, asked)) };
}

/** Puts what is called exactly like the question first, entities before pages; the rest keeps its order. */
function exactFirst(results: readonly PagefindResult[], asked: string): PagefindResult[] {
  const name = asked.toLowerCase();
  const rank = ({ meta }: PagefindResult) => {
    const ref = meta['ref'];
    const exact = [meta['title'], ref, ref?.slice(ref.indexOf('/') + 1)].some((one) => one?.toLowerCase() === name);
    return exact ? (ref === undefined ? 1 : 0) : 2;
  };
  return results.toSorted((a, b) => rank(a) - rank(b));
}

function toResult({ url, meta, excerpt }: PagefindResult, query: string): SearchResult {
  return {
    url,
    title: meta['title'] ?? url,
    icon: meta['icon'] ?? 'page',
    what: meta['what'] ?? '',
    ref: meta['ref'] ?? null,
    // An entity is told by its own sentence, not by the words around a match.
    excerpt: meta['summary'] === undefined ? excerpt.split(/<\/?mark>/).map(decode) : markWords(meta['summary'], query),
  };
}

/** Cuts a text at the words of a question: every second piece is one that matched. */
function markWords(text: string, query: string): string[] {
  const words = query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.length === 0 ? [text] : text.split(new RegExp(`(${words.join('|')})`, 'gi'));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#x2F': '/' };

/** Pagefind escapes excerpts; they are shown as text, so they are read back. */
function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
