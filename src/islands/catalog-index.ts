// The catalog index: filters, lists, order, columns and their counts over all entities, with the whole state in the address.
// The data is loaded when the browser has nothing better to do, when somebody filters, or when the address asks for more than the page shows.
import { columnViews, rowView } from '../portal/catalog/cells.ts';
import { viewAsCsv, viewAsJson } from '../portal/catalog/export.ts';
import { facetViews, titleOf } from '../portal/catalog/facets.ts';
import type { FacetId, IndexData } from '../portal/catalog/index-shape.ts';
import { LISTS, type ListId, type Wanted, chooseKind, setParam, targetAddress, toggleValue } from '../portal/catalog/query.ts';
import { type Rows, openRows } from '../portal/catalog/rows.ts';
import { type Personal, type Selection, ownersOf, presetOf, select, sortOf } from '../portal/catalog/select.ts';
import { drawChosen } from './catalog/chosen.ts';
import { drawColumnsMenu, visibleColumns } from './catalog/columns-menu.ts';
import { download } from './catalog/download.ts';
import { drawFacets, drawKinds } from './catalog/draw-facets.ts';
import { drawHead, drawRow, markSort } from './catalog/draw-table.ts';
import { startMePicker } from './catalog/me-picker.ts';
import { currentTarget, currentWanted, goTo, readShown, rememberShown, translateAddress } from './catalog/state.ts';
import { element, setText, toHref } from './dom.ts';
import { onMe, readMe, writeMe } from './me.ts';
import { readRecent } from './recent.ts';
import { onStarred, readStarred } from './starred.ts';

/** Rows that are drawn at first, and rows that each "Show more" adds. */
const FIRST = 50;
const STEP = 100;
/** How long somebody must have stopped typing before the number of results is announced. */
const QUIET = 600;

const main = document.querySelector<HTMLElement>('[data-catalog]');
const part = <T extends HTMLElement>(name: string) => main?.querySelector<T>(`[data-${name}]`) ?? null;
const panel = part('facets');
const head = part<HTMLTableSectionElement>('head');
const body = part<HTMLTableSectionElement>('rows');
const form = part<HTMLFormElement>('catalog-form');
const input = form?.querySelector<HTMLInputElement>('input[name="q"]');
const sortSelect = part<HTMLSelectElement>('sort-select');
const more = part('more');
const dialog = part<HTMLDialogElement>('me-picker');
const first = main?.dataset['first'] ?? '';
const portalTitle = /( · .*)$/.exec(document.title)?.[1] ?? '';

const opened = new Set<string>();
const find = new Map<string, string>();

let loading: Promise<Rows> | undefined;
let drawn: { readonly columns: string; readonly want: Wanted; readonly selection: Selection } | undefined;
let shown = Number(main?.dataset['shown'] ?? FIRST);
let announcing: ReturnType<typeof setTimeout> | undefined;

