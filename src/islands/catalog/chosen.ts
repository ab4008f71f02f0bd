// The chosen values of the filters as chips that drop them.
import type { FacetView } from '../../portal/catalog/facets.ts';
import type { Wanted } from '../../portal/catalog/query.ts';
import { element } from '../dom.ts';
import { drawIcon } from '../icon.ts';

/** Makes a chip for each chosen value, and one for all when there are several. Kinds and lists show where they are. */
export function drawChosen(facets: readonly FacetView[], want: Wanted): HTMLElement[] {
  const chips = facets.flatMap(({ id, label, values }) =>
    (want.values.get(id) ?? []).map((value) =>
      chip(id, value, `${label}: ${values.find((one) => one.value === value)?.label ?? value}`, 'remove'),
    ),
  );
  return chips.length > 1 ? [...chips, chip('all', '', 'Clear all', '')] : chips;
}

function chip(drop: string, value: string, text: string, action: string): HTMLElement {
  const item = element('li');
  const button = element('button', 'chip', text);
  button.type = 'button';
  button.dataset['drop'] = drop;
  button.dataset['value'] = value;
  if (action !== '') button.append(' ', drawIcon('close'), element('span', 'sr', action));
  item.append(button);
  return item;
}
