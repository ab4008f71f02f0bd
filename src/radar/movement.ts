// How entries moved: their decisions in, movements out. Computed, so that nobody has to type it and nobody can forget to.
import { isInRelease } from './dates.ts';
import { takesOff } from './archive.ts';
import type { Decision, Movement } from './types.ts';

/** A decision whose ring is known by its index, 0 for the innermost; null for one that took its entry off the radar. */
export interface Step {
  readonly date: string | null;
  readonly ring: number | null;
}

/** Returns what a decision did against the one before it: `new` when there was none, but not where it may stand since ever. */
export function movementBetween(before: Step | undefined, after: Step): Movement {
  if (after.ring === null) return 'none';
  if (before === undefined) return after.date === null ? 'none' : 'new';
  if (before.ring === null) return 'new';
  return after.ring === before.ring ? 'none' : after.ring < before.ring ? 'in' : 'out';
}

/**
 * Returns how an entry moved in the newest release of the radar: `new` when its first decision is part of that release, `in` or `out` when
 * its ring is not the ring it had before, else `none`. Decisions are given newest first.
 */
export function movementInRelease(history: readonly Step[], release: string | null): Movement {
  const [now] = history;
  if (now === undefined || !isInRelease(now.date, release)) return 'none';
  return movementBetween(
    history.find((step) => !isInRelease(step.date, release)),
    now,
  );
}

/** Makes steps of the decisions that moved an entry: those that name a ring, given from the inside out, or take the entry off the radar. */
export function stepsOf(
  history: readonly Pick<Decision, 'date' | 'ring' | 'said'>[],
  rings: readonly { readonly id: string }[],
): readonly Step[] {
  const index = new Map(rings.map(({ id }, at) => [id, at]));
  return history.flatMap((decision) => {
    const ring = index.get(decision.ring ?? '') ?? null;
    return ring === null && !takesOff(decision) ? [] : [{ date: decision.date, ring }];
  });
}
