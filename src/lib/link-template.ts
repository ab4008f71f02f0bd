// Links made of a template and the words that belong into it: `https://ci.example/{name}` in, a link that may be followed out.

/** Words that may stand in a template. */
export const TEMPLATE_WORDS = ['value', 'name', 'namespace', 'kind', 'title', 'ref'] as const;

export type TemplateWord = (typeof TEMPLATE_WORDS)[number];

const WORD = /\{([^{}]*)\}/g;
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Lists the words of a template that are none. */
export function unknownWords(template: string): string[] {
  return [...template.matchAll(WORD)].flatMap(([, word = '']) => (isWord(word) ? [] : [word]));
}

/**
 * Fills a template; null when the result is no link that a page may have. What stands in a template is encoded, except for a template
 * that begins with `{value}`: then the value is an address itself. An address of the portal begins with one slash.
 */
export function fillTemplate(template: string, words: Readonly<Record<TemplateWord, string>>): string | null {
  const whole = template.startsWith('{value}');
  const filled = template.replace(WORD, (text, word: string, at: number) => {
    if (!isWord(word)) return text;
    return whole && at === 0 ? words[word].trim() : encodeURIComponent(words[word]);
  });
  if (filled.startsWith('/')) return /^\/[^/\\]/.test(filled) || filled === '/' ? filled : null;
  return URL.canParse(filled) && SAFE_SCHEMES.has(new URL(filled).protocol) ? filled : null;
}

function isWord(word: string): word is TemplateWord {
  return (TEMPLATE_WORDS as readonly string[]).includes(word);
}
