// The entries of a radar in; when each of them came to which segment of the picture and when it left out.
import { compareText } from '../lib/problem.ts';
import type { RadarEntry } from './types.ts';

/** The time an entry spent in a segment. */
export interface Stay {
  readonly id: string;
  /** Date on which the entry came; '' when it is not known, which counts as always. */
  readonly since: string;
  /** Date on which it left again; null while it is there. */
  readonly until: string | null;
}

/** Names the segment of a ring within a quadrant. */
export function segmentKey(quadrant: string, ring: string): string {
  return `${quadrant}/${ring}`;
}

/** Reads the stays in every segment, by its key, from the history of the entries. A segment that never had an entry is not in it. */
export function staysBySegment(entries: readonly RadarEntry[]): ReadonlyMap<string, readonly Stay[]> {
  const stays = new Map<string, Stay[]>();
  for (const entry of entries) {
    for (const { ring, stay } of staysOf(entry)) {
      const key = segmentKey(entry.quadrant, ring);
      const known = stays.get(key);
      if (known === undefined) stays.set(key, [stay]);
      else known.push(stay);
    }
  }
  return stays;
}

function staysOf(entry: RadarEntry): readonly { ring: string; stay: Stay }[] {
  const found: { ring: string; stay: Stay }[] = [];
  let until: string | null = null;
  // From the newest decision back; a history that is not in order of time is taken in the order in which it is written.
  for (const [index, { ring, date }] of entry.history.entries()) {
    const since: string = until !== null && compareText(date ?? '', until) > 0 ? until : (date ?? '');
    // A decision that left the ring as it was is part of the stay that an older one began.
    if (entry.history[index + 1]?.ring === ring) continue;
    if (until === null || since < until) found.push({ ring, stay: { id: entry.id, since, until } });
    until = since;
  }
  return found;
}
