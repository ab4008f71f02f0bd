// Draws the filters of the search page: counts and what the address chooses in, boxes to tick out.
import { element } from '../dom.ts';
import { FILTERS } from './filters.ts';
import type { FilterCounts } from './pagefind.ts';

const VALUES_SHOWN = 12;

/** Draws all filters; the box that had the focus has it again. */
export function drawFilters(panel: HTMLElement, counts: FilterCounts, params: URLSearchParams): void {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  const { name, value } = focused ?? { name: '', value: '' };
  panel.replaceChildren(...FILTERS.flatMap(({ id, label }) => drawFilter(id, label, counts[id] ?? {}, params.getAll(id))));
  [...panel.querySelectorAll('input')].find((box) => box.name === name && box.value === value)?.focus();
}

function drawFilter(id: string, label: string, counts: Record<string, number>, chosen: string[]): HTMLElement[] {
  // What is chosen is drawn, whatever it finds: how else would it be given up again?
  const all = new Map([...chosen.map((value) => [value, 0] as const), ...Object.entries(counts)]);
  const rank = ([value, count]: [string, number]) => (chosen.includes(value) ? Infinity : count);
  const values = [...all]
    .filter(([value, count]) => count > 0 || chosen.includes(value))
    .sort((a, b) => (rank(a) === rank(b) ? (a[0] < b[0] ? -1 : 1) : rank(b) - rank(a)));
  if (values.length === 0) return [];
  const group = element('fieldset');
  group.append(element('legend', '', label));
  for (const [index, [value, count]] of values.slice(0, VALUES_SHOWN).entries()) {
    const row = element('label');
    const box = element('input');
    box.type = 'checkbox';
    box.name = id;
    box.value = value;
    box.id = `filter-${id}-${index}`;
    box.checked = chosen.includes(value);
    row.append(box, element('span', '', value), element('span', 'n', String(count)));
    group.append(row);
  }
  return [group];
}
