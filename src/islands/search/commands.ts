// What can be done from the search beside finding: a question in, commands out. To jump to a page, to change the colours, to say who one is.
import type { NamesData } from '../../portal/search/shape.ts';
import { askedWords, wordsOf } from '../../portal/search/words.ts';
import { toHref } from '../dom.ts';
import { chooseTheme } from '../theme.ts';

export interface Command {
  readonly title: string;
  readonly icon: string;
  /** Words that it is found by beside its title. */
  readonly words: string;
  /** A page to go to, or something to do here. */
  readonly does: string | (() => void);
}

const OWN: readonly Command[] = [
  { title: 'Use light colours', icon: 'sun', words: 'theme mode switch', does: () => chooseTheme('light') },
  { title: 'Use dark colours', icon: 'moon', words: 'theme mode night switch', does: () => chooseTheme('dark') },
  { title: 'Use the colours of the system', icon: 'auto', words: 'theme mode switch', does: () => chooseTheme('system') },
  { title: 'Pick my team', icon: 'mine', words: 'who am i me mine', does: '/catalog/#pick-me' },
];

const MOST = 3;

/** Finds the commands whose words begin with those of the question. */
export function findCommands({ pages }: Pick<NamesData, 'pages'>, question: string): Command[] {
  const asked = askedWords(question);
  if (asked.length === 0) return [];
  const all = [
    ...pages.map(({ title, address }) => ({ title: `Go to ${title}`, icon: 'chevron', words: 'page jump open', does: address })),
    ...OWN,
  ];
  return all
    .filter(({ title, words }) => {
      const known = wordsOf(`${title} ${words}`);
      return asked.every((word) => known.some((one) => one.startsWith(word)));
    })
    .slice(0, MOST)
    .map((command) => (typeof command.does === 'string' ? { ...command, does: toHref(command.does) } : command));
}
