// Questions with known answers, made from what a built site says of itself: its entities, headings and operations in, questions out.
import type { Random } from '../bench/random.ts';
import type { Question } from './model.ts';

/** An entity as `/api/catalog/entities.json` gives it, with its address. */
export interface AskedEntity {
  readonly ref: string;
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Title of its first owner; null for none. */
  readonly owner: string | null;
  readonly address: string;
}

/** Something that is called by a text and stands at an address. */
export interface AskedText {
  readonly text: string;
  readonly address: string;
}

export interface AskedSite {
  readonly entities: readonly AskedEntity[];
  /** Titles and headings of docs pages, and ids of operations with the start of the addresses of their API. */
  readonly headings: readonly AskedText[];
  readonly operations: readonly AskedText[];
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const LETTERS_FOR_TYPO = 5;

/** Makes up to `most` questions of each sort. */
export function makeQuestions({ entities, headings, operations }: AskedSite, random: Random, most: number): Question[] {
  const byName = Map.groupBy(entities, ({ name }) => name.toLowerCase());
  const byTitle = Map.groupBy(entities, ({ title }) => title.toLowerCase());
  const names = [...byName.keys()];
  const addresses = (list: readonly AskedEntity[] = []) => list.map(({ address }) => address);
  const called = (name: string) => [...addresses(byName.get(name)), ...addresses(byTitle.get(name))];
  const sorts: Readonly<Record<string, (random: Random) => Omit<Question, 'sort'>[]>> = {
    name: (stream) => stream.sample(entities, most).map(({ name }) => ({ text: name, answers: called(name.toLowerCase()) })),
    title: (stream) => stream.sample(entities, most).map(({ title }) => ({ text: title, answers: called(title.toLowerCase()) })),
    ref: (stream) => stream.sample(entities, most).map(({ ref, address }) => ({ text: ref, answers: [address] })),
    'half name': (stream) =>
      halves(names, stream.sample(names, names.length), most).map(([half, name]) => ({ text: half, answers: addresses(byName.get(name)) })),
    typo: (stream) =>
      stream
        .sample(names, names.length)
        .filter((name) => name.split(/[^a-z0-9]+/).some((word) => word.length >= LETTERS_FOR_TYPO))
        .map((name) => ({ text: withTypo(name, stream), answers: addresses(byName.get(name)) }))
        .filter(({ text }) => !byName.has(text) && !byTitle.has(text))
        .slice(0, most),
    'tag and kind': (stream) =>
      stream
        .sample(
          entities.filter(({ tags }) => tags.length > 0),
          most,
        )
        .map(({ tags, kind }) => {
          const tag = stream.pick(tags);
          return {
            text: `${tag} ${kind.toLowerCase()}`,
            answers: addresses(
              entities.filter((one) => one.kind === kind && one.tags.some((other) => other.toLowerCase() === tag.toLowerCase())),
            ),
          };
        }),
    'owner and kind': (stream) =>
      stream
        .sample(
          entities.filter(({ owner }) => owner !== null),
          most,
        )
        .map(({ owner, kind }) => ({
          text: `${owner} ${kind.toLowerCase()}`,
          answers: addresses(entities.filter((one) => one.kind === kind && one.owner === owner)),
        })),
    heading: (stream) => texts(headings, stream, most),
    operation: (stream) => texts(operations, stream, most),
  };
  return Object.entries(sorts).flatMap(([sort, make]) => make(random.fork(sort)).map((one) => ({ sort, ...one })));
}

/** Finds first halves of names with which no other name begins. */
function halves(names: readonly string[], order: readonly string[], most: number): [half: string, name: string][] {
  const found: [string, string][] = [];
  for (const name of order) {
    if (found.length >= most) break;
    const half = name.slice(0, Math.ceil(name.length / 2));
    if (half.length >= 3 && names.filter((other) => other.startsWith(half)).length === 1) found.push([half, name]);
  }
  return found;
}

/** Makes one slip: a letter left out, put in, hit wrongly or swapped. The first one is always right. */
function withTypo(name: string, random: Random): string {
  const at = random.int(1, name.length - 2);
  const letter = ALPHABET[random.int(0, ALPHABET.length - 1)] ?? 'x';
  return random.pick([
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + letter + name.slice(at),
    name.slice(0, at) + letter + name.slice(at + 1),
    name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2),
  ]);
}

/** What several things are called is answered by any of them. */
function texts(all: readonly AskedText[], random: Random, most: number): Omit<Question, 'sort'>[] {
  const byText = Map.groupBy(all, ({ text }) => text.toLowerCase());
  return random.sample([...byText.keys()], most).map((key) => ({
    text: byText.get(key)?.[0]?.text ?? key,
    answers: (byText.get(key) ?? []).map(({ address }) => address),
  }));
}
