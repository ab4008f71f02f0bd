// Which pages would be the same again: what was read for each page of the last build in, and what is read for those of this one out.
import { createHash } from 'node:crypto';
import { sourceOf } from '../portal/facts/fact-digests.ts';
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
  // Of the facts of the last build, by their numbers in it. They are asked for when a page needs them.
  const same = new Map<number, boolean>();
  const numbers = new Map<number, number>();
  const factOf = new Map(last?.names.map((name, fact) => [name, fact]));
  // Digests of this build, by number.
  const digests = new Map<number, string>();

  function isSame(fact: number): boolean {
    const known = same.get(fact) ?? compare(fact);
    same.set(fact, known);
    return known;
  }

  function compare(fact: number): boolean {
    const [name = '', before = ''] = [last?.names[fact], last?.digests[fact]];
    const source = sourceOf(name);
    const sourceFact = source === null ? undefined : factOf.get(source);
    const now = sourceFact !== undefined && isSame(sourceFact) ? before : digest(name);
    if (now === before) digests.set(numberOf(fact), now);
    return now === before;
  }

  /** Number in this build of a fact of the last one. */
  function numberOf(fact: number): number {
    const known = numbers.get(fact) ?? reads.number(last?.names[fact] ?? '');
    numbers.set(fact, known);
    return known;
  }

  return {
    isSame(file, props) {
      const page = last?.pages.get(file);
      if (page === undefined || page.props !== digestProps(props) || !page.facts.every(isSame)) return false;
      pages.set(file, { props: page.props, facts: page.facts.map(numberOf) });
      return true;
    },
    async note(file, props, make) {
      const { value, facts } = await reads.whileAsync(make);
      pages.set(file, { props: digestProps(props), facts: Uint32Array.from(facts) });
      return value;
    },
    kept() {
      const used = new Uint8Array(reads.size());
      for (const { facts } of pages.values()) for (const fact of facts) used[fact] = 1;
      const names = Array.from(used, (_, fact) => reads.name(fact));
      return { key, names, digests: names.map((name, fact) => (used[fact] === 1 ? (digests.get(fact) ?? digest(name)) : '')), pages };
    },
  };
}

/** What a page is given by the list of its paths; what is watched tells by itself what is read of it. */
function digestProps(props: unknown): string {
  const text = JSON.stringify(props, (_, value: unknown) => (isWatched(value) ? null : value)) ?? '';
  return text.length < 64 ? text : createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
