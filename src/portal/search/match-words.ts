// How well the words of a list answer one word of a question: a vocabulary in, a grade for each of its words out.
import { isOneEdit, isUnspaced } from './words.ts';

/** Grades of a word, from none to all. */
export const GRADES = { none: 0, edit: 1, inside: 2, prefix: 3, whole: 4 } as const;

/** Letters that a word needs for one of them to be wrong, and for it to be found inside of another. */
const LETTERS_FOR_EDIT = 5;
const LETTERS_FOR_INSIDE = 3;

/** Grades each word of a vocabulary for one asked word. */
export function gradeWords(vocabulary: readonly string[], asked: string): Uint8Array {
  const grades = new Uint8Array(vocabulary.length);
  const mayEdit = asked.length >= LETTERS_FOR_EDIT;
  const mayBeInside = asked.length >= LETTERS_FOR_INSIDE || isUnspaced(asked);
  for (const [index, word] of vocabulary.entries()) {
    if (word.startsWith(asked)) grades[index] = word === asked ? GRADES.whole : GRADES.prefix;
    else if (mayBeInside && word.includes(asked)) grades[index] = GRADES.inside;
    else if (mayEdit && isOneEdit(word, asked)) grades[index] = GRADES.edit;
  }
  return grades;
}
