// The search dialog: answers as you type, arrows choose, Enter opens. What answers an old question is never shown below a newer one.
import { base, element } from './dom.ts';
import { drawIcon } from './icon.ts';
import { answerQuestion } from './search/answer.ts';
import { type Command, findCommands } from './search/commands.ts';
import { countWords, drawLinks, drawResult } from './search/draw.ts';
import { type GridGroup, type GridRow, createGrid } from './search/grid.ts';
import { loadNames } from './search/load.ts';
import { groupResults } from './search/merge.ts';
import { forgetSearches, recentSearches, rememberSearch } from './search/recent-searches.ts';
import type { SearchResult } from './search/result.ts';
import { dialogParts, startScope } from './search/scope.ts';

/** How long nobody must type before something is loaded for a question, in milliseconds. */
const PAUSE = 80;

const NOT_LOADED = 'The search index could not be loaded.';

const parts = dialogParts();
const scope = startScope(parts, () => void ask());
const grid = createGrid(parts.list, parts.input);

let question = 0;
let asked = '';

/** Makes the open dialog work: loads the names, and answers what has been typed before this script was there. */
export function startSearchDialog(): void {
  void ask();
}

async function ask(): Promise<void> {
  const text = parts.input.value.trim();
  const mine = ++question;
  const site = scope.site();
  const params = new URLSearchParams({ ...(text !== '' && { q: text }), ...(site !== null && { site }) }).toString();
  parts.all.href = `${base}search/${params === '' ? '' : `?${params}`}`;
  const isNew = `${site ?? ''} ${text}` !== asked;
  asked = `${site ?? ''} ${text}`;
  if (text === '') return showStart();
  // The old answer goes at once: it is not one to what stands in the field now.
  if (isNew) {
    grid.show([], true);
    say('');
  }
  const isCurrent = () => mine === question;
  try {
    const { data } = await loadNames();
    await answerQuestion(
      { text, site },
      {
        isCurrent,
        pause: () => new Promise((done) => setTimeout(done, PAUSE)),
        show: ({ results, total, complete }) => {
          const commands = site === null ? findCommands(data, text) : [];
          grid.show([...groupResults(results).map(toGroup), ...toCommands(commands)], false);
          if (complete) say(countWords(total, text, site));
        },
      },
    );
  } catch {
    if (isCurrent()) say(NOT_LOADED);
  }
}

/** Before anything is typed: what was asked last. */
function showStart(): void {
  say('');
  loadNames().catch(() => say(NOT_LOADED));
  const recent = recentSearches().map((text) =>
    toRow(
      `recent ${text}`,
      button('recent', text, () => fill(text)),
    ),
  );
  const forget = toRow(
    'forget',
    button('close', 'Forget these', () => (forgetSearches(), showStart())),
  );
  grid.show(recent.length === 0 ? [] : [{ title: 'Recent searches', rows: [...recent, forget] }], true);
}

function fill(text: string): void {
  parts.input.value = text;
  parts.input.focus();
  void ask();
}

function toGroup({ title, results }: { readonly title: string; readonly results: readonly SearchResult[] }): GridGroup {
  return { title, rows: results.map((result) => ({ key: result.thing, main: drawResult(result), others: drawLinks(result) })) };
}

function toCommands(commands: readonly Command[]): GridGroup[] {
  const rows = commands.map(({ title, icon, does }) => {
    if (typeof does !== 'string')
      return toRow(
        title,
        button(icon, title, () => (does(), parts.dialog.close())),
      );
    const link = element('a', 'search-result');
    link.href = does;
    link.append(drawIcon(icon), element('span', 'search-title', title));
    return toRow(title, link);
  });
  return rows.length === 0 ? [] : [{ title: 'Commands', rows }];
}

function toRow(key: string, main: HTMLElement): GridRow {
  return { key, main, others: [] };
}

function button(icon: string, title: string, act: () => void): HTMLButtonElement {
  const made = element('button', 'search-result');
  made.type = 'button';
  made.append(drawIcon(icon), element('span', 'search-title', title));
  made.addEventListener('click', act);
  return made;
}

function say(words: string): void {
  if (parts.status.textContent !== words) parts.status.textContent = words;
}

parts.input.addEventListener('input', () => void ask());

/** What a key does in the field; false where the field shall have it. */
const KEYS: Readonly<Record<string, () => boolean>> = {
  ArrowDown: () => grid.moveRow(1),
  ArrowUp: () => grid.moveRow(-1),
  // At the end of the text the arrows go to the links of the chosen row.
  ArrowRight: () => parts.input.selectionStart === parts.input.value.length && grid.moveCell(1),
  ArrowLeft: () => parts.input.selectionStart === parts.input.value.length && grid.moveCell(-1),
};

parts.input.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    const chosen = grid.chosen();
    if (chosen === null) return;
    event.preventDefault();
    rememberSearch(parts.input.value);
    if (chosen instanceof HTMLAnchorElement && (event.metaKey || event.ctrlKey)) window.open(chosen.href, '_blank', 'noopener');
    else chosen.click();
  } else if (Object.hasOwn(KEYS, event.key) && KEYS[event.key]?.() === true) event.preventDefault();
});

parts.list.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || target.closest('a') === null) return;
  rememberSearch(parts.input.value);
  // A result on this very page only moves to a heading: the dialog must not stay in its way.
  parts.dialog.close();
});
