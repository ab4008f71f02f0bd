// Prose that can be pronounced: random numbers in; words, sentences and paragraphs out. Words recur as they do in real texts.
import { toSentence } from './names.ts';
import type { Random } from './random.ts';
import { ACTIVITIES, GLUE, SUBJECTS } from './words.ts';

/** Made-up words, the frequent ones first. */
export type Vocabulary = readonly string[];

const ONSETS = 'b b br d d dr f f fl g gr h h j k k kl l l m m n n p p pl pr r r s s st t t tr v w'.split(' ');
const NUCLEI = 'a a e e i i o o u ai ou'.split(' ');
const CODAS = ['', '', '', '', 'n', 'r', 's', 'l', 't', 'm', 'nd', 'rk', 'st'];
const WORDS = 6000;

/** Makes the words of an organisation: enough that a search index has something to do. Short ones are frequent, as in every language. */
export function createVocabulary(random: Random): Vocabulary {
  const words = new Set([...SUBJECTS, ...ACTIVITIES]);
  while (words.size < WORDS) {
    // Up to three syllables at first, more only when the short words are used up.
    const syllables = random.int(1, 2 + Math.min(2, Math.floor(words.size / 800)));
    words.add(Array.from({ length: syllables }, () => random.pick(ONSETS) + random.pick(NUCLEI)).join('') + random.pick(CODAS));
  }
  const [common, rare] = [[...words].slice(0, COMMON), [...words].slice(COMMON)];
  return [...random.sample(common, common.length), ...rare];
}

/** So many words come in any order, so that those of the trade are not the most frequent ones. */
const COMMON = 600;
/** Makes the most frequent words less so: they share their place with the fixed words of English. */
const FLATTEN = 30;

/** Writes in the words of a vocabulary. */
export interface Prose {
  word(): string;
  /** Returns so many words, without capital and full stop. */
  phrase(words: number): string;
  sentence(): string;
  /** Returns sentences of at least so many words. */
  paragraph(words: number): string;
}

/** Makes a writer. */
export function createProse(random: Random, vocabulary: Vocabulary): Prose {
  // The word of rank r comes up in proportion to 1 / (r + a constant), which is the law of Zipf and Mandelbrot.
  const scale = (vocabulary.length + FLATTEN) / FLATTEN;
  const word = () => vocabulary[Math.floor(FLATTEN * scale ** random.next()) - FLATTEN] ?? 'word';
  const phrase = (words: number) => {
    let text = word();
    for (let count = 1, glued = false; count < words; count++) {
      // No two fixed words in a row, and none at the end.
      glued = !glued && count < words - 1 && random.chance(0.6);
      text += ` ${glued ? random.pick(GLUE) : word()}`;
    }
    return text;
  };
  const sentence = (words = random.int(6, 20)) => {
    if (words < 10) return `${toSentence(phrase(words))}.`;
    const first = random.int(4, words - 4);
    return `${toSentence(phrase(first))}${random.weighted([
      [', ', 6],
      ['; ', 1],
      [', and ', 2],
    ])}${phrase(words - first)}.`;
  };
  const paragraph = (words: number) => {
    const sentences: string[] = [];
    for (let left = words; left > 0;) {
      const length = random.int(6, 20);
      sentences.push(sentence(length));
      left -= length;
    }
    return sentences.join(' ');
  };
  return { word, phrase, sentence: () => sentence(), paragraph };
}
