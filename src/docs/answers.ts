// What a page asked about everything around it, and what it was told: enough to say later whether it would be rendered just the same.
import { createHash } from 'node:crypto';
import type { PageContext } from './markdown/page-state.ts';

/** What a page may ask whose answer depends on other files than its own. */
export type Asked = Pick<PageContext, 'link' | 'image' | 'imageSize' | 'snippet'>;

/** A question and its answer, shortened: plain data. */
export interface Answer {
  readonly ask: keyof Asked;
  readonly about: Parameters<Asked[keyof Asked]>[0];
  readonly answer: string;
}

/** Longer answers are kept as their hash. */
const MAX_ANSWER = 300;

/** Returns the same functions, which note each question and its answer in a list, each once, in the order they came. */
export function noteAnswers(asked: Asked): Asked & { readonly answers: readonly Answer[] } {
  const answers: Answer[] = [];
  const seen = new Set<string>();
  const noting =
    <About extends Answer['about'], T>(ask: keyof Asked, find: (about: About) => T) =>
    (about: About): T => {
      const found = find(about);
      const key = `${ask} ${JSON.stringify(about)}`;
      if (!seen.has(key)) answers.push({ ask, about, answer: shorten(found) });
      seen.add(key);
      return found;
    };
  return {
    link: noting('link', asked.link),
    image: noting('image', asked.image),
    imageSize: noting('imageSize', asked.imageSize),
    snippet: noting('snippet', asked.snippet),
    answers,
  };
}

/** Says whether the same questions have the same answers today. */
export function sameAnswers(answers: readonly Answer[], asked: Asked): boolean {
  return answers.every(({ ask, about, answer }) => shorten((asked[ask] as (about: Answer['about']) => unknown)(about)) === answer);
}

function shorten(answer: unknown): string {
  const text = JSON.stringify(answer);
  return text.length <= MAX_ANSWER ? text : createHash('sha256').update(text).digest('base64');
}
