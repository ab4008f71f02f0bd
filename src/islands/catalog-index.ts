// The catalog index: filters, text and their counts over all entities, with the whole state in the address.
// The data is loaded when somebody filters, or when the address asks for something the page does not show.
import type { FacetId, IndexData, IndexRow } from '../portal/catalog-view.ts';
import { drawIcon } from './search-results.ts';

const FACETS: readonly (readonly [id: FacetId, label: string])[] = [
  ['kind', 'Kind'],
  ['type', 'Type'],
  ['owner', 'Owner'],
  ['lifecycle', 'Lifecycle'],
  ['tag', 'Tag'],
  ['system', 'System'],
  ['namespace', 'Namespace'],
  ['status', 'Status'],
];
const FIRST_KIND = 'component';
const STEP = 100;
const VALUES_SHOWN = 8;

const main = document.querySelector<HTMLElement>('[data-catalog]');
const base = document.body.dataset['base'] ?? '/';
const part = <T extends HTMLElement>(name: string) => main?.querySelector<T>(`[data-${name}]`) ?? null;
const facetsPanel = part('facets');
const body = part<HTMLTableSectionElement>('rows');
const form = part<HTMLFormElement>('catalog-form');
const input = form?.querySelector('input');
const more = part('more');

let loading: Promise<IndexData> | undefined;
let shown = STEP;
const opened = new Set<string>();

