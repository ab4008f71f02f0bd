// The label of a blip: name, ring and a line about it, for those who point at it, tab to it or touch it.
import { MOVEMENT_LABELS } from '../../portal/radar-shapes.ts';
import type { Part } from './parts.ts';

/** Shows the label beside the blip that is pointed at. A first touch shows it, a second one opens the entry. */
export function startTips(parts: readonly Part[], ringName: (id: string) => string): void {
  const tip = document.querySelector<HTMLElement>('[data-radar-tip]');
  const figure = tip?.parentElement;
  if (!tip || !figure) return;
  const [name, ring, text] = [tip.querySelector('b'), tip.querySelector('span'), tip.querySelector('p')];
  let shown: Part | null = null;
  let touched = false;

  const show = (part: Part) => {
    if (part.blip === null || name === null || ring === null || text === null) return;
    hide();
    shown = part;
    name.textContent = part.title;
    ring.textContent = [ringName(part.ring), MOVEMENT_LABELS[part.moved]].filter((word) => word !== null && word !== '').join(', ');
    text.textContent = part.summary;
    tip.hidden = false;
    part.blip.setAttribute('aria-describedby', tip.id);
    const [frame, blip] = [figure.getBoundingClientRect(), part.blip.getBoundingClientRect()];
    const left = Math.min(Math.max(0, blip.left + blip.width / 2 - frame.left - tip.offsetWidth / 2), frame.width - tip.offsetWidth);
    const above = blip.top - frame.top - tip.offsetHeight - 8;
    tip.style.left = `${Math.max(0, left)}px`;
    // Where there is no room above it stands below.
    tip.style.top = `${blip.top - tip.offsetHeight - 8 < 56 ? blip.bottom - frame.top + 8 : above}px`;
  };
  const hide = () => {
    shown?.blip?.removeAttribute('aria-describedby');
    shown = null;
    tip.hidden = true;
  };

  for (const part of parts) {
    const { blip } = part;
    if (blip === null) continue;
    // The label takes the place of the browser's own.
    const title = blip.querySelector('title');
    if (title !== null) {
      blip.setAttribute('aria-label', title.textContent ?? '');
      title.remove();
    }
    blip.addEventListener('pointerdown', (event) => (touched = event.pointerType === 'touch'));
    blip.addEventListener('pointerenter', (event) => {
      if (event.pointerType !== 'touch') show(part);
    });
    blip.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch') hide();
    });
    blip.addEventListener('focus', () => {
      if (!touched) show(part);
    });
    blip.addEventListener('blur', hide);
    blip.addEventListener('click', (event) => {
      if (!touched || shown === part) return;
      event.preventDefault();
      show(part);
    });
  }
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  addEventListener('pointerdown', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-blip], [data-radar-tip]') === null) hide();
  });
}
