// How many entities of each kind: the size of a catalog in, counts that add up to it out.

/**
 * Shares of the kinds, from 1,089 entities of 43 public repositories; Templates are fewer here, since two of those repositories are
 * nothing but collections of templates.
 */
export const SHARES = {
  Component: 680,
  API: 70,
  Group: 47,
  System: 45,
  Location: 42,
  Resource: 41,
  User: 24,
  Domain: 19,
  Template: 15,
} as const;

export type Kind = keyof typeof SHARES;

export const KINDS = Object.keys(SHARES) as readonly Kind[];

/** Fewest entities that make an organisation: one of each kind, and one more. */
export const MIN_ENTITIES = KINDS.length + 1;

/** Divides a number of entities among the kinds: at least one of each, the rest by share, the largest fractions first. */
export function divide(entities: number): Readonly<Record<Kind, number>> {
  const total = KINDS.reduce((sum, kind) => sum + SHARES[kind], 0);
  const left = entities - KINDS.length;
  const exact = KINDS.map((kind) => (SHARES[kind] / total) * left);
  const counts = exact.map((value) => 1 + Math.floor(value));
  const missing = entities - counts.reduce((sum, count) => sum + count, 0);
  const byFraction = KINDS.map((_, index) => index).sort((a, b) => fraction(exact[b]) - fraction(exact[a]) || a - b);
  for (const index of byFraction.slice(0, missing)) counts[index] = (counts[index] ?? 0) + 1;
  return Object.fromEntries(KINDS.map((kind, index) => [kind, counts[index] ?? 0])) as Record<Kind, number>;
}

function fraction(value = 0): number {
  return value - Math.floor(value);
}
