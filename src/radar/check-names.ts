// The quadrants or rings of a draft in; those the radar keeps out, and a way to find one by what an entry calls it.
import { nearest } from '../lib/nearest.ts';
import type { Place } from '../lib/problem.ts';
import type { DraftName } from './draft.ts';
import type { RadarRule, Report } from './rules.ts';
import { toSlug } from './slug.ts';

type Kind = 'quadrant' | 'ring';

/** How many of each a radar can have, and what to report otherwise. */
const LIMITS: Record<Kind, { least: number; most: number; tooFew: RadarRule; tooMany: RadarRule }> = {
  quadrant: { least: 3, most: 8, tooFew: 'radar/too-few-quadrants', tooMany: 'radar/too-many-quadrants' },
  ring: { least: 2, most: 6, tooFew: 'radar/too-few-rings', tooMany: 'radar/too-many-rings' },
};

/** A quadrant or ring that the radar keeps. */
export interface Name {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly color: string | null;
}

export interface Names {
  readonly kept: readonly Name[];
  /** Finds one by id or name, whatever their case; `left-out` for one that a limit has cut off; null when there is none. */
  find(text: string): Name | 'left-out' | null;
  /** Returns the sentence that helps with a name that was not found. */
  hint(text: string): string;
}

/** Checks the quadrants or rings of a radar: slugs for ids, none twice, not too many. */
export function checkNames(kind: Kind, drafts: readonly DraftName[], place: Place, report: Report): Names {
  const { least, most, tooFew, tooMany } = LIMITS[kind];
  const byId = new Map<string, Name>();
  for (const draft of drafts) {
    const id = toSlug(draft.id);
    const name = draft.name === '' ? draft.id : draft.name;
    if (id === '') report('radar/invalid-field', { message: `A ${kind} has neither an id nor a name.`, place: draft.place ?? place });
    else if (!byId.has(id)) byId.set(id, { id, name, description: draft.description, color: draft.color });
    else
      report('radar/duplicate-id', {
        message: `The ${kind} "${draft.id}" is there twice; the second is left out.`,
        place: draft.place ?? place,
      });
  }
  const all = [...byId.values()];
  const kept = all.slice(0, most);
  const placeOf = (name: Name | undefined) => drafts.find(({ id }) => toSlug(id) === name?.id)?.place ?? place;
  if (all.length > most) {
    const message = `A radar has at most ${most} ${kind}s; this one has ${all.length}, and the last are left out.`;
    report(tooMany, { message, place: placeOf(all[most]) });
  }
  if (all.length < least) {
    report(tooFew, { message: `A radar needs at least ${least} ${kind}s; this one has ${all.length}.`, place: placeOf(all[0]) });
  }

  const byName = new Map(all.map((name) => [toSlug(name.name), name]));
  for (const { id, aliases = [] } of drafts) {
    const name = byId.get(toSlug(id));
    for (const alias of aliases) if (name !== undefined && !byName.has(toSlug(alias))) byName.set(toSlug(alias), name);
  }
  return {
    kept,
    find(text) {
      const slug = toSlug(text);
      const found = byId.get(slug) ?? byName.get(slug);
      return found === undefined ? null : kept.includes(found) ? found : 'left-out';
    },
    hint(text) {
      const ids = kept.map(({ id }) => id);
      const names = kept.map(({ name }) => name);
      const similar = nearest(text, ids) ?? nearest(text, names);
      return similar === null ? `Known are ${ids.map((id) => `"${id}"`).join(', ')}.` : `Did you mean "${similar}"?`;
    },
  };
}
