// The quadrants and rings of a radar that names none: the familiar four of each.
import type { DraftName } from './draft.ts';

const name = (id: string, label: string, description: string): DraftName => ({
  id,
  name: label,
  description,
  color: null,
  place: null,
});

/** Default quadrants, clockwise from the top right. */
export const DEFAULT_QUADRANTS: readonly DraftName[] = [
  name('languages-and-frameworks', 'Languages & frameworks', 'Programming languages and the frameworks we build with.'),
  name('platforms', 'Platforms', 'What our software runs on: clouds, databases, brokers and runtimes.'),
  name('tools', 'Tools', 'What helps us to build, test, ship and watch our software.'),
  name('techniques', 'Techniques', 'How we work: practices, patterns and ways of organising.'),
];

/** Default rings, from the inside out. */
export const DEFAULT_RINGS: readonly DraftName[] = [
  name('adopt', 'Adopt', 'Proven with us: the default choice where it fits.'),
  name('trial', 'Trial', 'Worth using in a project that can carry the risk.'),
  name('assess', 'Assess', 'Worth a closer look to learn how it would affect us.'),
  name('hold', 'Hold', 'Not for anything new; what exists may stay until it is replaced.'),
];

/**
 * Turns quadrants given clockwise from the bottom right, as Zalando and Backstage draw them, so that each keeps its corner when they
 * are drawn clockwise from the top right. Other numbers than four have no corners and stay as they are.
 */
export function fromBottomRight<T>(quadrants: readonly T[]): readonly T[] {
  return quadrants.length === 4 ? [...quadrants.slice(3), ...quadrants.slice(0, 3)] : quadrants;
}

/** Undoes `fromBottomRight`. */
export function toBottomRight<T>(quadrants: readonly T[]): readonly T[] {
  return quadrants.length === 4 ? [...quadrants.slice(1), ...quadrants.slice(0, 1)] : quadrants;
}
