// Prose that can be pronounced: random numbers in; words, sentences and paragraphs out. Words recur as they do in real texts.
import { toSentence } from './names.ts';
import type { Random } from './random.ts';
import { GLUE } from './words.ts';

/** Made-up words, the frequent ones first. */
export type Vocabulary = readonly string[];

const ONSETS = 'b br c ch d dr f fl g gr h j k kl l m n p pl pr r s sh sk st t tr v w z'.split(' ');
const NUCLEI = 'a e i o u a e i o ai ea ou'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 't', 'm', 'nd', 'rk', 'st'];
const WORDS = 6000;

/** Makes the words of an organisation: enough that a search index has something to do. */
export function createVocabulary(random: Random): Vocabulary {
  const words = new Set<string>();
  while (words.size < WORDS) {
    const syllables = Array.from({ length: random.weighted([[2, 6], [3, 4], [4, 1]]) }, () => random.pick(ONSETS) + random.pick(NUCLEI));
    words.add(syllables.join('') + random.pick(CODAS));
  }
  return [...words];
}

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
  // The word of rank r comes up in proportion to 1/r, which is Zipf's law.
  const rare = () => vocabulary[Math.floor(vocabulary.length ** random.next()) - 1] ?? 'word';
  const word = () => rare();
  const phrase = (words: number) => {
    let text = rare();
    for (let count = 1; count < words; count++) text += ` ${random.chance(0.45) ? random.pick(GLUE) : rare()}`;
    return text;
  };
  const sentence = (words = random.int(6, 20)) => {
    if (words < 10) return `${toSentence(phrase(words))}.`;
    const first = random.int(4, words - 4);
    return `${toSentence(phrase(first))}${random.weighted([[', ', 6], ['; ', 1], [', and ', 2]])}${phrase(words - first)}.`;
  };
  const paragraph = (words: number) => {
    const sentences: string[] = [];
    for (let left = words; left > 0; ) {
      const length = random.int(6, 20);
      sentences.push(sentence(length));
      left -= length;
    }
    return sentences.join(' ');
  };
  return { word, phrase, sentence: () => sentence(), paragraph };
}
