// Emoji: `:tada:` becomes the character itself, by the names that GitHub and MkDocs know.
import { createRequire } from 'node:module';
import { lazy } from '../../../lib/lazy.ts';
import type { TextReplacement } from './replacement.ts';

/** Tables of names; of two that know a name, the first counts. JoyPixels' names are those of PyMdown's indexes. */
const TABLES = ['joypixels', 'github'];

/** Replaces names of emoji. Behind a word there is none: `arn:key:value` is something else. */
export const emoji: TextReplacement = {
  hint: ':',
  pattern: /(?<!\w):([+-]?[\da-z][\da-z_+-]{0,60}|[+-]1):/g,
  replace([, name = '']) {
    const character = emojiByName().get(name);
    return character === undefined ? null : [{ type: 'text', value: character }];
  },
};

const emojiByName = lazy((): ReadonlyMap<string, string> => {
  const require = createRequire(import.meta.url);
  const characters = new Map<string, string>();
  for (const table of TABLES) {
    const names = require(`emojibase-data/en/shortcodes/${table}.json`) as Readonly<Record<string, string | readonly string[]>>;
    for (const [code, known] of Object.entries(names)) {
      for (const name of [known].flat()) if (!characters.has(name)) characters.set(name, characterOf(code));
    }
  }
  return characters;
});

/** Makes a character of hexadecimal codes. A character that is plain text by default gets the sign that it is a picture here. */
function characterOf(code: string): string {
  const character = String.fromCodePoint(...code.split('-').map((one) => Number.parseInt(one, 16)));
  return /^\P{Emoji_Presentation}$/u.test(character) ? `${character}\uFE0F` : character;
}
