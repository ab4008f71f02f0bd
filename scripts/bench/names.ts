// Names: words in, names of which no two are alike out.

/** Gives names that are used only once. */
export interface Names {
  /** Draws until a name is new; when the words are used up, a number makes it so. */
  fresh(draw: () => string): string;
}

const TRIES = 12;

/** Makes a register of names. Capitals make no difference, as in the catalog. */
export function createNames(): Names {
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  const take = (name: string) => {
    const key = name.toLowerCase();
    if (used.has(key)) return false;
    used.add(key);
    return true;
  };
  return {
    fresh(draw) {
      let name = draw();
      for (let tries = 0; tries < TRIES; tries++, name = draw()) if (take(name)) return name;
      for (let number = numbers.get(name) ?? 2; ; number++) {
        if (!take(`${name}-${number}`)) continue;
        numbers.set(name, number + 1);
        return `${name}-${number}`;
      }
    },
  };
}

/** Turns a name into words for people: `order-matching-api` gives `Order matching API`. */
export function toTitle(name: string): string {
  return toSentence(name.replaceAll('-', ' ').replace(/\b(?:api|sdk|cli|db)\b/g, (word) => word.toUpperCase()));
}

/** Starts a text with a capital. */
export function toSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Turns a title of ASCII letters into a file name or the id of a heading, as MkDocs does. */
export function toSlug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9_\s-]/g, '')
    .trim()
    .replace(/[-\s]+/g, '-');
}
