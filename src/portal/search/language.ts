// The language that a text is indexed in: what its site says and the text itself in, a code out.

/** Scripts that tell a language, in this order: Japanese has letters of Chinese. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** Letters that are looked at, and the share of them that must be of a script. */
const LOOKED_AT = 8000;
const SHARE = 0.2;

/** What pages are written in when nothing says otherwise. */
export const DEFAULT_LANGUAGE = 'en';

/** Returns the language of a text or of HTML: as declared, else told by its script, else English. */
export function languageOf(text: string, declared: string | undefined): string {
  if (declared !== undefined) return declared.toLowerCase();
  // Tags are in Latin letters, whatever stands between them.
  const letters =
    text
      .slice(0, LOOKED_AT)
      .replace(/<[^<>]*>?/g, ' ')
      .match(/\p{L}/gu)
      ?.join('') ?? '';
  // Most texts are of Latin letters: one look tells that.
  if (!/[^\p{Script=Latin}]/u.test(letters)) return DEFAULT_LANGUAGE;
  const found = SCRIPTS.find(([, script]) => (letters.match(script)?.length ?? 0) > letters.length * SHARE);
  return found?.[0] ?? DEFAULT_LANGUAGE;
}
