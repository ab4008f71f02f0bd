// The size of the text of docs: chosen by the reader and remembered. `theme.js` applies it before a page is painted.

const KEY = 'callboard:text-size';
const root = document.documentElement;

/** Makes the choice of sizes work; the text that is being read stays where it is. */
export function chooseTextSize(group: HTMLFieldSetElement, article: HTMLElement): void {
  const current = root.dataset['textSize'] ?? 'normal';
  for (const input of group.querySelectorAll('input')) input.checked = input.value === current;
  group.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const read = blockBeingRead(article);
    const top = read?.getBoundingClientRect().top ?? 0;
    if (target.value === 'normal') delete root.dataset['textSize'];
    else root.dataset['textSize'] = target.value;
    if (read !== null) scrollBy(0, read.getBoundingClientRect().top - top);
    try {
      localStorage.setItem(KEY, target.value);
    } catch {
      // Not remembered where storage is forbidden.
    }
  });
}

/** The first block that reaches into the window; null at the top of a page, which stays the top. */
function blockBeingRead(article: HTMLElement): Element | null {
  if (scrollY === 0) return null;
  return [...article.children].find((child) => child.getBoundingClientRect().bottom > 0) ?? null;
}
