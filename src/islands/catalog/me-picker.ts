// The dialog in which a person picks themself or their team: a field with type-ahead over users and groups.
import { type Rows, kindIcon, valuesOf } from '../../portal/catalog/rows.ts';
import { ownersOf } from '../../portal/catalog/select.ts';
import { element, setText } from '../dom.ts';
import { readMe, writeMe } from '../me.ts';
import { drawIcon } from '../icon.ts';

const MOST = 30;
const PEOPLE = ['user', 'group'];

/** Makes the dialog work and returns what opens it; `picked` is called when somebody was picked. */
export function startMePicker(dialog: HTMLDialogElement, load: () => Promise<Rows>, picked: () => void): () => void {
  const input = dialog.querySelector('input');
  const list = dialog.querySelector<HTMLElement>('[role="listbox"]');
  const status = dialog.querySelector('[data-me-status]');
  const forget = dialog.querySelector<HTMLButtonElement>('[data-me-forget]');
  let options: readonly number[] = [];
  let chosen = -1;

  async function show(): Promise<void> {
    const rows = await load();
    const words = input?.value.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
    options = people(rows, words);
    list?.replaceChildren(...options.map((row, index) => drawOption(rows, row, index)));
    input?.setAttribute('aria-expanded', String(options.length > 0));
    setText(status, options.length === 0 ? 'Nobody is called like that.' : `${options.length} found`);
    choose(options.length > 0 && words.length > 0 ? 0 : -1);
  }

  function choose(index: number): void {
    chosen = index;
    for (const [number, item] of [...(list?.children ?? [])].entries()) {
      item.setAttribute('aria-selected', String(number === index));
      if (number === index) item.scrollIntoView({ block: 'nearest' });
    }
    if (index >= 0) input?.setAttribute('aria-activedescendant', `me-option-${index}`);
    else input?.removeAttribute('aria-activedescendant');
  }

  async function pick(index: number): Promise<void> {
    const rows = await load();
    const row = options[index];
    if (row === undefined) return;
    const ref = rows.ref(row);
    writeMe({ ref, title: rows.title(row), owners: [...ownersOf(rows, ref)] });
    dialog.close();
    picked();
  }

  input?.addEventListener('input', () => void show());
  input?.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (options.length > 0)
        choose((chosen + (event.key === 'ArrowDown' ? 1 : -1) + options.length + Number(chosen < 0)) % options.length);
    } else if (event.key === 'Enter') {
      // Never sends the form, which would close the dialog.
      event.preventDefault();
      void pick(chosen);
    }
  });
  list?.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    if (option) void pick([...list.children].indexOf(option));
  });
  forget?.addEventListener('click', () => {
    writeMe(null);
    dialog.close();
  });
  dialog.addEventListener('click', ({ target }) => {
    // A click beside the panel lands on the dialog itself.
    if (target === dialog) dialog.close();
  });
  return () => {
    if (dialog.open) return;
    if (input) input.value = '';
    if (forget) forget.hidden = readMe() === null;
    dialog.showModal();
    input?.focus();
    void show();
  };
}

/** Users and groups whose names hold all words; those whose name begins with them first. */
function people(rows: Rows, words: readonly string[]): readonly number[] {
  const { kind } = rows.data.facets;
  const wanted = PEOPLE.map((one) => kind.values.indexOf(one));
  const found: number[] = [];
  for (let row = 0; row < rows.count; row++) {
    if (!wanted.includes(valuesOf(kind, row)[0] ?? -1)) continue;
    if (words.every((word) => rows.nameText(row).includes(word))) found.push(row);
  }
  const begins = (row: number) => Number(rows.nameText(row).startsWith(words[0] ?? ''));
  return found.sort((a, b) => begins(b) - begins(a) || a - b).slice(0, MOST);
}

function drawOption(rows: Rows, row: number, index: number): HTMLLIElement {
  const item = element('li');
  item.id = `me-option-${index}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  item.append(drawIcon(kindIcon(rows.data, row)), element('span', '', rows.title(row)), element('span', 'n small', rows.ref(row)));
  return item;
}
