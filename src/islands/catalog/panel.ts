// The panel of filters and lists, and the chips of what is chosen: a question and its counts in, the page's own parts filled out.
import { facetViews } from '../../portal/catalog/facets.ts';
import { type ListId, type Wanted, chooseKind, setParam, targetAddress } from '../../portal/catalog/query.ts';
import type { Rows } from '../../portal/catalog/rows.ts';
import type { Selection } from '../../portal/catalog/select.ts';
import { setText, toHref } from '../dom.ts';
import { readMe } from '../me.ts';
import { drawChosen } from './chosen.ts';
import { drawFacets, drawKinds } from './draw-facets.ts';
import type { Parts } from './parts.ts';
import { currentTarget } from './state.ts';

export interface Panel {
  draw(rows: Rows, want: Wanted, selection: Selection): void;
  drawLists(want: Wanted, selection: Selection): void;
}

/** Makes the panel work; `redraw` is called when a filter was opened or a value is looked for in it. */
export function createPanel({ panel, chosen, chosenCount }: Parts, redraw: () => Promise<void>): Panel {
  const opened = new Set<string>();
  const find = new Map<string, string>();

  panel?.addEventListener('click', ({ target }) => {
    const group = target instanceof Element ? target.closest('[data-more-values]')?.closest<HTMLElement>('[data-group]') : null;
    if (!group) return;
    const id = group.dataset['group'] ?? '';
    find.delete(id);
    if (!opened.delete(id)) opened.add(id);
    const field = group.querySelector<HTMLInputElement>('.facet-find');
    if (field) field.value = '';
    void redraw().then(() => {
      if (field && !field.hidden) field.focus();
    });
  });

  panel?.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.classList.contains('facet-find')) return;
    find.set(target.closest<HTMLElement>('[data-group]')?.dataset['group'] ?? '', target.value);
    void redraw();
  });

  function drawLists(want: Wanted, { lists }: Selection): void {
    const me = readMe();
    const target = currentTarget();
    for (const link of panel?.querySelectorAll<HTMLAnchorElement>('[data-lists] a') ?? []) {
      const id = link.dataset['list'] as ListId;
      const on = want.list === id;
      setText(link.querySelector('.n'), id === 'mine' && me === null ? '' : lists[id].toLocaleString('en-US'));
      if (on) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      link.href = toHref(targetAddress(setParam(target, 'list', on ? '' : id)));
    }
    setText(panel?.querySelector('[data-me-open]'), me === null ? 'Who are you?' : `You: ${me.title}`);
  }

  return {
    drawLists,
    draw(rows, want, selection) {
      const target = currentTarget();
      const [kinds, ...others] = facetViews(rows, want, selection);
      if (panel && kinds) {
        const ofAll = targetAddress(chooseKind(want.kinds, target, null, false));
        // The rest of the address is the same for each kind.
        const { params } = chooseKind(want.kinds, target, '', false);
        drawKinds(panel, kinds, selection.allKinds, (kind) => (kind === null ? ofAll : targetAddress({ kind, params })));
        drawFacets(panel, others, { opened, find });
        const any = panel.querySelector<HTMLElement>('[data-any-tag]');
        any?.toggleAttribute('hidden', !want.values.has('tag'));
        const box = any?.querySelector('input');
        if (box) box.checked = want.anyTag;
      }
      drawLists(want, selection);
      const chips = drawChosen(others, want);
      chosen?.replaceChildren(...chips);
      chosen?.toggleAttribute('hidden', chips.length === 0);
      const count = [...want.values.values()].reduce((sum, values) => sum + values.length, 0);
      setText(chosenCount, count === 0 ? '' : String(count));
    },
  };
}
