// A radar in, the geometry of its picture out: rings, quadrants, and a place for every blip that no other blip and no line touches.
import { compareText } from '../lib/problem.ts';
import { placeBlips } from './place-blips.ts';
import { type RingNeeds, haveRoom, ringRadii } from './ring-widths.ts';
import type { Point } from './segment.ts';
import { type Stay, segmentKey, staysBySegment } from './stays.ts';
import type { Blip, PastBlip, Radar, RadarEntry, RadarPicture } from './types.ts';

/** Radius in units in which a line is 1 and small text 11 high. */
const RADIUS = 360;
/** Blip radius as a share of the radius. */
const BLIP_SHARE = 0.03;
/** Free distance around the middle of a blip, in blip radii: the corners of triangles reach out to 1.34, and nothing should touch. */
const CLEARANCE = 1.38;
/** Height of the strip for ring labels above the left half of the horizontal axis, as a share of the radius. */
const LABEL_SHARE = 0.045;
/** By how much blips shrink while there is not room for all. */
const SHRINK = 0.95;
/** Newest releases through which the size is followed. */
const MAX_RELEASES = 24;

/** The square's half width and the wish for a blip's radius: smaller blips are drawn when there are too many entries for it. */
export interface PictureOptions {
  readonly radius?: number;
  readonly blipRadius?: number;
}

/**
 * Lays out the picture of a radar. Every active entry with a known ring has a blip within its quadrant and ring; no two overlap. The same
 * radar always gives the same picture, and an entry that stays where it was keeps its place while others come and go, unless a ring has
 * to be widened or the blips have to shrink to make room.
 */
export function drawRadar(radar: Radar, options: PictureOptions = {}): RadarPicture {
  const { radius = RADIUS, blipRadius: wished = BLIP_SHARE * radius } = options;
  if (!(radius > 0 && wished > 0)) throw new RangeError('Radius and blip radius must be above zero.');
  const frame: Frame = { radius, span: (2 * Math.PI) / Math.max(1, radar.quadrants.length), labelHeight: LABEL_SHARE * radius };
  const drawn = radar.entries.filter((entry) => entry.active && entry.ring !== null);
  const stays = staysBySegment(
    radar.entries.filter((entry) => (entry.active || entry.left !== null) && entry.ring !== null),
    radar.rings.map(({ id }) => id),
  );
  const kept = pictureWith(radar, drawn, stays, frame, grownSize(radar, stays, frame, wished));
  if (kept !== null) return kept;
  const counts = fullestCounts(radar, stays, null);
  // Ends: the free area stays while the blips' shrinks, so at some size there is a free place for each.
  for (let size = freshSize(counts, frame, wished); ; size = freshSize(counts, frame, SHRINK * size.blipRadius)) {
    const picture = pictureWith(radar, drawn, stays, frame, size);
    if (picture !== null) return picture;
  }
}

/** What is fixed before any entry is counted. */
type Frame = Pick<RingNeeds, 'radius' | 'span' | 'labelHeight'>;

/** How large blips are, and how wide the rings. */
interface Size {
  readonly blipRadius: number;
  readonly radii: readonly number[];
}

type Stays = ReadonlyMap<string, readonly Stay[]>;

/**
 * Returns the size that a radar has grown to: that of its first release, kept from release to release as long as everything finds room
 * in it. So a release in which little moves looks like the one before.
 */
function grownSize(radar: Radar, stays: Stays, frame: Frame, wished: number): Size {
  const dates = [...new Set([...stays.values()].flat().map(({ since }) => since))].sort(compareText).slice(-MAX_RELEASES);
  let size = freshSize(fullestCounts(radar, stays, dates[0] ?? null), frame, wished);
  for (const date of dates.slice(1)) {
    const counts = fullestCounts(radar, stays, date);
    const needs = { ...frame, clearance: CLEARANCE * size.blipRadius, counts };
    if (!haveRoom(needs, size.radii)) size = freshSize(counts, frame, wished);
  }
  return size;
}

/** Finds the largest size up to a wish that has room for so many entries. */
function freshSize(counts: readonly number[], frame: Frame, wished: number): Size {
  for (let blipRadius = wished; ; blipRadius *= SHRINK) {
    const radii = ringRadii({ ...frame, clearance: CLEARANCE * blipRadius, counts });
    if (radii !== null) return { blipRadius, radii };
  }
}

/** Returns for each ring how many entries its fullest quadrant held on a date; null for now. */
function fullestCounts(radar: Radar, stays: Stays, date: string | null): readonly number[] {
  const isThere = ({ since, until }: Stay) => (date === null ? until === null : since <= date && (until === null || until > date));
  return radar.rings.map((ring) =>
    Math.max(0, ...radar.quadrants.map(({ id }) => (stays.get(segmentKey(id, ring.id)) ?? []).filter(isThere).length)),
  );
}

/** Places the blips of each segment in rings of a size. */
function placements(radar: Radar, stays: Stays, { span, labelHeight }: Frame, { blipRadius, radii }: Size) {
  return radar.quadrants.flatMap((quadrant, index) =>
    radar.rings.map((ring, at) => {
      const edges = { inner: radii[at - 1] ?? 0, outer: radii[at] ?? 0, from: index * span, to: (index + 1) * span };
      const segment = { ...edges, clearance: CLEARANCE * blipRadius, labelHeight };
      return { ring, placed: placeBlips(segment, stays.get(segmentKey(quadrant.id, ring.id)) ?? []) };
    }),
  );
}

/** Draws all blips in rings of a size; null when there is not room for each. */
function pictureWith(radar: Radar, drawn: readonly RadarEntry[], stays: Stays, frame: Frame, size: Size): RadarPicture | null {
  const { radius, span, labelHeight } = frame;
  const { blipRadius, radii } = size;
  const entries = new Map(radar.entries.map((entry) => [entry.id, entry]));
  const points = new Map<string, Point & { readonly since: string }>();
  const past: PastBlip[] = [];
  for (const { ring, placed } of placements(radar, stays, frame, size)) {
    if (placed === null) return null;
    for (const [stay, point] of placed.now) points.set(stay.id, { ...point, since: stay.since });
    for (const { stay, point } of placed.past) {
      const entry = entries.get(stay.id);
      if (entry !== undefined && stay.until !== null) past.push({ entry, ring: ring.id, since: stay.since, until: stay.until, ...point });
    }
  }
  const rings = radar.rings.map((ring, index) => ({ ring, inner: radii[index - 1] ?? 0, outer: radii[index] ?? radius }));
  const quadrants = radar.quadrants.map((quadrant, index) => ({ quadrant, from: index * span, to: (index + 1) * span }));
  return { radius, blipRadius, labelHeight, rings, quadrants, blips: numbered(drawn, points), past };
}

function numbered(drawn: readonly RadarEntry[], points: ReadonlyMap<string, Point & { readonly since: string }>): readonly Blip[] {
  return drawn.flatMap((entry, index) => {
    const point = points.get(entry.id);
    return point === undefined ? [] : [{ entry, number: index + 1, ...point }];
  });
}
