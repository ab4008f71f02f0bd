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

/** Gives out ids, each once. */
export interface IdGiver {
  /** Takes an id as it is; false when it is taken already. */
  take(id: string): boolean;
  /** Makes an id unique as the toc extension does (`setup`, `setup_1`, `setup_2`; an empty one becomes `_1`) and takes it. */
  unique(id: string): string;
}

/** Makes an id giver for one page. */
export function createIdGiver(taken: Iterable<string>): IdGiver {
  const used = new Set(taken);
  // The last number tried behind each id, so that many equal headings cost no more than different ones.
  const numbers = new Map<string, number>();
  return {
    take: (id) => !used.has(id) && used.add(id).has(id),
    unique(id) {
      if (id !== '' && !used.has(id)) return (used.add(id), id);
      const counted = /^(.*)_(\d{1,9})$/.exec(id);
      const stem = counted?.[1] ?? id;
      let number = Math.max(Number(counted?.[2] ?? 0), numbers.get(stem) ?? 0);
      do number++;
      while (used.has(`${stem}_${number}`));
      numbers.set(stem, number);
      used.add(`${stem}_${number}`);
      return `${stem}_${number}`;
    },
  };
}
