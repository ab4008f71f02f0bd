// Words as the search sees them: names and questions in; the same words, folded and taken apart, out. For the build and the browser alike.

/** Letters of one name or question that are looked at. */
const MOST_LETTERS = 200;

/** Writes a text in small letters without accents, with single spaces. */
export function fold(text: string): string {
  const short = text.slice(0, MOST_LETTERS);
  // Most names are plain, and there are ten thousand of them.
  const plain = isPlain(short)
    ? short
    : short
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC');
  return plain.toLowerCase().replace(/\s+/g, ' ').trim();
}

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Takes a question apart into folded words, each once. `C++` and `C#` stay whole. */
export function askedWords(text: string): string[] {
  const folded = fold(text);
  return [...new Set(folded.match(isPlain(folded) ? /[a-z0-9]+[+#]*/g : /[\p{L}\p{N}]+[+#]*/gu) ?? [])];
}

/** Takes a name apart into the words by which it is found: those of kebab and snake case, and of camel case the whole and its parts. */
export function wordsOf(text: string): string[] {
  const short = text.slice(0, MOST_LETTERS);
  const whole = askedWords(short);
  const spaced = isPlain(short)
    ? short.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    : short.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return spaced === short ? whole : [...new Set([...whole, ...askedWords(spaced)])];
}

/** Leaves only letters, digits, `+` and `#` of a folded text, so that `CheckoutApi`, `checkout_api` and `checkout api` are the same. */
export function squeeze(folded: string): string {
  return isPlain(folded) ? folded.replace(/[^a-z0-9+#]+/g, '') : folded.replace(/[^\p{L}\p{N}+#]+/gu, '');
}

/** Says whether one letter more, less, other or swapped with its neighbour makes one text of the other. Equal texts are not an edit apart. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = (from: number, of: string) => of.slice(from);
  if (short.length < long.length) return rest(start, short) === rest(start + 1, long);
  if (rest(start + 1, short) === rest(start + 1, long)) return true;
  return short[start] === long[start + 1] && short[start + 1] === long[start] && rest(start + 2, short) === rest(start + 2, long);
}

/** Says whether a text is written in a script that puts no spaces between words. */
export function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}

/** Takes words apart into what an index of words holds: words, and pairs of letters of a script without spaces. */
export function termsOf(words: readonly string[]): string[] {
  return words.flatMap((word) => (isUnspaced(word) && word.length > 2 ? pairsOf(word) : [word]));
}

function pairsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
