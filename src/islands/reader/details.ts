// Blocks of a page that fold: all at once by a button, open on paper, and open when a link leads into them.

import { fragmentOf } from '../../lib/fragment.ts';

/** Makes the folding blocks of an article work together; the button says what it will do. */
export function followDetails(article: HTMLElement, button: HTMLButtonElement | null): void {
  const all = [...article.querySelectorAll('details')];
  if (all.length === 0) return;
  const areOpen = () => all.every(({ open }) => open);
  const sync = () => {
    if (button) button.textContent = areOpen() ? 'Collapse all' : 'Expand all';
  };
  // The event does not bubble.
  article.addEventListener('toggle', sync, true);
  button?.addEventListener('click', () => {
    const open = !areOpen();
    for (const one of all) one.open = open;
    sync();
  });
  sync();

  let closed: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    closed = all.filter(({ open }) => !open);
    for (const one of closed) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of closed) one.open = false;
    closed = [];
  });

  addEventListener('hashchange', () => reveal(location.hash));
  // A link to where the address already leads changes nothing that would be told.
  article.ownerDocument.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link !== null && link.hash === location.hash) reveal(link.hash);
  });
  reveal(location.hash);
}

/** Opens the blocks around what a link leads to. */
function reveal(hash: string): void {
  if (hash.length < 2) return;
  const target = document.getElementById(fragmentOf(hash));
  let hidden = false;
  for (let around = target?.closest('details'); around; around = around.parentElement?.closest('details')) {
    hidden ||= !around.open;
    around.open = true;
  }
  if (hidden) target?.scrollIntoView();
}
