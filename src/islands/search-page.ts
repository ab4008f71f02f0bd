// The search page: the question and all filters stand in the address; typing and ticking change both results and address.
import { type FilterCounts, type FilterQuery, loadFilters, search } from './search-index.ts';
import { countWords, drawResult } from './search-results.ts';

const MOST = 50;
const PAUSE = 80;
/** Filters in the order they are drawn; ids are those of the index. */
const FILTERS: readonly (readonly [id: string, label: string])[] = [
  ['section', 'Section'],
  ['site', 'Docs site'],
  ['kind', 'Kind'],
  ['type', 'Type'],
  ['owner', 'Owner'],
  ['lifecycle', 'Lifecycle'],
  ['tag', 'Tag'],
];
const VALUES_SHOWN = 12;

const form = document.querySelector<HTMLFormElement>('[data-search-page]');
const input = form?.querySelector<HTMLInputElement>('input[name=q]');
const panel = document.querySelector<HTMLElement>('[data-search-filters]');
const list = document.querySelector<HTMLOListElement>('[data-search-list]');
const status = document.querySelector<HTMLElement>('[data-search-status]');

let question = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function state(): URLSearchParams {
  return new URLSearchParams(location.search);
}

function filtersOf(params: URLSearchParams): FilterQuery {
  const chosen = FILTERS.map(([id]) => [id, params.getAll(id)] as const).filter(([, values]) => values.length > 0);
  return Object.fromEntries(chosen.map(([id, values]) => [id, { any: values }]));
}

async function ask(): Promise<void> {
  const params = state();
  const query = params.get('q')?.trim() ?? '';
  const filters = filtersOf(params);
  const mine = ++question;
  try {
    await loadFilters();
    const answer = await search(query, filters, MOST);
    if (mine !== question) return;
    const nothingAsked = query === '' && Object.keys(filters).length === 0;
    if (status)
      status.textContent = nothingAsked ? 'Type a question or choose a filter.' : countWords(answer.total, query, whichSites(params));
    list?.replaceChildren(
      ...(nothingAsked ? [] : answer.results).map((result) => {
        const item = document.createElement('li');
        item.append(drawResult(result));
        return item;
      }),
    );
    drawFilters(answer.filters, params);
  } catch {
    if (status && mine === question) status.textContent = 'The search index could not be loaded.';
  }
}

/** The docs sites that are asked, in words. */
function whichSites(params: URLSearchParams): string | null {
  const sites = params.getAll('site');
  return sites.length === 0 ? null : sites.join(' or ');
}

function drawFilters(counts: FilterCounts, params: URLSearchParams): void {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
  panel?.replaceChildren(...FILTERS.flatMap(([id, label]) => drawFilter(id, label, counts[id] ?? {}, params.getAll(id))));
  if (focused !== '') document.getElementById(focused)?.focus();
}

function drawFilter(id: string, label: string, counts: Record<string, number>, chosen: string[]): HTMLElement[] {
  // What is chosen is drawn, whatever it finds: how else would it be given up again?
  const all = new Map([...chosen.map((value) => [value, 0] as const), ...Object.entries(counts)]);
  const rank = ([value, count]: [string, number]) => (chosen.includes(value) ? Infinity : count);
  const values = [...all]
    .filter(([value, count]) => count > 0 || chosen.includes(value))
    .sort((a, b) => (rank(a) === rank(b) ? (a[0] < b[0] ? -1 : 1) : rank(b) - rank(a)));
  if (values.length === 0) return [];
  const group = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = label;
  group.append(legend);
  for (const [index, [value, count]] of values.slice(0, VALUES_SHOWN).entries()) {
    const row = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.name = id;
    box.value = value;
    box.id = `filter-${id}-${index}`;
    box.checked = chosen.includes(value);
    const name = document.createElement('span');
    name.textContent = value;
    const number = document.createElement('span');
    number.className = 'n';
    number.textContent = String(count);
    row.append(box, name, number);
    group.append(row);
  }
  return [group];
}

/** Writes the form into the address. Typing replaces the entry in the history; ticking a filter adds one. */
function remember(mode: 'push' | 'replace'): void {
  const params = new URLSearchParams();
  if (input && input.value.trim() !== '') params.set('q', input.value.trim());
  for (const box of panel?.querySelectorAll<HTMLInputElement>('input:checked') ?? []) params.append(box.name, box.value);
  const query = params.toString();
  history[mode === 'push' ? 'pushState' : 'replaceState'](null, '', query === '' ? location.pathname : `?${query}`);
}

function restore(): void {
  if (input) input.value = state().get('q') ?? '';
  void ask();
}

input?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    remember('replace');
    void ask();
  }, PAUSE);
});
panel?.addEventListener('change', () => {
  remember('push');
  void ask();
});
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  remember('push');
  void ask();
});
addEventListener('popstate', restore);
restore();
