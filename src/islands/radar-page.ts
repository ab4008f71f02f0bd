// On the radar: filters and releases, kept in the address; labels of blips; picture and list light up together.
import { dateWords } from '../portal/date-words.ts';
import { FILTERS, ask, asked } from './radar/address.ts';
import { type Part, readParts, readTime } from './radar/parts.ts';
import { hideDifference, showDifference, showRelease } from './radar/release.ts';
import { startTips } from './radar/tip.ts';

const time = readTime();
const bar = document.querySelector<HTMLElement>('[data-radar-filters]');
if (time !== null && bar !== null) start(time, bar);

function start(time: NonNullable<ReturnType<typeof readTime>>, bar: HTMLElement): void {
  const parts = readParts(time);
  const svg = document.querySelector<SVGSVGElement>('[data-radar-view]');
  const find = bar.querySelector<HTMLInputElement>('[data-radar-q]');
  const selects = [...bar.querySelectorAll<HTMLSelectElement>('[data-radar-select]')];
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('[data-ring], [data-moved]')];
  const count = bar.querySelector('[data-radar-count]');
  const clear = bar.querySelector<HTMLElement>('[data-radar-clear]');
  const at = bar.querySelector<HTMLInputElement>('[data-radar-at]');
  const vs = bar.querySelector<HTMLSelectElement>('[data-radar-vs]');
  const newest = time.releases.length - 1;
  const names = new Map(buttons.map((button) => [button.dataset['ring'] ?? '', button.textContent?.trim() ?? '']));
  const ringName = (id: string) => (id === '' ? '' : (names.get(id) ?? id));
  let release = '';

  /** Shows the release that the address asks for; the newest one stands in the page as it was built. */
  function applyRelease(params: URLSearchParams): void {
    if (at === null || vs === null) return;
    const index = (key: string, otherwise: number) => {
      const found = time.releases.indexOf(params.get(key) ?? '');
      return found < 0 ? otherwise : found;
    };
    const now = index('at', newest);
    const before = index('vs', Math.max(0, now - 1));
    at.value = String(now);
    vs.value = String(before);
    const words = dateWords(time.releases[now] ?? '');
    at.setAttribute('aria-valuetext', words);
    const output = bar.querySelector('[data-radar-at-words]');
    if (output !== null) output.textContent = words;
    const asks = ['at', 'vs'].some((key) => time.releases.includes(params.get(key) ?? ''));
    const wanted = asks ? `${now} ${before}` : '';
    if (wanted === release) return;
    release = wanted;
    showRelease(parts, time, now, wanted === '' ? null : before);
    sortRows(parts);
    if (wanted === '') hideDifference();
    else {
      const rings = time.rings.map(ringName);
      showDifference(parts, time, now, before, rings);
    }
  }

  function applyFilters(params: URLSearchParams): void {
    const value = (key: string) => params.get(key) ?? '';
    const words = value('q').toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = (part: Part) =>
      part.there &&
      (value('ring') === '' || part.ring === value('ring')) &&
      (!params.has('moved') || part.moved !== 'none') &&
      (value('quadrant') === '' || part.quadrant === value('quadrant')) &&
      (value('status') === '' || part.moved === value('status')) &&
      (value('tag') === '' || part.tags.includes(value('tag'))) &&
      (value('owner') === '' || part.owner === value('owner')) &&
      words.every((word) => part.words.includes(word));
    let shown = 0;
    for (const part of parts) {
      const hidden = !wanted(part);
      if (!hidden) shown++;
      part.row.hidden = hidden;
      part.blip?.classList.toggle('out', hidden);
      // What is filtered out is no stop for the keyboard either.
      if (hidden) part.blip?.setAttribute('tabindex', '-1');
      else part.blip?.removeAttribute('tabindex');
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-legend-ring], [data-legend-quadrant]')) {
      group.hidden = [...group.querySelectorAll('li')].every((row) => row.hidden);
    }
    for (const button of buttons) {
      const on = 'moved' in button.dataset ? params.has('moved') : button.dataset['ring'] === value('ring');
      button.setAttribute('aria-pressed', String(on));
    }
    for (const select of selects) {
      select.value = value(select.name);
      if (select.selectedIndex < 0) select.value = '';
    }
    if (find !== null && find !== document.activeElement) find.value = value('q');
    const filtered = FILTERS.some((key) => params.has(key));
    if (clear !== null) clear.hidden = !filtered;
    if (count !== null) count.textContent = filtered ? `${shown} of ${parts.filter(({ there }) => there).length}` : '';
    zoom(value('quadrant'));
  }

  /** Shows one quadrant of the picture, or all of it. */
  function zoom(quadrant: string): void {
    const name = svg?.querySelector<SVGElement>(`.quadrant-name[data-quadrant="${CSS.escape(quadrant)}"]`);
    svg?.setAttribute('viewBox', name?.dataset['view'] ?? svg.dataset['radarView'] ?? '');
    svg?.toggleAttribute('data-zoomed', name !== null && name !== undefined);
  }

  function apply(): void {
    const params = asked();
    applyRelease(params);
    applyFilters(params);
  }

  bar.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    if ('radarClear' in button.dataset) {
      ask(Object.fromEntries(FILTERS.map((key) => [key, null])));
      if (find !== null) find.value = '';
    } else if ('moved' in button.dataset) ask({ moved: asked().has('moved') ? null : '' });
    else ask({ ring: button.dataset['ring'] || null });
    apply();
  });
  for (const select of selects) {
    select.addEventListener('change', () => {
      ask({ [select.name]: select.value || null });
      apply();
    });
  }
  find?.addEventListener('input', () => {
    ask({ q: find.value.trim() || null }, 'replace');
    apply();
  });
  find?.addEventListener('keydown', (event) => {
    const [only, ...more] = parts.filter(({ row }) => !row.hidden);
    // One is left: no need to tab to it.
    if (event.key === 'Enter' && only !== undefined && more.length === 0) only.row.querySelector('a')?.click();
  });
  at?.addEventListener('input', () => {
    const now = Number(at.value);
    ask({ at: now === newest ? null : (time.releases[now] ?? null), vs: null }, 'replace');
    apply();
  });
  vs?.addEventListener('change', () => {
    ask({ at: time.releases[Number(at?.value)] ?? null, vs: time.releases[Number(vs.value)] ?? null });
    apply();
  });
  svg?.addEventListener('click', (event) => {
    const name = event.target instanceof Element ? event.target.closest<SVGElement>('.quadrant-name') : null;
    if (!name) return;
    const quadrant = name.dataset['quadrant'] ?? '';
    ask({ quadrant: asked().get('quadrant') === quadrant ? null : quadrant });
    apply();
  });
  addEventListener('popstate', apply);
  apply();
  startTips(parts, ringName);

  for (const { blip, row } of parts) {
    const light = (on: boolean) => () => {
      row.classList.toggle('lit', on);
      blip?.classList.toggle('lit', on);
    };
    for (const element of [blip, row]) {
      element?.addEventListener('pointerenter', light(true));
      element?.addEventListener('pointerleave', light(false));
      element?.addEventListener('focusin', light(true));
      element?.addEventListener('focusout', light(false));
    }
  }
}

/** Puts the rows of each list back into the order of the radar. */
function sortRows(parts: readonly Part[]): void {
  for (const { row } of parts) row.parentElement?.append(row);
}
