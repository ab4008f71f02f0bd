// What entries name beside themselves in, by their drafts; the ids of those entries out.
import { nearest } from '../lib/nearest.ts';
import type { DraftEntry } from './draft.ts';
import { type Field, textOf } from './field.ts';
import type { Report } from './rules.ts';
import { toSlug } from './slug.ts';

/** Resolves what one entry names to ids of others, by their id or title; an entry that is not there is reported. */
export function createRelated(drafts: ReadonlyMap<string, DraftEntry>) {
  const known = new Map<string, string>();
  for (const [id, { title }] of drafts) {
    const slug = toSlug(title);
    if (!known.has(slug)) known.set(slug, id);
  }
  // An id wins over a title.
  for (const id of drafts.keys()) known.set(id, id);
  return (self: string, related: readonly Field[], report: Report): readonly string[] => {
    const found = new Set<string>();
    for (const field of related) {
      const said = textOf(field, 'related', report);
      const id = known.get(toSlug(said));
      if (id !== undefined && id !== self) found.add(id);
      if (id !== undefined || said === '') continue;
      const similar = nearest(said, [...drafts.keys()]);
      report('radar/unknown-related', {
        message: `There is no entry "${said}" on the radar.`,
        hint: similar === null ? 'Write the id of an entry.' : `Did you mean "${similar}"?`,
        place: field.place(),
      });
    }
    return [...found];
  };
}
