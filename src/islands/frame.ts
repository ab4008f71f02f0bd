// On every page: the theme switch, the menu, the keys that open search, pages loaded ahead. Everything heavier is loaded when it is asked for.
import { loadAhead } from './load-ahead.ts';
import { THEMES, chooseTheme, currentTheme } from './theme.ts';

const WORDS = { system: 'follow the system', light: 'light', dark: 'dark' };
const toggle = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');

function showTheme(): void {
  toggle?.setAttribute('aria-label', `Theme: ${WORDS[currentTheme()]}`);
}

toggle?.addEventListener('click', () => chooseTheme(THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length] ?? 'system'));
addEventListener('callboard:theme', showTheme);
showTheme();

const menu = document.querySelector<HTMLDetailsElement>('[data-menu]');
document.addEventListener('click', (event) => {
  if (menu?.open === true && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && menu?.open === true) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

const search = document.querySelector<HTMLDialogElement>('#search-dialog');

/** Opens the search dialog at once, so that no letter is lost, and loads what makes it work. */
async function openSearch(): Promise<void> {
  if (search === null || search.open) return;
  search.showModal();
  search.querySelector('input')?.select();
  const { startSearchDialog } = await import('./search-dialog.ts');
  startSearchDialog();
}

search?.addEventListener('click', ({ target }) => {
  // A click beside the panel lands on the dialog itself.
  if (target === search || (target instanceof Element && target.closest('[data-search-close]'))) search.close();
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

document.addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
  const commandK = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey;
  if (!slash && !commandK) return;
  event.preventDefault();
  void openSearch();
});
for (const opener of document.querySelectorAll('[data-search-open]')) {
  opener.addEventListener('click', (event) => {
    if (!(event instanceof MouseEvent) || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void openSearch();
  });
}

loadAhead();

// Links that lead to a complete list without scripts lead to the list that can be filtered with them.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-live-href]')) link.href = link.dataset['liveHref'] ?? link.href;

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(copied(button)).then(() => {
      button.dataset['copied'] = '';
      setTimeout(() => delete button.dataset['copied'], 1500);
    });
  });
}

/** What a button copies: the text it carries, or the lines of the code it belongs to. */
function copied({ dataset }: HTMLButtonElement): string {
  const code = dataset['copyFrom'] === undefined ? null : document.getElementById(dataset['copyFrom']);
  if (code === null) return dataset['copy'] ?? '';
  return `${[...code.querySelectorAll('.line')].map((line) => line.textContent).join('\n')}\n`;
}
