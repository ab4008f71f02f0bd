// Refusals on their way through clients that know nothing of them: a refusal in, an error to throw out, and back.
import type { Refusal } from './types.ts';

const MAX_CAUSES = 5;

/** Makes the error that carries a refusal. */
export function refuse(refusal: Refusal): Error {
  return Object.assign(new Error(refusal.reason), { refusal });
}

/** Returns the refusal that an error, or a cause of it, carries; null for any other error, which is a bug. */
export function refusalIn(error: unknown): Refusal | null {
  let at = error;
  for (let depth = 0; depth < MAX_CAUSES && at instanceof Error; depth++) {
    if ('refusal' in at) return at.refusal as Refusal;
    at = at.cause;
  }
  return null;
}

/** Says whether an error is the answer of one of these statuses. */
export function isStatus(error: unknown, ...statuses: readonly number[]): boolean {
  return statuses.includes(refusalIn(error)?.status ?? 0);
}
