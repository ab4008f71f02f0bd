// Content tabs: groups that stand below each other without scripts become tabs; equal titles on a page are chosen together.
import { fragmentOf } from '../lib/fragment.ts';

interface Group {
  readonly buttons: readonly HTMLButtonElement[];
  readonly panels: readonly HTMLElement[];
}

/** Makes tabs of the groups of a page. What a link leads to is shown, in whichever tab it stands. */
export function makeTabs(boxes: Iterable<HTMLElement>): void {
  const groups = [...boxes].map(makeGroup);
  const choose = (title: string): void => {
    for (const group of groups) show(group, title);
  };
  for (const { buttons, panels } of groups) {
    for (const [index, button] of buttons.entries()) {
      // The browser has found something in a tab that is not shown, and is about to go there.
      panels[index]?.addEventListener('beforematch', () => choose(button.textContent));
      button.addEventListener('click', () => {
        const top = button.getBoundingClientRect().top;
        choose(button.textContent);
        // Groups above may have become higher or lower: what the reader looks at stays where it is.
        scrollBy(0, button.getBoundingClientRect().top - top);
      });
      button.addEventListener('keydown', ({ key }) => {
        const step = STEPS.get(key) ?? 0;
        const next = buttons[(index + step + buttons.length) % buttons.length];
        if (step === 0 || next === undefined) return;
        next.focus();
        choose(next.textContent);
      });
    }
  }
  const follow = (): void => {
    const target = document.getElementById(fragmentOf(location.hash));
    for (const group of groups) {
      const index = group.panels.findIndex((panel) => panel.contains(target));
      if (index >= 0) show(group, group.buttons[index]?.textContent ?? '');
    }
    if (target !== null && groups.some(({ panels }) => panels.some((panel) => panel.contains(target)))) target.scrollIntoView();
  };
  addEventListener('hashchange', follow);
  if (location.hash !== '') follow();
}

const STEPS = new Map([
  ['ArrowRight', 1],
  ['ArrowLeft', -1],
]);

function makeGroup(box: HTMLElement, number: number): Group {
  const panels = [...box.querySelectorAll<HTMLElement>(':scope > .tab')];
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  const buttons = panels.map((panel, index) => {
    const title = panel.querySelector<HTMLElement>(':scope > .tab-title');
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `Tab-${number + 1}-${index + 1}`;
    button.textContent = title?.textContent ?? '';
    button.setAttribute('role', 'tab');
    title?.remove();
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', button.id);
    return button;
  });
  list.append(...buttons);
  box.prepend(list);
  const group = { buttons, panels };
  show(group, buttons[0]?.textContent ?? '');
  return group;
}

/** Shows the tab with a title, if the group has one. */
function show({ buttons, panels }: Group, title: string): void {
  const chosen = buttons.findIndex(({ textContent }) => textContent === title);
  if (chosen < 0) return;
  for (const [index, button] of buttons.entries()) {
    button.setAttribute('aria-selected', String(index === chosen));
    button.tabIndex = index === chosen ? 0 : -1;
    if (index === chosen) panels[index]?.removeAttribute('hidden');
    else panels[index]?.setAttribute('hidden', 'until-found');
  }
}