function load(): Promise<Rows> {
  loading ??= fetch(main?.dataset['index'] ?? '').then(async (answer) => {
    if (!answer.ok) throw new Error(`The catalog could not be loaded: ${answer.status}`);
    return refreshMe(openRows((await answer.json()) as IndexData));
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/** People move between teams: whose things are mine is found anew with each catalog. */
function refreshMe(rows: Rows): Rows {
  const me = readMe();
  if (me === null) return rows;
  const owners = [...ownersOf(rows, me.ref)];
  if (owners.join() !== me.owners.join()) writeMe({ ...me, owners });
  return rows;
}

function personal(): Personal {
  const me = readMe();
  return { owners: me === null ? null : new Set(me.owners), starred: new Set(readStarred()), recent: readRecent() };
}

/** Draws everything that the address asks for. */
async function update(): Promise<void> {
  const rows = await load().catch(() => null);
  delete document.documentElement.dataset['asks'];
  if (rows === null) return setText(part('status'), 'The catalog could not be loaded.');
  // Read after the wait: the address may have moved on.
  const want = currentWanted(first);
  const selection = select(rows, want, personal());
  drawPanel(rows, want, selection);
  drawTable(rows, want, selection);
  const title = titleOf(rows, want);
  const count = selection.rows.length.toLocaleString('en-US');
  setText(part('title'), title);
  setText(part('count'), count);
  if (portalTitle !== '') document.title = `${title} in the catalog${portalTitle}`;
  announce(selection.rows.length === 1 ? '1 result' : `${count} results`);
}

function drawPanel(rows: Rows, want: Wanted, selection: Selection): void {
  const target = currentTarget();
  const [kinds, ...others] = facetViews(rows, want, selection);
  if (panel && kinds) {
    drawKinds(panel, kinds, selection.allKinds, (kind) => targetAddress(chooseKind(want.kinds, target, kind, false)));
    drawFacets(panel, others, { opened, find });
    drawLists(panel, want, selection);
    const any = panel.querySelector<HTMLElement>('[data-any-tag]');
    any?.toggleAttribute('hidden', !want.values.has('tag'));
    const box = any?.querySelector('input');
    if (box) box.checked = want.anyTag;
  }
  const chosen = drawChosen(others, want);
  part('chosen')?.replaceChildren(...chosen);
  part('chosen')?.toggleAttribute('hidden', chosen.length === 0);
  setText(part('chosen-count'), chosen.length === 0 ? '' : String(chosen.length));
}

function drawLists(panel: ParentNode, want: Wanted, { lists }: Selection): void {
  const me = readMe();
  for (const link of panel.querySelectorAll<HTMLAnchorElement>('[data-lists] a')) {
    const id = link.dataset['list'] as ListId;
    const on = want.list === id;
    setText(link.querySelector('.n'), id === 'mine' && me === null ? '' : lists[id].toLocaleString('en-US'));
    if (on) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.href = toHref(targetAddress(setParam(currentTarget(), 'list', on ? '' : id)));
  }
  setText(panel.querySelector('[data-me-open]'), me === null ? 'Who are you?' : `You: ${me.title}`);
}

function drawTable(rows: Rows, want: Wanted, selection: Selection): void {
  const preset = want.kinds.length === 1 ? (want.kinds[0] ?? '') : 'all';
  const all = columnViews(rows, presetOf(rows.data, want.kinds).columns);
  const columns = visibleColumns(all, preset);
  const key = JSON.stringify(columns.map(({ id }) => id));
  const sort = sortOf(rows.data, want);
  if (head && drawn?.columns !== key) head.replaceChildren(drawHead(columns));
  if (head) markSort(head, sort);
  drawSortSelect(columns, sort);
  const menu = part('columns-list');
  if (menu) drawColumnsMenu(menu, all, preset, () => void update());
  const starred = new Set(readStarred());
  body?.replaceChildren(
    ...selection.rows.slice(0, shown).map((row) => drawRow(rowView(rows, columns, row), columns, starred.has(rows.ref(row)))),
  );
  drawn = { columns: key, want, selection };
  const none = selection.rows.length === 0;
  part('empty')?.toggleAttribute('hidden', !none);
  setText(part('empty-words'), emptyWords(want));
  body?.closest('table')?.toggleAttribute('hidden', none);
  more?.toggleAttribute('hidden', selection.rows.length <= shown);
}

/** Says why a list is empty and how it is filled. */
function emptyWords(want: Wanted): string {
  const narrowed = want.words.length > 0 || want.values.size > 0 || want.kinds.length > 0;
  if (want.list === 'mine' && readMe() === null) return 'Nothing is yours yet: say who you are, below the lists.';
  if (narrowed || want.list === null) return 'Nothing passes these filters.';
  return {
    mine: 'Nothing in the catalog is owned by you or your groups.',
    starred: 'Nothing is starred yet: the star stands before each name, and at the top of each page of an entity.',
    recent: 'No page of an entity has been opened in this browser yet.',
  }[want.list];
}

function drawSortSelect(columns: readonly { readonly id: string; readonly label: string }[], sort: ReturnType<typeof sortOf>): void {
  if (!sortSelect) return;
  const best = sort === null ? [{ id: '', label: 'Best first' }] : [];
  const wanted = [...best, ...columns].map(({ id, label }) => `${id}\n${label}`).join('\n\n');
  if (sortSelect.dataset['columns'] !== wanted) {
    sortSelect.dataset['columns'] = wanted;
    sortSelect.replaceChildren(
      ...[...best, ...columns].map(({ id, label }) => {
        const option = element('option', '', label);
        option.value = id;
        return option;
      }),
    );
  }
  sortSelect.value = sort?.column ?? '';
}

/** Tells a screen reader how many results there are, once somebody has stopped typing. */
function announce(words: string): void {
  clearTimeout(announcing);
  announcing = setTimeout(() => setText(part('status'), words), QUIET);
}

function go(target: ReturnType<typeof currentTarget>, mode: 'push' | 'replace'): void {
  goTo(target, mode);
  shown = FIRST;
  void update();
}

function isPlain(event: MouseEvent): boolean {
  return !event.metaKey && !event.ctrlKey && event.button === 0;
}

main?.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>('[data-group="kind"] a, [data-lists] a');
  if (link && isPlain(event)) {
    event.preventDefault();
    const list = LISTS.find(({ id }) => id === link.dataset['list'])?.id;
    const now = currentWanted(first);
    if (list === undefined) return go(chooseKind(now.kinds, currentTarget(), link.dataset['value'] ?? null, event.shiftKey), 'push');
    go(setParam(currentTarget(), 'list', now.list === list ? '' : list), 'push');
    if (list === 'mine' && now.list !== 'mine' && readMe() === null) openPicker?.();
    return;
  }
  const chip = target?.closest<HTMLElement>('[data-drop]');
  if (chip) return dropChosen(chip);
  const button = target?.closest<HTMLButtonElement>('[data-sort]');
  if (button) return sortBy(button.dataset['sort'] ?? '');
  const values = target?.closest<HTMLElement>('[data-more-values]');
  if (values) return openFacet(values.closest<HTMLElement>('[data-group]'));
});

/** Drops what a chip stands for; the focus goes to its neighbour, or to the field. */
function dropChosen(chip: HTMLElement): void {
  const { drop = '', value = '' } = chip.dataset;
  const index = [...(part('chosen')?.querySelectorAll('button') ?? [])].findIndex((one) => one === chip);
  const target = currentTarget();
  go(drop === 'all' ? { kind: target.kind, params: new URLSearchParams() } : toggleValue(target, drop as FacetId, value), 'push');
  void load().then(() => {
    const left = [...(part('chosen')?.querySelectorAll('button') ?? [])];
    (left[Math.min(index, left.length - 1)] ?? input)?.focus();
  });
}

function sortBy(column: string): void {
  const now = drawn?.want ?? currentWanted(first);
  void load().then((rows) => {
    const sort = sortOf(rows.data, now);
    const down = sort?.column === column && !sort.down;
    const usual = sortOf(rows.data, { ...now, sort: null });
    const isUsual = usual?.column === column && usual.down === down;
    go(setParam(currentTarget(), 'sort', isUsual ? '' : `${down ? '-' : ''}${column}`), 'push');
  });
}

function openFacet(group: HTMLElement | null): void {
  const id = group?.dataset['group'] ?? '';
  if (opened.has(id)) {
    opened.delete(id);
    find.delete(id);
  } else opened.add(id);
  const field = group?.querySelector<HTMLInputElement>('.facet-find');
  if (field) field.value = '';
  void redrawFacets().then(() => {
    if (field && !field.hidden) field.focus();
  });
}

async function redrawFacets(): Promise<void> {
  const rows = await load();
  const want = currentWanted(first);
  drawPanel(rows, want, drawn?.selection ?? select(rows, want, personal()));
}

main?.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.classList.contains('facet-find')) return;
  find.set(target.closest<HTMLElement>('[data-group]')?.dataset['group'] ?? '', target.value);
  void redrawFacets();
});

