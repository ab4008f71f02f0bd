// Answers a question of the dialog in steps: names at once, then what has to be loaded for it. A question in, ever better answers out.
import { matchKeys } from '../../portal/search/match-keys.ts';
import { type NameHit, matchNames } from '../../portal/search/match-names.ts';
import { askedTerms, matchText } from '../../portal/search/match-text.ts';
import type { NameList } from '../../portal/search/name-list.ts';
import { TIERS } from '../../portal/search/tiers.ts';
import { fold } from '../../portal/search/words.ts';
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

/** Entities that are drawn, and pages of which the text is loaded. */
const MOST_ENTITIES = 40;
const MOST_PAGES = 6;
const MOST_SUMMARIES = 5;

/** What has been found so far. */
interface Found {
  list: NameList;
  names: readonly NameHit[];
  described: readonly NameHit[];
  keys: readonly SearchResult[];
  pages: readonly TextHit[];
  pageCount: number;
}

/** Asks all indexes; `show` gets each answer, unless `isCurrent` says that there is a newer question. Throws when nothing could be loaded. */
export async function answerQuestion(
  { text, site }: Question,
  { show, isCurrent, pause }: { show: (answer: Answer) => void; isCurrent: () => boolean; pause: () => Promise<void> },
): Promise<void> {
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
  const steps = [
    async () => {
      const hits = matchKeys(await loadKeys(fold(text)), text);
      const inSite = ({ row: [, , , place] }: (typeof hits)[number]) => {
        const known = list.data.places[place];
        return site === null || (known?.section === 'Docs' && placeOf(list, known).name === site);
      };
      found.keys = hits.filter(inSite).map((hit) => keyResult(list, hit, text));
    },
    async () => {
      if (site !== null) return;
      // Tags and systems are asked for when nothing is called as asked.
      if (!found.names.some(({ tier }) => tier <= TIERS.words)) {
        found.list = await loadFields();
        found.names = matchNames(found.list, text);
      }
      if (found.names.length < MOST_PAGES) found.described = describedHits(found, matchText(await loadWords(askedTerms(text)), text));
    },
    async () => {
      const { hits, total } = await searchText({ text, filters: site === null ? {} : { site: { any: [site] } }, most: MOST_PAGES });
      Object.assign(found, { pages: hits, pageCount: total });
    },
  ];
  const outcomes = await Promise.allSettled(
    steps.map(async (step) => {
      await step();
      draw(false);
    }),
  );
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  const shown = [...found.names, ...found.described].slice(0, MOST_SUMMARIES);
  await loadSummaries(shown.map(({ row }) => row)).catch(() => undefined);
  if (failed !== undefined && isCurrent()) throw failed.reason;
  draw(true);
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
