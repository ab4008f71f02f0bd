// Marks the words of a question in a text: text and question in, pieces of which every second one matched out.
import { askedWords } from '../../portal/search/words.ts';

/** Cuts a text at the words of a question. */
export function markWords(text: string, question: string): string[] {
  const asked = question.trim().toLowerCase();
  // Longer words first, so that the whole of what was typed is marked where it stands.
  const words = [...new Set([asked, ...asked.split(/\s+/), ...askedWords(question)])].filter(Boolean).sort((a, b) => b.length - a.length);
  if (words.length === 0 || text === '') return [text];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.split(new RegExp(`(${pattern})`, 'gi'));
}
