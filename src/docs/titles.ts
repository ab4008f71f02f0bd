// Titles as people read them: file names become words, character references become characters.
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { isIndexPage, pageName } from './addresses.ts';

/** Returns the title of a page that says none itself, as MkDocs makes it: `first-steps.md` gives `First steps`, the home page `Home`. */
export function titleOfFile(docPath: string): string {
  return isIndexPage(docPath) && !docPath.includes('/') ? 'Home' : toWords(pageName(docPath));
}

/** Returns a file's or folder's name as words; a name in lower case gets a capital. */
export function toWords(name: string): string {
  const words = name.replace(/[-_]/g, ' ').trim();
  return words === words.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}

/** Returns a title from mkdocs.yml as text: MkDocs takes titles for HTML, so `&amp;` is written for `&`. */
export function plainTitle(title: string): string {
  return title
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
