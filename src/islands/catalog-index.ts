// The catalog index: filters, lists, order, columns and their counts over all entities, with the whole state in the address.
// The data is loaded when the browser has nothing better to do, when somebody filters, or when the address asks for more than the page shows.
import { viewAsCsv, viewAsJson } from '../portal/catalog/export.ts';
import { titleOf } from '../portal/catalog/facets.ts';
import type { FacetId } from '../portal/catalog/index-shape.ts';
import { LISTS, type Target, type Wanted, chooseKind, setParam, toggleValue } from '../portal/catalog/query.ts';
import type { Rows } from '../portal/catalog/rows.ts';
import { type Selection, select, sortOf } from '../portal/catalog/select.ts';
import { createLoader, readPersonal } from './catalog/data.ts';
import { download } from './catalog/download.ts';
import { drawColumnsMenu } from './catalog/columns-menu.ts';
import { startMePicker } from './catalog/me-picker.ts';
import { createPanel } from './catalog/panel.ts';
import { type Parts, findParts } from './catalog/parts.ts';
import { currentTarget, currentWanted, goTo, hasShown, readShown, rememberShown, translateAddress } from './catalog/state.ts';
import { appendRows, drawTable, fillSummaries, shownColumns } from './catalog/table.ts';
import { setText, toHref } from './dom.ts';
import { onMe, readMe } from './me.ts';
import { onStarred } from './starred.ts';

/** Rows that are drawn at first, and rows that each "Show more" adds. */
const FIRST = 30;
const STEP = 100;
/** How long somebody must have stopped typing before the number of results is announced. */
const QUIET = 600;
/** How long the rows must have stood before their descriptions are loaded. */
const SETTLED = 120;

/** What the address asks for, and what that gives. */
interface Answer {
  readonly rows: Rows;
  readonly want: Wanted;
  readonly selection: Selection;
}

