// The search dialog: asks as you type, arrows choose, Enter opens. A late answer to an old question is dropped.
import { type FilterQuery, base, loadIndex, search } from './search-index.ts';
import { countWords, drawResult } from './search-results.ts';

const MOST = 12;
const PAUSE = 60;

const dialog = document.querySelector<HTMLDialogElement>('#search-dialog');
const input = dialog?.querySelector<HTMLInputElement>('input');
const list = dialog?.querySelector<HTMLElement>('#search-list');
const status = dialog?.querySelector<HTMLElement>('.search-status');
const scope = dialog?.querySelector<HTMLButtonElement>('[data-search-site]');
const siteField = dialog?.querySelector<HTMLInputElement>('input[name=site]');
const all = dialog?.querySelector<HTMLAnchorElement>('[data-search-all]');

let question = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let chosen = -1;

const SCOPE_KEY = 'callboard:search-site';

/** The docs site that search is limited to; null for everything. */
function site(): string | null {
  return scope?.getAttribute('aria-pressed') === 'true' ? (scope.dataset['searchSite'] ?? null) : null;
}

function limit(on: boolean): void {
  scope?.setAttribute('aria-pressed', String(on));
  if (siteField) siteField.disabled = !on;
}

scope?.addEventListener('click', () => {
  limit(site() === null);
  try {
    // For as long as the reader stays: weeks later nobody remembers that search was limited.
    sessionStorage.setItem(SCOPE_KEY, site() ?? '');
  } catch {
    // Not remembered where storage is forbidden.
  }
  input?.focus();
  void ask();
});
try {
  limit(sessionStorage.getItem(SCOPE_KEY) === scope?.dataset['searchSite']);
} catch {
  limit(false);
}

/** Makes the open dialog work: loads the index, and asks what has been typed before this script was there. */
export function startSearchDialog(): void {
  loadIndex().catch(() => say('The search index could not be loaded.'));
  if (input?.value.trim() !== '') void ask();
}

function say(words: string): void {
  if (status) status.textContent = words;
}

async function ask(): Promise<void> {
  if (!input || !list || !all) return;
  const query = input.value.trim();
  const mine = ++question;
  const only = site();
  const params = new URLSearchParams({ ...(query !== '' && { q: query }), ...(only !== null && { site: only }) }).toString();
  all.href = `${base}search/${params === '' ? '' : `?${params}`}`;
  if (query === '') return show([], '');
  const filters: FilterQuery = only === null ? {} : { site: { any: [only] } };
  try {
    const answer = await search(query, filters, MOST);
    if (mine === question) show(answer.results.map(drawResult), countWords(answer.total, query, only));
  } catch {
    if (mine === question) show([], 'The search index could not be loaded.');
  }
}

function show(links: HTMLAnchorElement[], words: string): void {
  if (!list || !input) return;
  for (const [index, link] of links.entries()) {
    link.id = `Option-${index}`;
    link.setAttribute('role', 'option');
    // The field keeps the focus; arrows move the choice.
    link.tabIndex = -1;
  }
  list.replaceChildren(...links);
  input.setAttribute('aria-expanded', String(links.length > 0));
  choose(links.length > 0 ? 0 : -1);
  say(words);
}

function choose(index: number): void {
  chosen = index;
  for (const [number, item] of [...(list?.children ?? [])].entries()) {
    item.setAttribute('aria-selected', String(number === index));
    if (number === index) item.scrollIntoView({ block: 'nearest' });
  }
  if (index >= 0) input?.setAttribute('aria-activedescendant', `Option-${index}`);
  else input?.removeAttribute('aria-activedescendant');
}

input?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), PAUSE);
});

input?.addEventListener('keydown', (event) => {
  const count = list?.children.length ?? 0;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (count > 0) choose((chosen + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
  } else if (event.key === 'Enter') {
    const link = list?.children[chosen];
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    if (event.metaKey || event.ctrlKey) window.open(link.href, '_blank', 'noopener');
    else link.click();
  }
});

// A result on this very page only moves to a heading: the dialog must not stay in its way.
list?.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('a')) dialog?.close();
});
