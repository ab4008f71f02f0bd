// The entries of a radar in; when each of them came to which segment of the picture and when it left out.
import { compareText } from '../lib/problem.ts';
import { takesOff } from './archive.ts';
import type { Decision, Movement, RadarEntry } from './types.ts';

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

/**
 * Reads the stays in every segment, by its key, from the history of the entries; `rings` are ids from the inside out. A segment that never
 * had an entry is not in it.
 */
export function staysBySegment(entries: readonly RadarEntry[], rings: readonly string[]): ReadonlyMap<string, readonly Stay[]> {
  const stays = new Map<string, Stay[]>();
  for (const entry of entries) {
    for (const { ring, stay } of staysOf(entry, rings)) {
      const key = segmentKey(entry.quadrant, ring);
      const known = stays.get(key);
      if (known === undefined) stays.set(key, [stay]);
      else known.push(stay);
    }
  }
  return stays;
}

function staysOf(entry: RadarEntry, rings: readonly string[]): readonly { ring: string; stay: Stay }[] {
  const found: { ring: string; stay: Stay }[] = [];
  let until: string | null = null;
  const history = withSource(entry, rings);
  // From the newest decision back; a history that is not in order of time is taken in the order in which it is written.
  for (const [index, decision] of history.entries()) {
    const { ring, date } = decision;
    const since: string = until !== null && compareText(date ?? '', until) > 0 ? until : (date ?? '');
    // A decision that left the ring as it was is part of the stay that an older one began.
    if (ring !== null && history[index + 1]?.ring === ring) continue;
    if (ring !== null && (until === null || since < until)) found.push({ ring, stay: { id: entry.id, since, until } });
    until = since;
  }
  return found;
}

type Step = Pick<Decision, 'date' | 'ring'>;

/** How many rings further out an entry was before it moved. */
const FROM: Readonly<Partial<Record<Movement, number>>> = { in: 1, out: -1 };
/** After every date: for moves of the newest release of a radar without dates. */
const LATEST = '~';

/**
 * Returns the decisions that moved an entry. Where a file has no history but says that its entry has just come or moved, it is taken to
 * come from the next ring, so that it makes no difference to the places of those that were there before.
 */
function withSource(entry: RadarEntry, rings: readonly string[]): readonly Step[] {
  const steps = entry.history.filter((decision) => decision.ring !== null || takesOff(decision));
  const [only, ...more] = steps;
  if (only === undefined || only.ring === null || more.length > 0 || entry.moved === 'none') return steps;
  const from = rings[rings.indexOf(only.ring) + (FROM[entry.moved] ?? 0)];
  const before: readonly Step[] = from === undefined || from === only.ring ? [] : [{ ring: from, date: null }];
  return [{ ring: only.ring, date: only.date ?? LATEST }, ...before];
}