function load(): Promise<IndexData> {
  loading ??= fetch(main?.dataset['index'] ?? '').then((answer) => {
    if (!answer.ok) throw new Error(`The catalog could not be loaded: ${answer.status}`);
    return answer.json() as Promise<IndexData>;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/** What the address asks for: values by facet (any of them), and words that all must occur. */
interface Wanted {
  readonly values: ReadonlyMap<FacetId, readonly string[]>;
  readonly words: readonly string[];
}

function wanted(): Wanted {
  const params = new URLSearchParams(location.search);
  const values = new Map(FACETS.map(([id]) => [id, params.getAll(id)] as const).filter(([, chosen]) => chosen.length > 0));
  if (!values.has('kind')) values.set('kind', [FIRST_KIND]);
  return { values, words: (params.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean) };
}

/** Text of a row in which words are looked for, made once. */
const texts = new WeakMap<IndexRow, string>();

function textOf(data: IndexData, row: IndexRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    const labels = FACETS.flatMap(([id]) => row.f[id].map((index) => data.facets[id][index]?.label ?? ''));
    text = [row.t, row.r, row.d, ...labels].join(' ').toLowerCase();
    texts.set(row, text);
  }
  return text;
}

/** Says whether a row passes; one facet can be left out, so that its counts show what choosing another value would give. */
function passes(data: IndexData, row: IndexRow, want: Wanted, without?: FacetId): boolean {
  for (const [id, chosen] of want.values) {
    if (id !== without && !row.f[id].some((index) => chosen.includes(data.facets[id][index]?.value ?? ''))) return false;
  }
  return want.words.every((word) => textOf(data, row).includes(word));
}

async function update(): Promise<void> {
  const data = await load();
  const want = wanted();
  const rows = data.rows.filter((row) => passes(data, row, want));
  drawRows(data, rows);
  drawFacets(data, want);
  drawChosen(data, want);
  const kinds = want.values.get('kind') ?? [];
  const title = kinds.map((kind) => data.facets.kind.find((one) => one.value === kind)?.label ?? kind).join(', ');
  setText(part('title'), title);
  setText(part('count'), rows.length.toLocaleString('en-US'));
  part('empty')?.toggleAttribute('hidden', rows.length > 0);
  body?.closest('table')?.toggleAttribute('hidden', rows.length === 0);
  more?.toggleAttribute('hidden', rows.length <= shown);
}

function setText(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

function drawRows(data: IndexData, rows: readonly IndexRow[]): void {
  body?.replaceChildren(...rows.slice(0, shown).map((row) => drawRow(data, row)));
}

function drawRow(data: IndexData, row: IndexRow): HTMLTableRowElement {
  const first = (id: FacetId) => {
    const index = row.f[id][0];
    return index === undefined ? undefined : data.facets[id][index];
  };
  const name = element('div', 'name');
  const link = anchor(base.slice(0, -1) + encodeURI(row.a), row.t);
  link.dataset['entityRef'] = row.r;
  const kind = first('kind')?.value ?? '';
  name.append(drawIcon(ICONS.has(kind) ? kind : 'other'), link);
  if (row.d !== '') name.append(element('p', '', row.d));
  const words = [first('owner')?.label, first('type')?.label, first('lifecycle')?.label].filter(Boolean).join(' · ');
  name.append(element('p', 'meta small', words));
  const lifecycle = first('lifecycle');
  const cells = [
    name,
    ...(['owner', 'system'] as const).map((id) => {
      const value = first(id);
      if (value === undefined) return '';
      return value.href === undefined ? element('span', 'missing', value.label) : anchor(value.href, value.label);
    }),
    first('type')?.label ?? '',
    lifecycle === undefined ? '' : element('span', `life${lifecycle.tone === undefined ? '' : ` life-${lifecycle.tone}`}`, lifecycle.label),
  ];
  const line = document.createElement('tr');
  for (const content of cells) {
    const cell = document.createElement('td');
    cell.append(content);
    line.append(cell);
  }
  return line;
}

const ICONS = new Set(['component', 'api', 'resource', 'system', 'domain', 'group', 'user', 'template', 'location', 'airesource']);

function drawFacets(data: IndexData, want: Wanted): void {
  const focused = document.activeElement instanceof HTMLAnchorElement ? document.activeElement.getAttribute('href') : null;
  facetsPanel?.replaceChildren(...FACETS.flatMap(([id, label]) => drawFacet(data, want, id, label)));
  if (focused !== null) facetsPanel?.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus();
}

function drawFacet(data: IndexData, want: Wanted, id: FacetId, label: string): HTMLElement[] {
  const counts = new Map<number, number>();
  for (const row of data.rows) {
    if (!passes(data, row, want, id)) continue;
    for (const index of row.f[id]) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const chosen = want.values.get(id) ?? [];
  const values = data.facets[id]
    .map((one, index) => ({ ...one, index, count: counts.get(index) ?? 0 }))
    .filter((one) => one.count > 0 || chosen.includes(one.value));
  if (id !== 'kind') values.sort((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)) || b.count - a.count || a.index - b.index);
  if (values.length === 0) return [];
  const section = document.createElement('section');
  const list = document.createElement('ul');
  const all = id === 'kind' || opened.has(id);
  for (const one of all ? values : values.slice(0, VALUES_SHOWN)) {
    const link = anchor(`?${toggled(id, one.value, false)}`, '');
    link.dataset['facet'] = id;
    link.dataset['value'] = one.value;
    if (chosen.includes(one.value)) link.setAttribute('aria-current', 'true');
    if (id === 'kind') link.append(drawIcon(ICONS.has(one.value) ? one.value : 'other'));
    link.append(element('span', '', one.label), element('span', 'n', one.count.toLocaleString('en-US')));
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  section.append(element('h2', '', label), list);
  if (!all && values.length > VALUES_SHOWN) {
    const button = element('button', '', `${values.length - VALUES_SHOWN} more`);
    button.addEventListener('click', () => {
      opened.add(id);
      void update();
    });
    section.append(button);
  }
  return [section];
}

/** The address after a click: the value alone, or with `add` beside those already chosen; a chosen value is dropped again. */
function toggled(id: FacetId, value: string, add: boolean): string {
  const params = new URLSearchParams(location.search);
  const before = params.getAll(id);
  const current = before.length === 0 && id === 'kind' ? [FIRST_KIND] : before;
  const next = current.includes(value) ? current.filter((one) => one !== value) : add || id === 'tag' ? [...current, value] : [value];
  params.delete(id);
  if (id === 'kind') {
    // What one kind was narrowed by rarely makes sense for another; the words do.
    if (!add) for (const [other] of FACETS) params.delete(other);
    for (const one of next.length === 0 ? [value] : next) params.append(id, one);
  } else for (const one of next) params.append(id, one);
  return params.toString();
}

function drawChosen(data: IndexData, want: Wanted): void {
  const chips = [...want.values].flatMap(([id, values]) =>
    id === 'kind'
      ? []
      : values.map((value) => {
          const chip = anchor(`?${toggled(id, value, true)}`, '');
          chip.className = 'chip';
          chip.dataset['facet'] = id;
          chip.dataset['value'] = value;
          chip.dataset['add'] = '';
          const label = data.facets[id].find((one) => one.value === value)?.label ?? value;
          chip.append(`${id}: ${label} `, drawIcon('close'), element('span', 'sr', 'remove'));
          return chip;
        }),
  );
  part('chosen')?.replaceChildren(...chips);
}

function go(query: string, mode: 'push' | 'replace'): void {
  history[mode === 'push' ? 'pushState' : 'replaceState'](null, '', query === '' ? location.pathname : `?${query}`);
  shown = STEP;
  void update();
}

main?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-facet], [data-facets] a') : null;
  if (!link || event.metaKey || event.ctrlKey || event.button !== 0) return;
  event.preventDefault();
  const { facet, value } = link.dataset;
  const query = facet !== undefined && value !== undefined ? toggled(facet as FacetId, value, event.shiftKey || 'add' in link.dataset) : link.search.slice(1);
  go(query, 'push');
});

function search(): void {
  const params = new URLSearchParams(location.search);
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
addEventListener('popstate', restore);

function restore(): void {
  if (input) input.value = new URLSearchParams(location.search).get('q') ?? '';
  void update();
}

const fold = document.querySelector<HTMLDetailsElement>('.filters-fold');
if (fold && matchMedia('(max-width: 860px)').matches) fold.open = false;
if (location.search !== '') restore();
else if (body && Number(part('count')?.textContent) > body.rows.length) more?.removeAttribute('hidden');

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

function anchor(href: string, text: string): HTMLAnchorElement {
  const link = element('a', '', text);
  link.href = href;
  return link;
}
