// Answers a question of the dialog in steps: names at once, then what has to be loaded for it. A question in, ever better answers out.
import { matchKeys } from '../../portal/search/match-keys.ts';
import { type NameHit, matchNames } from '../../portal/search/match-names.ts';
import { askedTerms, matchText } from '../../portal/search/match-text.ts';
import type { NameList } from '../../portal/search/name-list.ts';
import { TIERS, isExact } from '../../portal/search/tiers.ts';
import { askedWords, fold } from '../../portal/search/words.ts';
import { base } from '../dom.ts';
import { loadFields, loadKeys, loadNames, loadSummaries, loadWords } from './load.ts';
import { mergeResults } from './merge.ts';
import { type TextHit, searchText } from './pagefind.ts';
import { type SearchResult, entityResult, keyResult, placeOf, textResult } from './result.ts';

export interface Answer {
  readonly results: readonly SearchResult[];
  /** How much there is, of which the results are the best. */
  readonly total: number;
  /** False while something is still being looked up. */
  readonly complete: boolean;
}

export interface Question {
  readonly text: string;
  /** The docs site that is asked; null for everything. */
  readonly site: string | null;
}

/** Entities that are drawn, pages of which the text is loaded, and rows of which the description is. */
const MOST_ENTITIES = 40;
const MOST_PAGES = 4;
const MOST_SUMMARIES = 3;

/** What has been found so far. */
interface Found {
  list: NameList;
  names: readonly NameHit[];
  described: readonly NameHit[];
  keys: readonly SearchResult[];
  pages: readonly TextHit[];
  pageCount: number;
}

interface Steps {
  readonly show: (answer: Answer) => void;
  /** Says whether there is no newer question. */
  readonly isCurrent: () => boolean;
  /** Waits until nobody has typed for a moment. */
  readonly pause: () => Promise<void>;
}

/** Asks all indexes that a question needs; `show` gets each answer. Throws when nothing could be loaded. */
export async function answerQuestion({ text, site }: Question, { show, isCurrent, pause }: Steps): Promise<void> {
  const list = await loadNames();
  if (!isCurrent()) return;
  const found: Found = { list, names: site === null ? matchNames(list, text) : [], described: [], keys: [], pages: [], pageCount: 0 };
  const draw = (complete: boolean) => {
    if (!isCurrent()) return;
    const results = resultsOf(found, text);
    show({ results, total: Math.max(results.length, found.names.length + found.described.length + found.pageCount), complete });
  };
  draw(false);
  // While somebody types, nothing is loaded for what they have typed so far.
  await pause();
  if (!isCurrent()) return;
  const failures = new Set<unknown>();
  const step = async (work: () => Promise<void>) => {
    try {
      if (isCurrent()) await work();
      draw(false);
    } catch (error) {
      failures.add(error);
    }
  };
  await step(async () => {
    found.keys = matchKeys(await loadKeys(fold(text)), text)
      .filter(({ row: [, , , place] }) => site === null || isOfSite(list, place, site))
      .map((hit) => keyResult(list, hit, text));
  });
  await Promise.all([
    step(async () => {
      if (site !== null || !needsFields(found, text)) return;
      found.list = await loadFields();
      found.names = matchNames(found.list, text);
    }),
    step(async () => {
      if (site === null && !needsText(found, text)) return;
      const { hits, total } = await searchText({ text, filters: site === null ? {} : { site: { any: [site] } }, most: MOST_PAGES });
      Object.assign(found, { pages: hits, pageCount: total });
    }),
  ]);
  await step(async () => {
    if (site !== null || found.names.length + found.keys.length + found.pageCount >= FEW) return;
    found.described = describedHits(found, matchText(await loadWords(askedTerms(text)), text));
  });
  const shown = [...found.names, ...found.described].slice(0, MOST_SUMMARIES);
  await step(() => loadSummaries(shown.map(({ row }) => row)));
  const [failure] = failures;
  if (failure !== undefined && isCurrent()) throw failure;
  draw(true);
}

/** So many results are few: then more is loaded to find more. */
const FEW = 6;

/** Tags and systems are asked for when nothing is called as asked, and one of the words is one of theirs. */
function needsFields({ list, names, keys }: Found, text: string): boolean {
  if ([...names, ...keys].some(({ tier }) => tier <= TIERS.words)) return false;
  return askedWords(text).some((word) => list.data.laterWords.some((known) => known.startsWith(word)));
}

/**
 * Texts take most of the bytes, for each word anew. They are not asked by what is plainly no text: what something is called, if that is more
 * than one word; an identifier that names answer; entities of a kind, as in "kafka component". The search page asks them always.
 */
function needsText({ list, names, keys }: Found, text: string): boolean {
  const words = askedWords(text);
  if (words.length < 2) return true;
  if ([...names, ...keys].some(({ tier }) => isExact(tier))) return false;
  if (!/\s/.test(text) && names.some(({ tier }) => tier <= TIERS.words || tier === TIERS.edit)) return false;
  return !words.some((word) => list.data.kinds.some((kind) => kind.toLowerCase() === word || `${kind.toLowerCase()}s` === word));
}

function isOfSite(list: NameList, position: number, site: string): boolean {
  const place = list.data.places[position];
  return place?.section === 'Docs' && placeOf(list, place).name === site;
}

function describedHits({ names }: Found, { whole, rows }: ReturnType<typeof matchText>): NameHit[] {
  const known = new Set(names.map(({ row }) => row));
  const hits = [...whole].map((row) => ({ row, tier: TIERS.fields as number }));
  return [...hits, ...[...rows].filter((row) => !known.has(row) && !whole.has(row)).map((row) => ({ row, tier: TIERS.text as number }))];
}

function resultsOf({ list, names, described, keys, pages }: Found, text: string): SearchResult[] {
  const entities = [...names.slice(0, MOST_ENTITIES), ...described.slice(0, MOST_ENTITIES)];
  return mergeResults([
    entities.map(({ row, tier }) => entityResult(list, row, tier, text)),
    keys,
    pages.map((hit) => textResult(hit, text, base)),
  ]);
}
