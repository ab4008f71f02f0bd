// Draws rows and filters of the catalog index with the same markup as the page's own HTML.
import type { FacetId, IndexData, IndexRow } from '../../portal/catalog-view.ts';
import { drawIcon } from '../search-results.ts';
import { FACETS, type Wanted, countValues, toggleValue } from './filter.ts';

const base = document.body.dataset['base'] ?? '/';
const ICONS = new Set(['component', 'api', 'resource', 'system', 'domain', 'group', 'user', 'template', 'location', 'airesource']);
const VALUES_SHOWN = 8;

/** Makes the table row of one entity. */
export function drawRow(data: IndexData, row: IndexRow): HTMLTableRowElement {
  const first = (id: FacetId) => {
    const index = row.f[id][0];
    return index === undefined ? undefined : data.facets[id][index];
  };
  const link = (id: FacetId) => {
    const value = first(id);
    if (value === undefined) return '';
    return value.href === undefined ? element('span', 'missing', value.label) : anchor(value.href, value.label);
  };
  const lifecycle = first('lifecycle');
  const tone = lifecycle?.tone === undefined ? '' : ` life-${lifecycle.tone}`;
  const cells = [
    drawName(row, first('kind')?.value ?? '', [first('owner')?.label, first('type')?.label, lifecycle?.label]),
    link('owner'),
    link('system'),
    first('type')?.label ?? '',
    lifecycle === undefined ? '' : element('span', `life${tone}`, lifecycle.label),
  ];
  const line = document.createElement('tr');
  for (const content of cells) {
    const cell = document.createElement('td');
    cell.append(content);
    line.append(cell);
  }
  return line;
}

function drawName(row: IndexRow, kind: string, words: readonly (string | undefined)[]): HTMLElement {
  const name = element('div', 'name');
  const link = anchor(base.slice(0, -1) + encodeURI(row.a), row.t);
  link.dataset['entityRef'] = row.r;
  name.append(drawKindIcon(kind), link);
  if (row.d !== '') name.append(element('p', '', row.d));
  name.append(element('p', 'meta small', words.filter(Boolean).join(' · ')));
  return name;
}

function drawKindIcon(kind: string): SVGSVGElement {
  return drawIcon(ICONS.has(kind) ? kind : 'other');
}

/** Makes the filters with live counts. Facets whose id is in `opened` list all values. */
export function drawFacets(data: IndexData, want: Wanted, opened: Set<string>, redraw: () => void): HTMLElement[] {
  return FACETS.flatMap(([id, label]) => {
    const counts = countValues(data, want, id);
    const chosen = want.values.get(id) ?? [];
    const values = data.facets[id]
      .map((one, index) => ({ ...one, index, count: counts.get(index) ?? 0, chosen: chosen.includes(one.value) }))
      .filter((one) => one.count > 0 || one.chosen);
    if (values.length === 0) return [];
    if (id !== 'kind') values.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || a.index - b.index);
    const all = id === 'kind' || opened.has(id);
    const section = document.createElement('section');
    const list = document.createElement('ul');
    for (const one of all ? values : values.slice(0, VALUES_SHOWN)) {
      const link = facetLink(id, one.value, false);
      if (one.chosen) link.setAttribute('aria-current', 'true');
      if (id === 'kind') link.append(drawKindIcon(one.value));
      link.append(element('span', '', one.label), element('span', 'n', one.count.toLocaleString('en-US')));
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    section.append(element('h2', '', label), list);
    if (!all && values.length > VALUES_SHOWN) {
      const button = element('button', '', `${values.length - VALUES_SHOWN} more`);
      button.type = 'button';
      button.addEventListener('click', () => {
        opened.add(id);
        redraw();
      });
      section.append(button);
    }
    return [section];
  });
}

/** Makes a chip for each chosen value, which drops it when clicked. */
export function drawChosen(data: IndexData, want: Wanted): HTMLElement[] {
  return [...want.values].flatMap(([id, values]) =>
    (id === 'kind' ? [] : values).map((value) => {
      const chip = facetLink(id, value, true);
      chip.className = 'chip';
      const label = data.facets[id].find((one) => one.value === value)?.label ?? value;
      chip.append(`${id}: ${label} `, drawIcon('close'), element('span', 'sr', 'remove'));
      return chip;
    }),
  );
}

/** A link that works by itself and tells the page which value it stands for. */
function facetLink(id: FacetId, value: string, add: boolean): HTMLAnchorElement {
  const link = anchor(`?${toggleValue(new URLSearchParams(location.search), id, value, add)}`, '');
  link.dataset['facet'] = id;
  link.dataset['value'] = value;
  if (add) link.dataset['add'] = '';
  return link;
}

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
