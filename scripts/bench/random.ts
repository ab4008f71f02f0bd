// Random numbers: a seed in, a stream of numbers out. The same seed gives the same stream on every machine.

export interface Random {
  /** Returns a number from 0 up to, but not including, 1. */
  next(): number;
  /** Returns a whole number between two bounds, both included. */
  int(from: number, to: number): number;
  /** Says yes in this share of all calls. */
  chance(share: number): boolean;
  /** Returns one of the items, each as likely; throws when there is none. */
  pick<T>(items: readonly T[]): T;
  /** Returns one of the items, each as likely as its weight; throws when there is none. */
  weighted<T>(rows: readonly (readonly [item: T, weight: number])[]): T;
  /** Returns a number around a median, as sizes of texts are spread: many below, a few far above; `spread` is the deviation of its logarithm. */
  spread(median: number, spread: number): number;
  /** Returns so many different items in random order, or all of them. */
  sample<T>(items: readonly T[], count: number): T[];
  /** Makes a stream of its own: what is drawn from one part changes nothing in another. */
  fork(name: string): Random;
}

/** Makes the stream of a seed. */
export function createRandom(seed: string): Random {
  const next = mulberry32(hash(seed));
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (items) => certain(items[int(0, items.length - 1)]),
    weighted(rows) {
      let left = next() * rows.reduce((sum, [, weight]) => sum + weight, 0);
      const row = rows.find(([, weight]) => (left -= weight) < 0) ?? rows.at(-1);
      return certain(row)[0];
    },
    // Box and Muller's way from two even numbers to a normal one; the first is never 0.
    spread: (median, spread) => median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
    sample(items, count) {
      const rest = [...items];
      const end = Math.min(count, rest.length);
      for (let at = 0; at < end; at++) {
        const other = int(at, rest.length - 1);
        [rest[at], rest[other]] = [certain(rest[other]), certain(rest[at])];
      }
      return rest.slice(0, end);
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}

function certain<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** FNV-1a with a last mixing, so that seeds that differ in one letter have nothing in common. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Tommy Ettinger's Mulberry32: 32 bits of state are plenty for making things up. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
