// What entities that were starred or seen are called and where their pages are, so that the home page can link to them without the catalog.
import { base } from './dom.ts';
import { readMemory, writeMemory } from './memory.ts';

const NAME = 'cards';
const MOST = 200;

export interface Card {
  readonly ref: string;
  readonly title: string;
  /** Path on this site, with the base. */
  readonly href: string;
}

/** Returns the cards that are kept, by ref. */
export function readCards(): ReadonlyMap<string, Card> {
  const found = readMemory(NAME);
  return new Map(
    (Array.isArray(found) ? found : []).slice(0, MOST).flatMap((one: unknown) => (isCard(one) ? [[one.ref, one] as const] : [])),
  );
}

/** Keeps a card; the oldest ones are forgotten. */
export function rememberCard(card: Card): void {
  const others = [...readCards().values()].filter(({ ref }) => ref !== card.ref);
  if (isCard(card)) writeMemory(NAME, [card, ...others].slice(0, MOST));
}

/** Storage may hold anything: a link leads to the catalog of this site or nowhere. */
function isCard(value: unknown): value is Card {
  if (typeof value !== 'object' || value === null) return false;
  const { ref, title, href } = value as Readonly<Record<string, unknown>>;
  return typeof ref === 'string' && typeof title === 'string' && typeof href === 'string' && href.startsWith(`${base}catalog/`);
}
