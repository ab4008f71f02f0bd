// The home page: what is mine, what I starred and what I saw last, as far as this browser knows.
import { type Card, readCards } from './cards.ts';
import { element } from './dom.ts';
import { onMe, readMe } from './me.ts';
import { readRecent } from './recent.ts';
import { onStarred, readStarred } from './starred.ts';

/** Links of one line. */
const MOST = 12;

const line = (name: string) => document.querySelector<HTMLElement>(`[data-kept-line="${name}"]`);

function drawLinks(name: string, refs: readonly string[]): void {
  const cards = readCards();
  const known = refs
    .flatMap((ref): readonly Card[] => {
      const card = cards.get(ref);
      return card === undefined ? [] : [card];
    })
    .slice(0, MOST);
  line(name)
    ?.querySelector('ul')
    ?.replaceChildren(
      ...known.map(({ ref, title, href }) => {
        const link = element('a', 'chip', title);
        link.href = href;
        link.dataset['entityRef'] = ref;
        const item = element('li');
        item.append(link);
        return item;
      }),
    );
}

function show(): void {
  drawLinks('starred', readStarred());
  drawLinks('recent', readRecent());
  const me = readMe();
  const all = line('me')?.querySelector('[data-kept-who]');
  if (all) all.textContent = me?.title ?? '';
}

onStarred(show);
onMe(show);
show();
