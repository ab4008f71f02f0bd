// Pictures measured: what is wrong with one, and how far blips are from where they were.
import type { Decision, RadarEntry, RadarPicture } from '../../src/radar/types.ts';

/** The corners of triangles and diamonds reach this far from the middle, in blip radii. */
const EXTENT = 1.335;
const FULL_TURN = 2 * Math.PI;

/** Makes an entry of decisions, given oldest first. */
export function entryOf(id: string, quadrant: string, decisions: readonly (readonly [date: string, ring: string])[]): RadarEntry {
  const history = decisions.map(([date, ring]): Decision => ({ date: date || null, ring, said: ring, text: '', moved: 'none' })).reverse();
  const ring = history[0]?.ring ?? null;
  const place = { source: 'radars', path: 'r.json' };
  const rest = { description: '', left: null, related: [], links: [], tags: [], owner: null, active: true, place };
  return { id, title: id, quadrant, ring, moved: 'none', history, ...rest };
}

/** Returns what is wrong with a picture, as sentences; the geometry is computed from scratch. */
export function faultsOf(picture: RadarPicture, extent = EXTENT * picture.blipRadius): readonly string[] {
  const { blips, rings, quadrants, labelHeight } = picture;
  const faults: string[] = [];
  for (const [index, { entry, x, y }] of blips.entries()) {
    const ring = rings.find((candidate) => candidate.ring.id === entry.ring);
    const quadrant = quadrants.find((candidate) => candidate.quadrant.id === entry.quadrant);
    if (ring === undefined || quadrant === undefined) throw new Error('No segment.');
    // Walk once around the blip: every point of its outline must be in the segment and off the labels.
    for (let step = 0; step < 36; step++) {
      const px = x + extent * Math.cos((step / 36) * FULL_TURN);
      const py = y + extent * Math.sin((step / 36) * FULL_TURN);
      const distance = Math.hypot(px, py);
      const angle = (Math.atan2(px, -py) + FULL_TURN) % FULL_TURN;
      if (distance > ring.outer || distance < ring.inner) faults.push(`${entry.id} leaves its ring`);
      if (angle < quadrant.from || angle > quadrant.to) faults.push(`${entry.id} leaves its quadrant`);
      if (px < 0 && py < 0 && py > -labelHeight) faults.push(`${entry.id} covers ring labels`);
    }
    for (const other of blips.slice(index + 1)) {
      if (Math.hypot(x - other.x, y - other.y) < 2 * extent) faults.push(`${entry.id} overlaps ${other.entry.id}`);
    }
  }
  return faults;
}

/** Returns how far each entry that is in both pictures, and in the same ring, is from where it was; those that have not moved are left out. */
export function shiftsOf(before: RadarPicture, after: RadarPicture): ReadonlyMap<string, number> {
  const places = new Map(before.blips.map((blip) => [`${blip.entry.id} ${blip.entry.ring}`, blip]));
  return new Map(
    after.blips.flatMap(({ entry, x, y }) => {
      const place = places.get(`${entry.id} ${entry.ring}`);
      const shift = place === undefined ? 0 : Math.hypot(place.x - x, place.y - y);
      return shift === 0 ? [] : [[entry.id, shift]];
    }),
  );
}
