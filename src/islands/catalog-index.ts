// The catalog index: filters, text and their counts over all entities, with the whole state in the address.
// The data is loaded when somebody filters, or when the address asks for something the page does not show.
import type { FacetId, IndexData } from '../portal/catalog-view.ts';
import { drawChosen, drawFacets, drawRow } from './catalog/draw.ts';
import { readWanted, selectRows, toggleValue } from './catalog/filter.ts';

const STEP = 100;

const main = document.querySelector<HTMLElement>('[data-catalog]');
const part = <T extends HTMLElement>(name: string) => main?.querySelector<T>(`[data-${name}]`) ?? null;
const facets = part('facets');
const body = part<HTMLTableSectionElement>('rows');
const form = part<HTMLFormElement>('catalog-form');
const input = form?.querySelector('input');
const more = part('more');
const opened = new Set<string>();

let loading: Promise<IndexData> | undefined;
let shown = STEP;

function load(): Promise<IndexData> {
  loading ??= fetch(main?.dataset['index'] ?? '').then((answer) => {
    if (!answer.ok) throw new Error(`The catalog could not be loaded: ${answer.status}`);
    return answer.json() as Promise<IndexData>;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

function query(): URLSearchParams {
  return new URLSearchParams(location.search);
}

async function update(): Promise<void> {
  const data = await load();
  // Read after the wait: the address may have moved on.
  const want = readWanted(query());
  const rows = selectRows(data, want);
  body?.replaceChildren(...rows.slice(0, shown).map((row) => drawRow(data, row)));
  const focused = document.activeElement instanceof HTMLAnchorElement ? document.activeElement.dataset : {};
  facets?.replaceChildren(...drawFacets(data, want, opened, () => void update()));
  if (focused['facet'] !== undefined) {
    const same = `[data-facet="${CSS.escape(focused['facet'])}"][data-value="${CSS.escape(focused['value'] ?? '')}"]`;
    facets?.querySelector<HTMLElement>(same)?.focus();
  }
  part('chosen')?.replaceChildren(...drawChosen(data, want));
  const kinds = want.values.get('kind') ?? [];
  setText('title', kinds.map((kind) => data.facets.kind.find((one) => one.value === kind)?.label ?? kind).join(', '));
  setText('count', rows.length.toLocaleString('en-US'));
  part('empty')?.toggleAttribute('hidden', rows.length > 0);
  body?.closest('table')?.toggleAttribute('hidden', rows.length === 0);
  more?.toggleAttribute('hidden', rows.length <= shown);
}

function setText(name: string, text: string): void {
  const element = part(name);
  if (element && element.textContent !== text) element.textContent = text;
}

function go(next: string, mode: 'push' | 'replace'): void {
  history[mode === 'push' ? 'pushState' : 'replaceState'](null, '', next === '' ? location.pathname : `?${next}`);
  shown = STEP;
  void update();
}

main?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-facet]') : null;
  const { facet, value } = link?.dataset ?? {};
  if (!link || facet === undefined || value === undefined || event.metaKey || event.ctrlKey || event.button !== 0) return;
  event.preventDefault();
  go(toggleValue(query(), facet as FacetId, value, event.shiftKey || 'add' in link.dataset), 'push');
});

function search(): void {
  const params = query();
  const words = input?.value.trim() ?? '';
  if (words === '') params.delete('q');
  else params.set('q', words);
  go(params.toString(), 'replace');
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  search();
});
input?.addEventListener('focus', () => void load());
input?.addEventListener('input', search);
more?.addEventListener('click', () => {
  shown += STEP;
  void update();
});

function restore(): void {
  if (input) input.value = query().get('q') ?? '';
  void update();
}
addEventListener('popstate', restore);

const fold = document.querySelector<HTMLDetailsElement>('.filters-fold');
if (fold) {
  if (matchMedia('(max-width: 860px)').matches) fold.open = false;
  fold.dataset['ready'] = '';
}
if (location.search !== '') restore();
else if (body && Number(part('count')?.textContent) > body.rows.length) more?.removeAttribute('hidden');
