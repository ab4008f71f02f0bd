// Pagefind in the browser: a question and filters in, pages with the words of the question out. Loaded when text is first asked for.
import { base } from '../dom.ts';
import { type MatchedText, isMeant } from './meant.ts';

interface Settings {
  readonly baseUrl: string;
  readonly excerptLength: number;
  readonly ranking: Readonly<Record<string, number>>;
}

/** The part of Pagefind's module that is used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: Settings & { noWorker: boolean }): Promise<void>;
  init(): Promise<void>;
  mergeIndex(address: string, options: Settings & { language: string }): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(query: string | null, options?: { filters?: FilterQuery }): Promise<PagefindSearch>;
}

interface PagefindSearch {
  results: PagefindHit[];
  filters: FilterCounts;
}

interface PagefindHit {
  id: string;
  data(): Promise<PagefindPage>;
}

interface PagefindPage extends MatchedText {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly PagefindSection[];
}

interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly weight: number }[];
}

export type FilterCounts = Record<string, Record<string, number>>;
export type FilterQuery = Record<string, { any: string[] }>;

/** A page that holds the words of a question. */
export interface TextHit {
  readonly url: string;
  readonly title: string;
  /** Heading of the section that fits best; null where that is the page itself. */
  readonly heading: string | null;
  readonly icon: string;
  readonly what: string;
  readonly section: string;
  /** Pieces of text; every second one matched. */
  readonly excerpt: readonly string[];
}

export interface TextAnswer {
  readonly total: number;
  readonly hits: readonly TextHit[];
  /** How many of all results have each value of each filter. */
  readonly filters: FilterCounts;
}

export interface TextQuestion {
  /** Empty for all pages. */
  readonly text: string;
  readonly filters: FilterQuery;
  /** Hits that are wanted with all that is shown of them. */
  readonly most: number;
}

const NOTHING: TextAnswer = { total: 0, hits: [], filters: {} };

let loading: Promise<Pagefind> | undefined;

/** Long pages and repeated words count for less than Pagefind would have them. */
const SETTINGS: Settings = {
  baseUrl: base,
  excerptLength: 18,
  ranking: { termFrequency: 0.6, pageLength: 0.2, termSaturation: 1.2 },
};

type Languages = Readonly<Record<string, { readonly page_count: number }>>;

/** Languages that are searched beside the first one. */
const MOST_LANGUAGES = 12;

/** Lists the languages that Pagefind does not load by itself: it takes that of the page, else the one with most pages. */
function otherLanguages(languages: Languages): string[] {
  const all = Object.entries(languages).sort(([a, x], [b, y]) => y.page_count - x.page_count || (a < b ? -1 : 1));
  const first = Object.hasOwn(languages, document.documentElement.lang) ? document.documentElement.lang : all[0]?.[0];
  return all.flatMap(([language]) => (language === first ? [] : [language])).slice(0, MOST_LANGUAGES);
}

/** Loads Pagefind once, with the indexes of all languages joined; a failed load is tried again at the next question. */
function loadPagefind(): Promise<Pagefind> {
  loading ??= (async () => {
    const folder = `${base}pagefind/`;
    const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
    // A worker would load the program a second time, to spare the page a few milliseconds.
    await pagefind.options({ ...SETTINGS, noWorker: true });
    await pagefind.init();
    const entry = (await (await fetch(`${folder}pagefind-entry.json`)).json()) as { languages: Languages };
    // A path that is spelt in another way: Pagefind takes the same one for a mistake.
    for (const language of otherLanguages(entry.languages)) await pagefind.mergeIndex(`${folder}./`, { ...SETTINGS, language });
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Loads the values of all filters, so that answers count them. */
export async function loadFilterValues(): Promise<void> {
  await (await loadPagefind()).filters();
}

/** Asks for the pages with all words of a question. */
export async function searchText({ text, filters, most }: TextQuestion): Promise<TextAnswer> {
  const pagefind = await loadPagefind();
  const asked = text.trim();
  const found = await pagefind.search(asked === '' ? null : asked, { filters });
  const pages = await Promise.all(found.results.slice(0, most).map((hit) => hit.data()));
  if (asked !== '' && !isMeant(asked, pages.slice(0, LOOKED_AT))) return NOTHING;
  return { total: found.results.length, filters: found.filters, hits: pages.map(toHit) };
}

/** Pages that tell whether Pagefind has found what was asked. */
const LOOKED_AT = 3;

function toHit({ url, meta, filters, excerpt, sub_results: sections }: PagefindPage): TextHit {
  const weigh = ({ weighted_locations: all }: PagefindSection) => all.reduce((sum, { weight }) => sum + weight, 0);
  const best = sections.reduce<PagefindSection | null>((most, one) => (most === null || weigh(one) > weigh(most) ? one : most), null);
  const isSection = best !== null && best.url.includes('#');
  return {
    url: isSection ? best.url : url,
    title: meta['title'] ?? url,
    heading: isSection && best.title !== meta['title'] ? best.title : null,
    icon: meta['icon'] ?? 'page',
    what: meta['what'] ?? '',
    section: filters['section']?.[0] ?? '',
    excerpt: (isSection ? best.excerpt : excerpt).split(/<\/?mark>/).map(decode),
  };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#x2F': '/' };

/** Pagefind escapes excerpts; they are shown as text, so they are read back. */
function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
