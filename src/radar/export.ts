// A radar in, what Backstage's tech radar plugin loads out. Shape: TechRadarLoaderResponse of backstage/community-plugins.
import { toBottomRight } from './defaults.ts';
import type { Movement, Radar, RadarEntry } from './types.ts';

/** What the plugin's loader returns, as JSON. */
export interface TechRadarLoaderResponse {
  readonly title: string;
  readonly quadrants: readonly { readonly id: string; readonly name: string }[];
  readonly rings: readonly { readonly id: string; readonly name: string; readonly color: string; readonly description?: string }[];
  readonly entries: readonly BackstageRadarEntry[];
}

export interface BackstageRadarEntry {
  readonly key: string;
  readonly id: string;
  readonly quadrant: string;
  readonly title: string;
  readonly description?: string;
  readonly links?: readonly { readonly url: string; readonly title: string }[];
  readonly timeline: readonly {
    readonly date: string;
    readonly ringId: string;
    readonly description?: string;
    readonly moved?: -1 | 0 | 1;
  }[];
}

/** Colours of the plugin's own sample, then two more for rings that it does not have. */
const RING_COLORS = ['#5BA300', '#009EB0', '#C7BA00', '#E09B96', '#9B8EC4', '#8A8A8A'];

/** Backstage has no sign for new entries: without `moved` they are drawn plain. */
const MOVED: Readonly<Record<Movement, { readonly moved?: -1 | 0 | 1 }>> = {
  new: {},
  in: { moved: 1 },
  out: { moved: -1 },
  none: { moved: 0 },
};

/** Stands for a date that nobody knows, because the plugin wants one. */
const UNKNOWN_DATE = '1970-01-01';

/**
 * Makes the data of Backstage's tech radar plugin. Quadrants keep their corners; the plugin draws exactly four. Entries that are not in the
 * picture are left out: the plugin draws all it gets, and breaks on an entry without a ring.
 */
export function toBackstageRadar(radar: Radar): TechRadarLoaderResponse {
  const newest = radar.entries.flatMap(({ history }) => history.flatMap(({ date }) => date ?? [])).reduce((a, b) => (a > b ? a : b), '');
  return {
    title: radar.title,
    quadrants: toBottomRight(radar.quadrants).map(({ id, name }) => ({ id, name })),
    rings: radar.rings.map(({ id, name, description, color }, index) => ({
      id,
      name,
      color: color ?? RING_COLORS[index] ?? '#8A8A8A',
      ...(description !== '' && { description }),
    })),
    entries: radar.entries.filter((entry) => entry.active && entry.ring !== null).map((entry) => toEntry(entry, radar.date, newest)),
  };
}

function toEntry(entry: RadarEntry, release: string | null, newest: string): BackstageRadarEntry {
  const { id, quadrant, title, description, links } = entry;
  let newer = release ?? UNKNOWN_DATE;
  // The plugin breaks on a ring that it does not have.
  const decisions = entry.history.flatMap((decision) => (decision.ring === null ? [] : [{ ...decision, ring: decision.ring }]));
  const timeline = decisions.map(({ date, ring, text, moved }, index) => {
    // An undated decision was made no later than the one after it.
    newer = date ?? newer;
    // The first item's movement is the one that is drawn, so it is the one against the newest release.
    const movement = MOVED[index === 0 ? entry.moved : moved];
    // A new entry is known by its date alone, so it has the day of what came last in the month of the release.
    const isNew = index === 0 && entry.moved === 'new' && newest.length > 7 && newest.startsWith(newer);
    const day = newer.length > 7 ? newer : isNew ? newest : `${newer}-01`;
    return { date: day, ringId: ring, ...(text !== '' && { description: text }), ...movement };
  });
  return { key: id, id, quadrant, title, ...(description !== '' && { description }), ...(links.length > 0 && { links }), timeline };
}
