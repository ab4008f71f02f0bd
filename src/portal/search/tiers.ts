// How well a thing answers a question, from best to worst: what the whole ranking is made of.

/** Lower is better. What is equally good is ordered by how much it is used. */
export const TIERS = {
  ref: 0,
  name: 1,
  title: 2,
  key: 3,
  prefix: 4,
  words: 5,
  keyPrefix: 6,
  fields: 7,
  inside: 8,
  edit: 9,
  editWords: 10,
  text: 11,
} as const;

export type Tier = (typeof TIERS)[keyof typeof TIERS];

/** Says whether a thing is called exactly as the question says. */
export function isExact(tier: number): boolean {
  return tier <= TIERS.key;
}