panel?.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
  if (target.name === 'tags') return go(setParam(currentTarget(), 'tags', target.checked ? 'any' : ''), 'push');
  go(toggleValue(currentTarget(), target.name as FacetId, target.value), 'push');
});

sortSelect?.addEventListener('change', () => go(setParam(currentTarget(), 'sort', sortSelect.value), 'push'));

function search(): void {
  go(setParam(currentTarget(), 'q', input?.value.trim() ?? ''), 'replace');
}
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  search();
});
input?.addEventListener('input', search);
input?.addEventListener('focus', () => void load().catch(() => undefined));

more?.addEventListener('click', () => {
  void load().then((rows) => {
    const want = currentWanted(first);
    const from = body?.rows.length ?? 0;
    shown = from + STEP;
    rememberShown(shown);
    const { selection } = drawn ?? { selection: select(rows, want, personal()) };
    const preset = want.kinds.length === 1 ? (want.kinds[0] ?? '') : 'all';
    const columns = visibleColumns(columnViews(rows, presetOf(rows.data, want.kinds).columns), preset);
    const starred = new Set(readStarred());
    const added = selection.rows.slice(from, shown);
    body?.append(...added.map((row) => drawRow(rowView(rows, columns, row), columns, starred.has(rows.ref(row)))));
    more.toggleAttribute('hidden', selection.rows.length <= shown);
    body?.rows[from]?.querySelector<HTMLElement>('.name a')?.focus();
  });
});

