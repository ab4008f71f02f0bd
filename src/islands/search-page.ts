// The search page: the question, all filters and the order stand in the address; typing, ticking and choosing change results and address.
import { element } from './dom.ts';
import { countWords, drawLinks, drawResult } from './search/draw.ts';
import { drawFilters } from './search/draw-filters.ts';
import { readChosen } from './search/filters.ts';
import { type PageAnswer, answerPage } from './search/page-answer.ts';
import { rememberSearch } from './search/recent-searches.ts';

const PAGE = 50;
const PAUSE = 80;

const form = document.querySelector<HTMLFormElement>('[data-search-page]');
const input = form?.querySelector<HTMLInputElement>('input[name=q]');
const panel = document.querySelector<HTMLElement>('[data-search-filters]');
const list = document.querySelector<HTMLOListElement>('[data-search-list]');
const status = document.querySelector<HTMLElement>('[data-search-status]');
const order = document.querySelector<HTMLSelectElement>('[data-search-order]');
const more = document.querySelector<HTMLButtonElement>('[data-search-more]');

let question = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let most = PAGE;

function state(): URLSearchParams {
  return new URLSearchParams(location.search);
}

async function ask(): Promise<void> {
  const params = state();
  const query = params.get('q')?.trim() ?? '';
  const mine = ++question;
  try {
    // Without a question only the filters are drawn.
    const answer = await answerPage(params, asksNothing(params) ? 0 : most);
    if (mine === question) draw(answer, query, params);
  } catch {
    if (status && mine === question) status.textContent = 'The search index could not be loaded.';
  }
}

function draw({ total, results, counts }: PageAnswer, query: string, params: URLSearchParams): void {
  if (status)
    status.textContent = asksNothing(params) ? 'Type a question or choose a filter.' : countWords(total, query, whichSites(params));
  list?.replaceChildren(
    ...results.map((result) => {
      const item = element('li', 'search-row');
      item.append(drawResult(result), ...drawLinks(result));
      return item;
    }),
  );
  if (more) more.hidden = results.length < most || total <= most;
  if (panel) drawFilters(panel, counts, params);
}

function asksNothing(params: URLSearchParams): boolean {
  return (params.get('q')?.trim() ?? '') === '' && readChosen(params).size === 0;
}

/** The docs sites that are asked, in words. */
function whichSites(params: URLSearchParams): string | null {
  const sites = params.getAll('site');
  return sites.length === 0 ? null : sites.join(' or ');
}

/** Writes the form into the address. Typing replaces the entry in the history; ticking a filter adds one. */
function remember(mode: 'push' | 'replace'): void {
  most = PAGE;
  const params = new URLSearchParams();
  if (input && input.value.trim() !== '') params.set('q', input.value.trim());
  for (const box of panel?.querySelectorAll<HTMLInputElement>('input:checked') ?? []) params.append(box.name, box.value);
  if (order && order.selectedIndex > 0) params.set('sort', order.value);
  const query = params.toString();
  history[mode === 'push' ? 'pushState' : 'replaceState'](null, '', query === '' ? location.pathname : `?${query}`);
}

function restore(): void {
  const params = state();
  most = PAGE;
  if (input) input.value = params.get('q') ?? '';
  if (order) order.value = params.get('sort') ?? order.options[0]?.value ?? '';
  if (order && order.selectedIndex < 0) order.selectedIndex = 0;
  void ask();
}

input?.addEventListener('input', () => {
  clearTimeout(timer);
  // What answers an older question is no answer to what stands in the field now.
  question++;
  timer = setTimeout(() => {
    remember('replace');
    void ask();
  }, PAUSE);
});
for (const control of [panel, order]) {
  control?.addEventListener('change', () => {
    remember('push');
    void ask();
  });
}
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  remember('push');
  rememberSearch(input?.value ?? '');
  void ask();
});
more?.addEventListener('click', () => {
  const last = list?.lastElementChild;
  most += PAGE;
  void ask().then(() => list?.children[most - PAGE]?.querySelector('a')?.focus({ preventScroll: last !== null }));
});
addEventListener('popstate', restore);
restore();
