// The parts of the dialog, and the button that limits the search to the docs site around the page.

/** Finds the parts of the dialog. Throws when the page has none: only pages with a dialog load this. */
export function dialogParts() {
  const part = <T extends Element>(selector: string): T => {
    const found = document.querySelector<T>(`#search-dialog ${selector}`);
    if (found === null) throw new Error(`The search dialog has no ${selector}.`);
    return found;
  };
  const list = part<HTMLElement>('#search-list');
  return {
    dialog: list.closest('dialog') as HTMLDialogElement,
    input: part<HTMLInputElement>('input[name=q]'),
    list,
    status: part<HTMLElement>('.search-status'),
    all: part<HTMLAnchorElement>('[data-search-all]'),
  };
}

const KEY = 'callboard:search-site';

/** Makes the button work; `changed` is called when it was pressed. `site` names the docs site that is asked; null for everything. */
export function startScope(
  { dialog, input }: Pick<ReturnType<typeof dialogParts>, 'dialog' | 'input'>,
  changed: () => void,
): { readonly site: () => string | null } {
  const button = dialog.querySelector<HTMLButtonElement>('[data-search-site]');
  const field = dialog.querySelector<HTMLInputElement>('input[name=site]');
  const site = () => (button?.getAttribute('aria-pressed') === 'true' ? (button.dataset['searchSite'] ?? null) : null);
  const limit = (on: boolean) => {
    button?.setAttribute('aria-pressed', String(on));
    if (field) field.disabled = !on;
  };
  button?.addEventListener('click', () => {
    limit(site() === null);
    try {
      // For as long as the reader stays: weeks later nobody remembers that search was limited.
      sessionStorage.setItem(KEY, site() ?? '');
    } catch {
      // Not remembered where storage is forbidden.
    }
    input.focus();
    changed();
  });
  try {
    limit(button !== null && sessionStorage.getItem(KEY) === button.dataset['searchSite']);
  } catch {
    limit(false);
  }
  return { site };
}
