// Draws the filters of the catalog index into the parts that the page already has. What stays the same is left alone: the focus does not
// move, and nothing is announced twice.
import type { FacetView } from '../../portal/catalog/facets.ts';
import { element, setText, toHref } from '../dom.ts';

/** Values of a filter that are shown before it is opened; CatalogIndex.astro does the same. */
const SHOWN = 6;
/** How many values are drawn at most; the field above finds the others. */
const MOST = 60;
/** From how many values on a filter has a field to find one. */
const FIND_FROM = 12;

/** What a person did to the filters beside choosing: opened some, looked for values in some. */
export interface FacetState {
  readonly opened: ReadonlySet<string>;
  readonly find: ReadonlyMap<string, string>;
}

/** Draws all filters but the kinds. */
export function drawFacets(panel: ParentNode, facets: readonly FacetView[], state: FacetState): void {
  for (const facet of facets) {
    const group = panel.querySelector<HTMLElement>(`fieldset[data-group="${facet.id}"]`);
    if (group) drawFacet(group, facet, state);
  }
}

function drawFacet(group: HTMLElement, { id, values }: FacetView, { opened, find }: FacetState): void {
  const open = opened.has(id);
  const words = find.get(id)?.toLowerCase().trim() ?? '';
  const shown = open
    ? values.filter((one) => one.chosen || one.label.toLowerCase().includes(words)).slice(0, MOST)
    : values.filter((one, index) => index < SHOWN || one.chosen);
  group.hidden = values.length === 0;
  const list = group.querySelector('ul');
  const before = new Map([...group.querySelectorAll<HTMLInputElement>('ul input')].map((box) => [box.value, box.closest('li')]));
  const items = shown.map(({ value, label, count, chosen }) => {
    const item = before.get(value) ?? drawValue(id, value, label);
    const box = item.querySelector('input');
    if (box) box.checked = chosen;
    setText(item.querySelector('.n'), count.toLocaleString('en-US'));
    return item;
  });
  if (list && !sameItems(list, items)) {
    const focused = document.activeElement;
    list.replaceChildren(...items);
    if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
  }
  const more = group.querySelector<HTMLButtonElement>('[data-more-values]');
  if (more) {
    const left = values.length - SHOWN;
    more.hidden = left <= 0;
    more.setAttribute('aria-expanded', String(open));
    setText(more, open ? 'Fewer' : `${left.toLocaleString('en-US')} more`);
  }
  const field = group.querySelector<HTMLInputElement>('.facet-find');
  if (field) field.hidden = !open || values.length < FIND_FROM;
}

function sameItems(list: Element, items: readonly Element[]): boolean {
  return list.children.length === items.length && items.every((item, index) => list.children[index] === item);
}

function drawValue(id: string, value: string, label: string): HTMLLIElement {
  const item = element('li');
  const line = element('label');
  const box = element('input');
  box.type = 'checkbox';
  box.name = id;
  box.value = value;
  box.dataset['facet'] = id;
  box.dataset['value'] = value;
  line.append(box, element('span', '', label), element('span', 'n'));
  item.append(line);
  return item;
}

/** Marks the chosen kinds, and writes counts and addresses of all. */
export function drawKinds(panel: ParentNode, kinds: FacetView, all: number, addressOf: (kind: string | null) => string): void {
  const byKind = new Map(kinds.values.map((one) => [one.value, one]));
  for (const link of panel.querySelectorAll<HTMLAnchorElement>('[data-group="kind"] a')) {
    const kind = link.dataset['value'] ?? null;
    const view = kind === null ? { count: all, chosen: kinds.values.every((one) => !one.chosen) } : byKind.get(kind);
    setText(link.querySelector('.n'), (view?.count ?? 0).toLocaleString('en-US'));
    if (view?.chosen === true) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    const href = toHref(addressOf(kind));
    if (link.getAttribute('href') !== href) link.setAttribute('href', href);
  }
}
