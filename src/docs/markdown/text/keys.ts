// Keys of a keyboard: `++ctrl+alt+"Boss"++` becomes one `<kbd>` for each key. A name that no key has leaves the text as it is.
import { htmlNode } from '../html-node.ts';
import type { TextReplacement } from './replacement.ts';
import { keyLabel } from './key-names.ts';

const KEY = /[\w-]{1,40}|"[^"\n]{1,40}"|'[^'\n]{1,40}'/;
const COMBINATION = new RegExp(`\\+\\+((?:(?:${KEY.source})\\+){0,9}(?:${KEY.source}))\\+\\+`, 'g');

/** Replaces combinations of keys. */
export const keys: TextReplacement = {
  hint: '++',
  pattern: COMBINATION,
  replace([, combination = '']) {
    const labels = [...combination.matchAll(new RegExp(KEY, 'g'))].map(([key]) =>
      /^["']/.test(key) ? key.slice(1, -1) : keyLabel(camel(key)),
    );
    if (labels.includes(null)) return null;
    const parts = labels.flatMap((label, index) => [
      ...(index === 0 ? [] : [htmlNode('span', {}, [{ type: 'text', value: '+' }])]),
      htmlNode('kbd', {}, [{ type: 'text', value: label ?? '' }]),
    ]);
    return [htmlNode('span', { className: ['keys'] }, parts)];
  },
};

/** `PageUp` is another way to write `page-up`. */
function camel(name: string): string {
  return name.replace(/(?<=[^-])(?=[A-Z])/g, '-').toLowerCase();
}