for (const button of form?.querySelectorAll<HTMLButtonElement>('[data-download]') ?? []) {
  button.addEventListener('click', () => {
    void load().then((rows) => {
      const want = currentWanted(first);
      const preset = want.kinds.length === 1 ? (want.kinds[0] ?? '') : 'all';
      const columns = visibleColumns(columnViews(rows, presetOf(rows.data, want.kinds).columns), preset);
      const list = select(rows, want, personal()).rows;
      const toUrl = (address: string) => new URL(toHref(address), location.href).href;
      if (button.dataset['download'] === 'csv') download(viewAsCsv(rows, columns, list, toUrl), 'catalog.csv', 'text/csv;charset=utf-8');
      else download(viewAsJson(rows, columns, list, toUrl), 'catalog.json', 'application/json');
    });
  });
}

const openPicker = dialog
  ? startMePicker(dialog, load, () =>
      go(setParam(currentTarget(), 'list', 'mine'), currentWanted(first).list === 'mine' ? 'replace' : 'push'),
    )
  : null;
part('me-open')?.addEventListener('click', () => openPicker?.());
onMe(() => void update());
// A row whose star is taken away stays until the next change: a slip can be put right.
onStarred(() => void redrawCounts());

async function redrawCounts(): Promise<void> {
  const rows = await load();
  const want = currentWanted(first);
  if (panel) drawLists(panel, want, select(rows, want, personal()));
}

function restore(): void {
  const { params } = currentTarget();
  if (input) input.value = params.get('q') ?? '';
  shown = readShown(FIRST);
  void update();
}
addEventListener('popstate', restore);
// What was starred or seen since is there when the page comes back from the browser's memory.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) restore();
});

document.addEventListener('click', ({ target }) => {
  const menu = part<HTMLDetailsElement>('columns');
  if (menu?.open === true && target instanceof Node && !menu.contains(target)) menu.open = false;
});
part<HTMLDetailsElement>('columns')?.addEventListener('keydown', (event) => {
  const menu = part<HTMLDetailsElement>('columns');
  if (event.key !== 'Escape' || !menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});

const fold = document.querySelector<HTMLDetailsElement>('.filters-fold');
if (fold) {
  if (matchMedia('(max-width: 860px)').matches) fold.open = false;
  fold.dataset['ready'] = '';
}

/** Fills in what only the data knows, without touching the rows that are there. */
async function complete(): Promise<void> {
  const rows = await load();
  const want = currentWanted(first);
  if (drawn !== undefined) return;
  const selection = select(rows, want, personal());
  drawPanel(rows, want, selection);
  const menu = part('columns-list');
  const preset = want.kinds[0] ?? '';
  const all = columnViews(rows, presetOf(rows.data, want.kinds).columns);
  if (menu) drawColumnsMenu(menu, all, preset, () => void update());
  if (visibleColumns(all, preset).length < all.length) void update();
}

translateAddress();
if (location.search !== '' || typeof (history.state as { shown?: unknown } | null)?.shown === 'number') restore();
else {
  if (body && Number(part('count')?.textContent?.replaceAll(',', '')) > body.rows.length) more?.removeAttribute('hidden');
  // Timers of a page in the background are slow; the first key that is pressed loads the data anyway.
  const idle = 'requestIdleCallback' in window ? requestIdleCallback : (run: () => void) => setTimeout(run, 200);
  idle(() => void complete().catch(() => undefined));
}
