// A radar in; its releases, and where every entry stood in them out: what the browser draws earlier releases from.
import { stepsOf } from '../radar/movement.ts';
import { compareText } from '../lib/problem.ts';
import type { RadarEntry } from '../radar/types.ts';
import { plainSummary } from './links.ts';
import type { RadarUse } from './types.ts';

/** Where an entry went: when, to which ring (-1: off the radar), and where it stood in the picture, if there was room. */
export type Leg = readonly [release: number, ring: number, x?: number, y?: number];

/** What the browser knows of a radar. Releases are counted from the oldest; -1 is before them all. */
export interface RadarTime {
  /** ISO dates, oldest first. */
  readonly releases: readonly string[];
  readonly rings: readonly string[];
  readonly entries: Readonly<
    Record<string, { readonly summary: string; readonly tags: readonly string[]; readonly owner: string; readonly legs: readonly Leg[] }>
  >;
}

/** Most releases that can be looked back at: the newest. */
const MAX_RELEASES = 60;

/** Makes the data of the browser. `ownerOf` gives the ref of an entry's owner, as found; empty for none. */
export function radarTime({ radar, picture }: RadarUse, ownerOf: (entry: RadarEntry) => string): RadarTime {
  const dates = radar.entries.flatMap((entry) => stepsOf(entry.history, radar.rings).flatMap(({ date }) => date ?? []));
  const releases = releasesOf(dates).slice(-MAX_RELEASES);
  const places = placesOf(picture);
  return {
    releases,
    rings: radar.rings.map(({ id }) => id),
    entries: Object.fromEntries(
      radar.entries.map((entry) => [
        entry.id,
        {
          summary: summaryOf(entry),
          tags: entry.tags,
          owner: ownerOf(entry),
          legs: legsOf(entry, radar.rings, releases, places),
        },
      ]),
    ),
  };
}

/** Says in a line what an entry is, or why it is where it is. */
export function summaryOf({ description, history }: RadarEntry): string {
  return plainSummary(description || (history[0]?.text ?? ''), 140);
}

/** Returns the releases among dates, oldest first: a month of which a decision names no day is one release. */
function releasesOf(dates: readonly string[]): readonly string[] {
  const known = new Set(dates);
  return [...new Set(dates.map((date) => (known.has(date.slice(0, 7)) ? date.slice(0, 7) : date)))].sort(compareText);
}

type Point = readonly [x: number, y: number];

/** Where everything stands now, by entry; and where it stood before, by entry, ring and the date on which it came there. */
interface Places {
  readonly now: ReadonlyMap<string, Point>;
  readonly past: ReadonlyMap<string, Point>;
}

function placesOf({ blips, past }: RadarUse['picture']): Places {
  return {
    now: new Map(blips.map(({ entry, x, y }) => [entry.id, [x, y]])),
    past: new Map(past.map(({ entry, ring, since, x, y }) => [`${entry.id} ${ring} ${since}`, [x, y]])),
  };
}

/** Returns where an entry went, oldest first; of several moves in one release the last counts. */
function legsOf(entry: RadarEntry, rings: RadarUse['radar']['rings'], releases: readonly string[], places: Places): readonly Leg[] {
  const legs = new Map<number, Leg>();
  let ring: number | null | undefined;
  let since = '';
  const steps = stepsOf(entry.history, rings).toReversed();
  for (const [index, step] of steps.entries()) {
    // A decision that left the ring as it was begins no new stay.
    if (step.ring !== ring) since = step.date ?? '';
    ring = step.ring;
    const release = releases.findLastIndex((date) => date <= (step.date ?? ''));
    const stays = steps.slice(index).every((later) => later.ring === ring);
    const place = ring === null ? undefined : stays ? places.now.get(entry.id) : places.past.get(`${entry.id} ${rings[ring]?.id} ${since}`);
    legs.set(release, place === undefined ? [release, ring ?? -1] : [release, ring ?? -1, ...place]);
  }
  return [...legs.values()].filter((leg, index, all) => index === 0 || leg[1] !== all[index - 1]?.[1]);
}
