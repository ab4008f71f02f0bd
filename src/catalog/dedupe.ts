// Keeps one of all entities with the same reference; the others become problems that name the place of the one that counts.
import type { Parsed, Place } from '../lib/problem.ts';
import type { Checked } from './check-draft.ts';
import { placeOf } from './draft.ts';
import { report } from './rules.ts';

/**
 * Removes entities whose reference is taken; the order given is the order of files. The first file that claims a reference keeps it, and
 * within one file the last document wins: so it is in Backstage, where the documents of one file overwrite each other.
 */
export function dedupe(checked: readonly Checked[]): Parsed<Checked[]> {
  const winners = new Map<string, Checked>();
  for (const one of checked) {
    const before = winners.get(one.identity.ref);
    if (before === undefined || before.draft.file === one.draft.file) winners.set(one.identity.ref, one);
  }
  const problems = [];
  for (const one of checked) {
    const { ref } = one.identity;
    const winner = winners.get(ref);
    if (winner === undefined || winner === one) continue;
    const place = placeOf(one.draft, ['metadata', 'name']);
    const message = `${ref} is also defined in ${describe(placeOf(winner.draft, ['metadata', 'name']), place)}, which counts; this one is left out.`;
    problems.push(report('entity/duplicate', { message, hint: 'Rename one of them, or remove one.', place, subject: ref }));
  }
  return { value: [...winners.values()], problems };
}

function describe(place: Place, from: Place): string {
  if (place.source !== from.source) return `line ${place.line} of ${place.path} in source "${place.source}"`;
  return place.path === from.path ? `line ${place.line} of this file` : `line ${place.line} of ${place.path}`;
}
