// Text in, a slug out: what may stand in an address and name a folder on any disk.

/** Longest slug, in characters: even at four bytes each it stays a valid file name. */
const MAX_LENGTH = 60;

/**
 * Returns letters and digits of any script in lower case, joined by single hyphens. Signs that tell names apart are spelt out: `C++` gives
 * `c-plus-plus`, `C#` gives `c-sharp`, `R&D` gives `r-and-d`. Text without any letter or digit gives the empty string.
 */
export function toSlug(text: string): string {
  const spelt = text.normalize('NFC').toLowerCase().replace(/\+/g, ' plus ').replace(/#/g, ' sharp ').replace(/&/g, ' and ');
  const slug = spelt.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-/, '');
  return [...slug].slice(0, MAX_LENGTH).join('').replace(/-$/, '');
}

/** Puts a number behind a slug, within the length that slugs have. */
export function numberedSlug(slug: string, number: number): string {
  const end = `-${number}`;
  return (
    [...slug]
      .slice(0, MAX_LENGTH - end.length)
      .join('')
      .replace(/-$/, '') + end
  );
}
