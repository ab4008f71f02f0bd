// Which pages would be the same again: what was read for each page of the last build in, and what is read for those of this one out.
import { createHash } from 'node:crypto';
import type { Reads } from '../portal/facts/reads.ts';
import { isWatched } from '../portal/facts/watch.ts';
import type { KeptPage, KeptPages } from './kept-pages-fs.ts';

export interface Keeper {
  /** Says whether a page of the last build would be the same; then it counts as one of this build. */
  isSame(file: string, props: unknown): boolean;
  /** Runs what makes a page, and notes what it reads. */
  note<T>(file: string, props: unknown, make: () => Promise<T>): Promise<T>;
  /** Returns what is known of all pages of this build. */
  kept(): KeptPages;
}

interface Known {
  readonly reads: Reads;
  /** Says what a fact says, by its name. */
  readonly digest: (fact: string) => string;
  readonly key: string;
  readonly last: KeptPages | null;
}

/** Makes the keeper of one build. */
export function createKeeper({ reads, digest, key, last }: Known): Keeper {
  const pages = new Map<string, KeptPage>();
  // Of each fact of the last build, whether it says something else now. They are asked for when a page needs them.
  const others = new Map<number, boolean>();
  const isOther = (fact: number): boolean => {
    const known = others.get(fact) ?? digest(last?.names[fact] ?? '') !== last?.digests[fact];
    others.set(fact, known);
    return known;
  };
  return {
    isSame(file, props) {
      const page = last?.pages.get(file);
      if (last === null || page === undefined || page.props !== digestProps(props) || page.facts.some(isOther)) return false;
      pages.set(file, { props: page.props, facts: page.facts.map((fact) => reads.number(last.names[fact] ?? '')) });
      return true;
    },
    async note(file, props, make) {
      const { value, facts } = await reads.whileAsync(make);
      pages.set(file, { props: digestProps(props), facts: Uint32Array.from(facts) });
      return value;
    },
    kept() {
      const names = Array.from({ length: reads.size() }, (_, fact) => reads.name(fact));
      const used = new Set([...pages.values()].flatMap(({ facts }) => [...facts]));
      return { key, names, digests: names.map((name, fact) => (used.has(fact) ? digest(name) : '')), pages };
    },
  };
}

/** What a page is given by the list of its paths; what is watched tells by itself what is read of it. */
function digestProps(props: unknown): string {
  const text = JSON.stringify(props, (_, value: unknown) => (isWatched(value) ? null : value)) ?? '';
  return text.length < 64 ? text : createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
