// A radar in, the geometry of its picture out: rings, quadrants, and a place for every blip that no other blip and no line touches.
import { placeBlips } from './place-blips.ts';
import { ringRadii } from './ring-widths.ts';
import type { Point } from './segment.ts';
import { segmentKey, staysBySegment } from './stays.ts';
import type { Blip, Radar, RadarEntry, RadarPicture } from './types.ts';

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
  const labelHeight = LABEL_SHARE * radius;
  const drawn = radar.entries.filter((entry) => entry.active && entry.ring !== null);
  const span = (2 * Math.PI) / Math.max(1, radar.quadrants.length);
  const counts = fullestCounts(radar, drawn);
  const stays = staysBySegment(drawn);
  // Ends: the free area stays while the blips' shrinks, so at some size there is a free place for each.
  for (let blipRadius = wished; ; blipRadius *= SHRINK) {
    const clearance = CLEARANCE * blipRadius;
    const radii = ringRadii({ radius, span, clearance, labelHeight, counts });
    if (radii === null) continue;
    const rings = radar.rings.map((ring, index) => ({ ring, inner: radii[index - 1] ?? 0, outer: radii[index] ?? radius }));
    const quadrants = radar.quadrants.map((quadrant, index) => ({ quadrant, from: index * span, to: (index + 1) * span }));
    const points = new Map<string, Point>();
    const roomForAll = quadrants.every(({ quadrant, from, to }) =>
      rings.every(({ ring, inner, outer }) => {
        const segment = { inner, outer, from, to, clearance, labelHeight };
        const placed = placeBlips(segment, stays.get(segmentKey(quadrant.id, ring.id)) ?? []);
        for (const [id, point] of placed ?? []) points.set(id, point);
        return placed !== null;
      }),
    );
    if (roomForAll) return { radius, blipRadius, labelHeight, rings, quadrants, blips: numbered(drawn, points) };
  }
}

/** Returns for each ring how many entries its fullest quadrant holds. */
function fullestCounts(radar: Radar, drawn: readonly RadarEntry[]): readonly number[] {
  return radar.rings.map((ring) => {
    const inRing = drawn.filter((entry) => entry.ring === ring.id);
    return Math.max(0, ...radar.quadrants.map(({ id }) => inRing.filter(({ quadrant }) => quadrant === id).length));
  });
}

function numbered(drawn: readonly RadarEntry[], points: ReadonlyMap<string, Point>): readonly Blip[] {
  return drawn.flatMap((entry, index) => {
    const point = points.get(entry.id);
    return point === undefined ? [] : [{ entry, number: index + 1, ...point }];
  });
}
