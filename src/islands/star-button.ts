// Makes all star buttons of a page work, also those that are drawn later; and remembers the entity whose own page this is.
import { rememberCard } from './cards.ts';
import { rememberSeen } from './recent.ts';
import { onStarred, readStarred, toggleStar } from './starred.ts';

/** Shows on star buttons which entities are starred. */
export function showStars(part: ParentNode = document): void {
  const starred = new Set(readStarred());
  for (const button of part.querySelectorAll<HTMLButtonElement>('[data-star]')) {
    button.setAttribute('aria-pressed', String(starred.has(button.dataset['star'] ?? '')));
  }
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-star]') : null;
  if (!button) return;
  keepCard(button);
  toggleStar(button.dataset['star'] ?? '');
});
onStarred(() => showStars());
showStars();

const page = document.querySelector<HTMLElement>('[data-star][data-seen]');
if (page) {
  rememberSeen(page.dataset['star'] ?? '');
  keepCard(page);
}

/** Keeps what the page says of the entity of a button: in its row, or at the top of its own page. */
function keepCard(button: HTMLElement): void {
  const link = button.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-entity-ref]');
  const own = document.querySelector<HTMLAnchorElement>('.entity-tabs a');
  const title = link?.textContent ?? document.querySelector('.entity-title > span')?.textContent ?? '';
  const address = (link ?? own)?.getAttribute('href') ?? '';
  rememberCard({ ref: button.dataset['star'] ?? '', title: title.trim(), href: address });
}