function start(parts: Parts): void {
  const { main, form, input, panel, body, more } = parts;
  const first = main.dataset['first'] ?? '';
  const portalTitle = /( · .*)$/.exec(document.title)?.[1] ?? '';
  const { load, loadSummaries } = createLoader(main.dataset['index'] ?? '');
  const filters = createPanel(parts, redrawPanel);
  let shown = Number(main.dataset['shown'] ?? FIRST);
  /** What the table shows. */
  let drawn: Answer | undefined;
  let describing: ReturnType<typeof setTimeout> | undefined;
  let announcing: ReturnType<typeof setTimeout> | undefined;

  /** Answers what the address asks for; read after the wait, since the address may have moved on. */
  async function answer(): Promise<Answer> {
    const rows = await load();
    const want = currentWanted(first);
    return { rows, want, selection: select(rows, want, readPersonal()) };
  }

  /** Draws everything that the address asks for. */
  async function update(): Promise<void> {
    try {
      drawn = await answer();
      const { rows, want, selection } = drawn;
      filters.draw(rows, want, selection);
      drawTable(parts, rows, want, selection, shown, () => void update());
      const title = titleOf(rows, want);
      const count = selection.rows.length.toLocaleString('en-US');
      setText(parts.title, title);
      setText(parts.count, count);
      if (portalTitle !== '') document.title = `${title} in the catalog${portalTitle}`;
      describe();
      announce(selection.rows.length === 1 ? '1 result' : `${count} results`);
    } catch {
      announce('The catalog could not be loaded.');
    }
    delete document.documentElement.dataset['asks'];
  }

  async function redrawPanel(): Promise<void> {
    const { rows, want, selection } = drawn ?? (await answer());
    filters.draw(rows, want, selection);
  }

  /** Fills in what only the data knows, without touching the rows that are there. */
  async function complete(): Promise<void> {
    const { rows, want, selection } = await answer();
    if (drawn !== undefined) return;
    filters.draw(rows, want, selection);
    const { preset, all, visible } = shownColumns(rows, want);
    if (parts.columnsList) drawColumnsMenu(parts.columnsList, all, preset, () => void update());
    if (visible.length < all.length) void update();
  }

  /** Loads the descriptions of the rows that are drawn, once somebody has stopped typing, and writes them into their lines. */
  function describe(): void {
    clearTimeout(describing);
    const fill = async () => {
      if (drawn === undefined) return;
      const { rows, want, selection } = drawn;
      const list = selection.rows.slice(0, shown).filter((row) => rows.summary(row) === null);
      if (await loadSummaries(list)) fillSummaries(parts, rows, want, list);
    };
    describing = setTimeout(() => void fill().catch(() => undefined), SETTLED);
  }

  /** Tells a screen reader how many results there are, once somebody has stopped typing. */
  function announce(words: string): void {
    clearTimeout(announcing);
    announcing = setTimeout(() => setText(parts.status, words), QUIET);
  }

  function go(target: Target, mode: 'push' | 'replace'): void {
    goTo(target, mode);
    shown = FIRST;
    void update();
  }

  function restore(): void {
    if (input) input.value = currentTarget().params.get('q') ?? '';
    shown = readShown(FIRST);
    void update();
  }

  panel?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-group="kind"] a, [data-lists] a') : null;
    if (!link || event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    const now = currentWanted(first);
    const list = LISTS.find(({ id }) => id === link.dataset['list'])?.id;
    if (list === undefined) return go(chooseKind(now.kinds, currentTarget(), link.dataset['value'] ?? null, event.shiftKey), 'push');
    if (list === 'mine' && readMe() === null) openPicker?.();
    else go(setParam(currentTarget(), 'list', now.list === list ? '' : list), 'push');
  });
  panel?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
    if (target.name === 'tags') go(setParam(currentTarget(), 'tags', target.checked ? 'any' : ''), 'push');
    else go(toggleValue(currentTarget(), target.name as FacetId, target.value), 'push');
  });

  parts.chosen?.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest('button') : null;
    if (!chip) return;
    const chips = () => [...(parts.chosen?.querySelectorAll('button') ?? [])];
    const index = chips().indexOf(chip);
    const { drop = '', value = '' } = chip.dataset;
    const now = currentTarget();
    go(drop === 'all' ? { kind: now.kind, params: keepKinds(now.params) } : toggleValue(now, drop as FacetId, value), 'push');
    // The focus goes to the neighbour, or back to the field.
    void load().then(() => (chips()[Math.min(index, chips().length - 1)] ?? input)?.focus());
  });

  parts.head?.addEventListener('click', ({ target }) => {
    const column = target instanceof Element ? target.closest<HTMLElement>('[data-sort]')?.dataset['sort'] : undefined;
    if (column !== undefined) void sortBy(column);
  });
  parts.sortSelect?.addEventListener('change', () => go(setParam(currentTarget(), 'sort', parts.sortSelect?.value ?? ''), 'push'));

  /** Orders by a column, or the other way round when it is ordered by it. The usual order is not written into the address. */
  async function sortBy(column: string): Promise<void> {
    const { data } = await load();
    const want = currentWanted(first);
    const sort = sortOf(data, want);
    const usual = sortOf(data, { ...want, sort: null });
    const down = sort?.column === column && !sort.down;
    const isUsual = usual?.column === column && usual.down === down;
    go(setParam(currentTarget(), 'sort', isUsual ? '' : `${down ? '-' : ''}${column}`), 'push');
  }

  const search = () => go(setParam(currentTarget(), 'q', input?.value.trim() ?? ''), 'replace');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  input?.addEventListener('input', search);
  input?.addEventListener('focus', () => void load().catch(() => undefined));

  more?.addEventListener('click', () => {
    void answer().then((now) => {
      drawn = now;
      const { rows, want, selection } = now;
      shown = (body?.rows.length ?? 0) + STEP;
      rememberShown(shown);
      appendRows(parts, rows, want, selection, shown);
      describe();
    });
  });

  for (const button of main.querySelectorAll<HTMLButtonElement>('[data-download]')) {
    button.addEventListener('click', () => {
      void answer().then(async ({ rows, want, selection }) => {
        const columns = shownColumns(rows, want).visible;
        if (columns.some(({ data }) => data === 'description')) await loadSummaries(selection.rows);
        const toUrl = (address: string) => new URL(toHref(address), location.href).href;
        if (button.dataset['download'] === 'csv')
          download(viewAsCsv(rows, columns, selection.rows, toUrl), 'catalog.csv', 'text/csv;charset=utf-8');
        else download(viewAsJson(rows, columns, selection.rows, toUrl), 'catalog.json', 'application/json');
      });
    });
  }

  const openPicker =
    parts.mePicker === null ? null : startMePicker(parts.mePicker, load, () => go(setParam(currentTarget(), 'list', 'mine'), 'push'));
  parts.meOpen?.addEventListener('click', () => openPicker?.());
  // The search leads here to pick a team, also from this very page.
  const pickIfTold = () => {
    if (location.hash !== '#pick-me') return;
    // Without the hash the same way leads here again.
    history.replaceState(history.state, '', location.pathname + location.search);
    openPicker?.();
  };
  pickIfTold();
  addEventListener('hashchange', pickIfTold);
  onMe(() => void update());
  // A row whose star is taken away stays until the next change, so that a slip can be put right.
  onStarred(() => void answer().then(({ want, selection }) => filters.drawLists(want, selection)));

  document.addEventListener('click', ({ target }) => {
    if (parts.columns?.open === true && target instanceof Node && !parts.columns.contains(target)) parts.columns.open = false;
  });
  parts.columns?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !parts.columns) return;
    parts.columns.open = false;
    parts.columns.querySelector('summary')?.focus();
  });

  const fold = main.querySelector<HTMLDetailsElement>('.filters-fold');
  if (fold) {
    if (matchMedia('(max-width: 860px)').matches) fold.open = false;
    fold.dataset['ready'] = '';
  }

  addEventListener('popstate', restore);
  // What was starred or seen since is there when the page comes back from the browser's memory.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) restore();
  });
  translateAddress();
  if (location.search !== '' || hasShown()) restore();
  else {
    if (body && Number(parts.count?.textContent?.replaceAll(',', '')) > body.rows.length) more?.removeAttribute('hidden');
    const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : (run: () => void) => setTimeout(run, 200);
    whenIdle(() => void complete().catch(() => undefined));
  }
}

/** Of a query, only the kinds. */
function keepKinds(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams(params.getAll('kind').map((kind) => ['kind', kind]));
}

const main = document.querySelector<HTMLElement>('[data-catalog]');
if (main) start(findParts(main));
