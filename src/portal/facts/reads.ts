// What of a portal a page has read: facts by name in; while something runs, those that are read, out.

/** Notes which facts are read, each by a number. One thing runs at a time. */
export interface Reads {
  /** Returns the number of a fact; the same name has the same number. */
  number(name: string): number;
  /** Returns the name of a number. */
  name(number: number): string;
  /** Returns how many facts have a number. */
  size(): number;
  /** Notes that a fact is read by what runs. */
  note(fact: number): void;
  /** Runs something and returns what it returns, with the numbers of all facts that were read meanwhile, each once, in no order. */
  during<T>(run: () => T): { readonly value: T; readonly facts: readonly number[] };
  /** The same for something that takes its time; nothing else may run meanwhile that reads. */
  whileAsync<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly facts: readonly number[] }>;
}

/** Makes a list of reads for one portal. */
export function createReads(): Reads {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  // Of each fact, who has noted it last: the same fact is read over and over.
  const noted: number[] = [];
  let frame: number[] | null = null;
  let stamp = 0;
  const open = () => {
    const outer = { frame, stamp };
    frame = [];
    stamp = nextStamp++;
    return outer;
  };
  const close = (outer: { readonly frame: number[] | null; readonly stamp: number }): number[] => {
    const facts = [...new Set(frame)];
    ({ frame, stamp } = outer);
    // Whoever waited for it has read the same.
    frame?.push(...facts);
    return facts;
  };
  let nextStamp = 1;
  return {
    number(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
    name: (number) => names[number] ?? '',
    size: () => names.length,
    note(fact) {
      if (frame === null || noted[fact] === stamp) return;
      noted[fact] = stamp;
      frame.push(fact);
    },
    during(run) {
      const outer = open();
      try {
        return { value: run(), facts: close(outer) };
      } catch (error) {
        close(outer);
        throw error;
      }
    },
    async whileAsync(run) {
      const outer = open();
      try {
        const value = await run();
        return { value, facts: close(outer) };
      } catch (error) {
        close(outer);
        throw error;
      }
    },
  };
}
