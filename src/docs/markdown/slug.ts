// Ids of headings: the text of a heading in, the id that Python-Markdown's toc extension gives it out.

/**
 * Makes the id of a heading as `markdown.extensions.toc.slugify` does: letters outside ASCII lose their accents or go, what is neither a
 * letter, a digit, `_`, white space nor `-` goes, and white space becomes `-`. Empty for a heading without ASCII letters.
 */
export function slugify(text: string): string {
  const ascii = [...text.normalize('NFKD')].filter((character) => character < '\u0080').join('');
  return ascii
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
}

/** Makes an id unique as the toc extension does: `setup`, `setup_1`, `setup_2`; an empty one becomes `_1`. The id is added to the set. */
export function uniqueId(id: string, used: Set<string>): string {
  let unique = id;
  while (unique === '' || used.has(unique)) {
    const counted = /^(.*)_(\d{1,9})$/.exec(unique);
    unique = counted === null ? `${unique}_1` : `${counted[1]}_${Number(counted[2]) + 1}`;
  }
  used.add(unique);
  return unique;
}
