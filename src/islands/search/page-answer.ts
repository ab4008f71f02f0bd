// Answers a question of the search page: question, filters and order in; ranked results and the counts of all filters out.
import { matchKeys } from '../../portal/search/match-keys.ts';
import { type NameHit, matchNames } from '../../portal/search/match-names.ts';
import { askedTerms, matchText } from '../../portal/search/match-text.ts';
import type { NameList } from '../../portal/search/name-list.ts';
import { TIERS } from '../../portal/search/tiers.ts';
import { fold } from '../../portal/search/words.ts';
import { base } from '../dom.ts';
import { type Chosen, addCounts, countValues, entityValues, passes, readChosen, toQuery } from './filters.ts';
import { loadFields, loadKeys, loadSummaries, loadWords } from './load.ts';
import { mergeResults } from './merge.ts';
import { type FilterCounts, type TextAnswer, loadFilterValues, searchText } from './pagefind.ts';
import { type SearchResult, entityResult, keyResult, placeOf, textResult } from './result.ts';

export interface PageAnswer {
  readonly total: number;
  readonly results: readonly SearchResult[];
  readonly counts: FilterCounts;
}

/** Asks all indexes for what an address asks for; `most` results are loaded, none for the counts of the filters alone. */
export async function answerPage(params: URLSearchParams, most: number): Promise<PageAnswer> {
  const text = params.get('q')?.trim() ?? '';
  const chosen = readChosen(params);
  const list = await loadFields();
  const [entities, pages, keys] = await Promise.all([
    findEntities(list, text),
    findPages(text, chosen, most),
    text === '' ? [] : loadKeys(fold(text)).then((parts) => matchKeys(parts, text)),
  ]);
  const passing = entities.filter(({ row }) => passes(list, row, chosen));
  const byUse = params.get('sort') === 'used';
  const weight = ({ row }: NameHit) => list.data.weights[row] ?? 0;
  const shown = (byUse ? passing.toSorted((a, b) => weight(b) - weight(a)) : passing).slice(0, most);
  await loadSummaries(shown.map(({ row }) => row));
  const named = keys.filter(({ row: [, , , place] }) => placePasses(list, place, chosen)).map((hit) => keyResult(list, hit, text));
  const merged = mergeResults([
    shown.map(({ row, tier }) => entityResult(list, row, tier, text)),
    ...[named, pages.answer.hits.map((hit) => textResult(hit, text, base))].map((results) => results.map(asPage)),
  ]);
  // Only entities are related to others; what else is found comes behind them.
  const place = new Map(shown.map(({ row }, index) => [list.rows.ref(row), index]));
  const rank = ({ ref }: SearchResult) => place.get(ref ?? '') ?? Infinity;
  const results = byUse ? merged.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))) : merged;
  const rows = entities.map(({ row }) => row);
  return {
    total: passing.length + Math.max(pages.answer.total, merged.filter(({ ref }) => ref === null).length),
    results: results.slice(0, most),
    counts: addCounts(countValues(list, rows, chosen), pages.counts),
  };
}

/** Without a question all entities are found. */
async function findEntities(list: NameList, text: string): Promise<NameHit[]> {
  if (text === '') return Array.from({ length: list.rows.count }, (_, row) => ({ row, tier: TIERS.text }));
  const names = matchNames(list, text);
  const { whole, rows } = matchText(await loadWords(askedTerms(text)), text);
  const known = new Set(names.map(({ row }) => row));
  const described = [...new Set([...whole, ...rows])].filter((row) => !known.has(row));
  return [...names, ...described.map((row) => ({ row, tier: whole.has(row) ? TIERS.fields : TIERS.text }))].sort((a, b) => a.tier - b.tier);
}

/** Finds pages, and counts the values of each filter as if it were not set itself. */
async function findPages(
  text: string,
  chosen: Chosen,
  most: number,
): Promise<{ readonly answer: TextAnswer; readonly counts: FilterCounts }> {
  await loadFilterValues();
  const [answer, ...others] = await Promise.all([
    searchText({ text, filters: toQuery(chosen), most }),
    ...[...chosen.keys()].map((id) => searchText({ text, filters: toQuery(chosen, id), most: 3 })),
  ]);
  const own = Object.fromEntries([...chosen.keys()].map((id, index) => [id, others[index]?.filters[id] ?? {}]));
  return { answer, counts: { ...answer.filters, ...own } };
}

/** Says whether what a key belongs to passes; what is not known of it does not. */
function placePasses(list: NameList, position: number, chosen: Chosen): boolean {
  const place = list.data.places[position];
  if (place === undefined) return false;
  return [...chosen].every(([id, values]) => {
    if (id === 'section') return values.includes(place.section);
    if (id === 'site') return place.section === 'Docs' && values.includes(placeOf(list, place).name);
    return id !== 'tag' && place.row >= 0 && entityValues(list, place.row, id).some((value) => values.includes(value));
  });
}

/** Filters count pages: of an API, too, each page is one result here. */
function asPage(result: SearchResult): SearchResult {
  return { ...result, thing: result.thing.replace(/#.*$/s, '') };
}
